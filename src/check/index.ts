export { type Finding, inOrder, type Rule, type RuleSettings, runRules } from './rule.ts'
export { suppress } from './suppress.ts'
