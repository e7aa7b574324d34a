import type { MessageId } from '../../i18n/index.ts'
import { listRules, type RuleInfo } from '../../project/index.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'

export const run: Run = async (_args, options, { terminal, words }) => {
  const rules = listRules().map(rule => ({ ...rule, about: aboutOf(rule, words) }))
  if (options.format === 'json') terminal.out(`${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`)
  else
    terminal.out(
      rules
        .filter(({ kind }) => kind !== 'xliff')
        .map(rule => `${row(rule, words)}\n`)
        .join(''),
    )
  return 0
}

/** What a rule finds, in a sentence; a constraint of XLIFF says it by its message. */
export function aboutOf({ code }: RuleInfo, words: Session['words']): string {
  return words.has(`rule.${code}`) ? words.message(`rule.${code}` as MessageId) : ''
}

function row({ code, severity, on, about }: RuleInfo & { readonly about: string }, words: Session['words']): string {
  const how = on ? words.message(`severity.${severity}`) : words.message('rules.off')
  return `${code.padEnd(28)}${how.padEnd(14)}${about}`
}
