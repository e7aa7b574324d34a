import { monthsIn, numericDates, saysMonth } from '../dates.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** Months that changed, and numeric dates in an order that the target's language does not write. */
export const date = pairRule({ code: 'date', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  const { language } = target
  if (source.language === 'other' || language === 'other') return
  const wanted = monthsIn(source.prose, source.language)
  const found = monthsIn(target.prose, language)
  const strange = found.filter(one => !wanted.some(({ month }) => month === one.month))
  for (const [i, of] of wanted.filter(one => !saysMonth(target.prose, language, one.month)).entries()) {
    const data = { change: strange[i] ? 'other' : 'missing', date: source.text.slice(of.start, of.end) }
    yield problemAt(pair, 'date', strange[i] ?? wholeOf(target), { of, data })
  }
  if (language === 'en') return
  // An American order is kept on purpose where the text speaks of the form itself.
  for (const one of numericDates(target.prose)) {
    if (one.first <= 12 && one.second > 12)
      yield problemAt(pair, 'date', one, { data: { change: 'order', date: target.text.slice(one.start, one.end) } })
  }
})
