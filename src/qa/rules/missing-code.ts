import { unmatchedCodes } from '../codes.ts'
import { isFilled, problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** An inline code of the source that the target lacks; a form of a plural for one number may say that in words. */
export const missingCode = pairRule(
  { code: 'missing-code', severity: 'error' },
  function* (pair) {
    const { missing, extra } = unmatchedCodes(pair)
    if (pair.segment.onlyFor !== undefined && missing.length === 1 && extra.length === 0) return
    for (const { run, at } of missing) {
      const of = { start: at, end: at + (run.kind === 'code' ? 1 : 0) }
      yield problemAt(pair, 'missing-code', wholeOf(pair.target), { of, data: { label: run.label } })
    }
  },
  isFilled,
)
