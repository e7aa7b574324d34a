import { amountsIn, saysCurrency } from '../currencies.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** A currency that the target does not name by any of its names, its code or its sign. */
export const currency = pairRule({ code: 'currency', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  if (source.language === 'other' || target.language === 'other') return
  const found = amountsIn(target.prose, target.language)
  const wanted = amountsIn(source.prose, source.language)
  for (const of of wanted) {
    // nothing is nothing in any currency
    if (!/[1-9]/u.test(source.prose.slice(of.start, of.end))) continue
    if (saysCurrency(target.prose, target.language, of.code)) continue
    const wrong = found.find(one => !wanted.some(({ code }) => code === one.code))
    const data = { change: wrong ? 'other' : 'missing', currency: of.code }
    yield problemAt(pair, 'currency', wrong ?? wholeOf(target), { of, data })
  }
})
