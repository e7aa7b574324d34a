import type { MessageId } from '../../i18n/index.ts'
import { listRules, type RuleInfo } from '../../project/index.ts'
import { columns, folded } from '../../report/index.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'

export const run: Run = async (_args, options, { terminal, words, paint }) => {
  const rules = listRules().map(rule => ({ ...rule, about: aboutOf(rule, words) }))
  if (options.format === 'json') terminal.out(`${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`)
  else
    terminal.out(
      rules
        .filter(({ kind }) => kind !== 'xliff')
        .map(rule => `${row(rule, words, paint.columns)}\n`)
        .join(''),
    )
  return 0
}

/** What a rule finds, in a sentence; a constraint of XLIFF says it by its message. */
export function aboutOf({ code }: RuleInfo, words: Session['words']): string {
  return words.has(`rule.${code}`) ? words.message(`rule.${code}` as MessageId) : ''
}

/** On one line, or on a narrow terminal with the sentence below. */
function row(
  { code, severity, on, about }: RuleInfo & { readonly about: string },
  words: Session['words'],
  width = Number.POSITIVE_INFINITY,
): string {
  const how = on ? words.message(`severity.${severity}`) : words.message('rules.off')
  const whole = `${code.padEnd(28)}${how.padEnd(16)}${about}`
  if (columns(whole) <= width) return whole
  return [`${code.padEnd(28)}${how}`, ...folded(about, width - 4).map(line => `    ${line}`)].join('\n')
}
