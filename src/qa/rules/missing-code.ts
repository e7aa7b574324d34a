import { unmatchedCodes } from '../codes.ts'
import { isFilled, problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** An inline code of the source that the target lacks. */
export const missingCode = pairRule(
  { code: 'missing-code', severity: 'error' },
  function* (pair) {
    for (const { run, at } of unmatchedCodes(pair).missing) {
      const of = { start: at, end: at + (run.kind === 'code' ? 1 : 0) }
      yield problemAt(pair, 'missing-code', wholeOf(pair.target), { of, data: { label: run.label } })
    }
  },
  isFilled,
)
