export { heedBaseline, type KnownFindings, knownFindings } from './baseline.ts'
export {
  type Finding,
  inOrder,
  type OptionValue,
  type Rule,
  type RuleOption,
  type RuleOptions,
  type RuleSetting,
  type RuleSettings,
  runRules,
  type ScopesOf,
  scopes,
} from './rule.ts'
export { type SuppressOptions, suppress } from './suppress.ts'
