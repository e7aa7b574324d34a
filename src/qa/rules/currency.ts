import { amountsIn, saysCurrency } from '../currencies.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/**
 * A currency that the target does not name by any of its names, its code or its sign; or one that the source does not, in a text about
 * money.
 */
export const currency = pairRule({ code: 'currency', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  const [from, to] = [source.language, target.language]
  if (from === 'other' || to === 'other') return
  const wanted = amountsIn(source.prose, from)
  if (wanted.length === 0) return
  const lost = wanted.filter(({ code }) => !saysCurrency(target.prose, to, code))
  const strange = amountsIn(target.prose, to).filter(({ code }) => !saysCurrency(source.prose, from, code))
  for (const [i, of] of lost.entries()) {
    // nothing is nothing in any currency
    if (!/[1-9]/u.test(source.prose.slice(of.start, of.end))) continue
    const data = { change: strange[i] ? 'other' : 'missing', currency: of.code }
    yield problemAt(pair, 'currency', strange[i] ?? wholeOf(target), { of, data })
  }
  for (const one of strange.slice(lost.length)) {
    const data = { change: 'other', currency: wanted[0]!.code }
    yield problemAt(pair, 'currency', one, { of: wanted[0]!, data })
  }
})
