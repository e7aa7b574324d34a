import { compareMessages, isIcuMessage } from '../icu.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** ICU messages: the target's syntax, its arguments, the plural categories that its language needs, the choices of a select. */
export const icuSyntax = pairRule({ code: 'icu-syntax', severity: 'error' }, function* (pair) {
  const { source, target } = pair
  if (!isIcuMessage(source.text)) return
  const language = target.block.language ?? target.language
  for (const fault of compareMessages(source.text, target.text, language === 'other' ? 'und' : language)) {
    const { start, end, ...data } = fault
    yield problemAt(pair, 'icu-syntax', start === undefined ? wholeOf(target) : { start, end: end ?? start }, { data })
  }
})
