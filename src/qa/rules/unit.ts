import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { measuresIn } from '../units.ts'

/** The same number with another unit of measurement. A unit that was recalculated goes with another number, which is `number`'s. */
export const unit = pairRule({ code: 'unit', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  if (source.language === 'other' || target.language === 'other') return
  const wanted = measuresIn(source.prose, source.language)
  if (wanted.length === 0) return
  for (const one of measuresIn(target.prose, target.language)) {
    const same = wanted.filter(({ value }) => value === one.value)
    const fits = same.some(({ units }) => units.some(id => one.units.includes(id)))
    if (same.length === 0 || fits) continue
    const of = same[0]!
    yield problemAt(pair, 'unit', one, { of, data: { unit: source.text.slice(of.start, of.end) } })
  }
})
