import { unmatchedCodes } from '../codes.ts'
import { isFilled, problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** An inline code of the target that the source does not have, or has less often. */
export const extraCode = pairRule(
  { code: 'extra-code', severity: 'error' },
  function* (pair) {
    for (const { run, at } of unmatchedCodes(pair).extra) {
      const place = { start: at, end: at + (run.kind === 'code' ? 1 : 0) }
      yield { ...problemAt(pair, 'extra-code', place, { data: { label: run.label } }), span: run.span }
    }
  },
  isFilled,
)
