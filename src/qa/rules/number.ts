import { unmatchedNumbers } from '../match-numbers.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { isRecalculated } from '../units.ts'
import { fewest } from '../unmatched.ts'

/** Numbers that were lost, added or changed, whatever way either language writes them. */
export const number = pairRule({ code: 'number', severity: 'warning' }, function* (pair) {
  const { source, target, alternatives } = pair
  const { side, missing, extra } = fewest(
    [source, ...alternatives].map(side => ({ side, ...unmatchedNumbers(side, target) })),
  )
  // A message in the singular may say its number by the placeholder of the plural.
  if (alternatives.length > 0 && extra.length === 0) return
  for (const [i, one] of extra.entries()) {
    const wanted = missing[i]
    const expected = wanted ? side.text.slice(wanted.start, wanted.end) : ''
    const data = { change: wanted ? 'other' : 'extra', number: expected }
    const light = wanted && isRecalculated(side, wanted, target, one) ? { severity: 'info' as const } : {}
    yield problemAt(pair, 'number', one, { ...light, ...(wanted && { of: wanted }), data })
  }
  for (const one of missing.slice(extra.length)) {
    const data = { change: 'missing', number: side.text.slice(one.start, one.end) }
    yield problemAt(pair, 'number', wholeOf(target), { of: one, data })
  }
})
