import { inOtherHalf } from '../day-halves.ts'
import { changedInMarkup } from '../markup-numbers.ts'
import { unmatchedNumbers } from '../match-numbers.ts'
import type { Numeral } from '../numbers.ts'
import { problemAt, type Side, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { isRecalculated } from '../units.ts'
import { fewest } from '../unmatched.ts'

/**
 * Numbers that were lost, added or changed, whatever way either language writes them, and times that moved to the other half of the
 * day. One that is said more often on one side, and one in a word (3D, 3-D, 16-ричный) that only one side has, are information.
 */
export const number = pairRule({ code: 'number', severity: 'warning' }, function* (pair) {
  const { segment, source, target, alternatives } = pair
  if (noText.test(source.text)) return
  for (const one of changedInMarkup(source, target))
    yield problemAt(pair, 'number', one, { data: { change: 'other', number: one.was } })
  for (const [one, of] of inOtherHalf(source, target))
    yield problemAt(pair, 'number', one, { of, data: { change: 'other', number: source.text.slice(of.start, of.end) } })
  const { side, missing, ...found } = fewest(
    [source, ...alternatives].map(side => ({ side, ...unmatchedNumbers(side, target) })),
  )
  const extra = found.extra.filter(({ keys }) => !keys.includes(String(segment.onlyFor)))
  // A message in the singular may say its number by the placeholder of the plural.
  if (alternatives.length > 0 && extra.length === 0) return
  for (const [i, one] of extra.entries()) {
    const wanted = missing[i]
    const isLight = wanted
      ? isRecalculated(side, wanted, target, one)
      : says(side, written(target, one)) || isInWord(target, one, /^(?:\p{Lu}(?!\p{L})|-\p{L})/u)
    const data = { change: wanted ? 'other' : 'extra', number: wanted ? written(side, wanted) : '' }
    yield problemAt(pair, 'number', one, { ...lightly(isLight), ...(wanted && { of: wanted }), data })
  }
  const last = extra.at(-1)
  for (const [i, one] of missing.slice(extra.length).entries()) {
    // 5 ft 10 in: 178 cm
    const isRest =
      i === 0 &&
      last !== undefined &&
      isOneMeasure(side, missing[extra.length - 1]!, one) &&
      isRecalculated(side, one, target, last)
    const isLight = isRest || says(target, written(side, one)) || isInWord(side, one, /^(?:\p{L}|-D)/u)
    const data = { change: 'missing', number: written(side, one) }
    yield problemAt(pair, 'number', wholeOf(target), { ...lightly(isLight), of: one, data })
  }
})

/** Messages in which translators sign (GNOME, KDE), and messages known by a number (of a place in GeoNames: 524901). */
const noText = /^(?:translators?[-_]credits|(?:NAMES?|EMAILS?) OF TRANSLATORS|Your (?:names|emails)|\d{5,})$/u

/** A few letters apart: a measure in two units. */
const isOneMeasure = ({ prose }: Side, { end }: Numeral, { start }: Numeral): boolean =>
  /^[\s\u00a0]?(?:\p{L}{1,6}\.?|[′'])[\s\u00a0]?$/u.test(prose.slice(end, start))

const lightly = (isLight: boolean) => isLight && { severity: 'info' as const }

const written = ({ text }: Side, { start, end }: Numeral): string => text.slice(start, end)

const isInWord = ({ text }: Side, { end }: Numeral, rest: RegExp): boolean => rest.test(text.slice(end, end + 2))

const says = ({ text }: Side, digits: string): boolean =>
  new RegExp(`(?<!\\d)${digits.replaceAll('.', '\\.')}(?!\\d)`, 'u').test(text)
