import { amountsIn } from '../currencies.ts'
import { type Numeral, numbersIn, scaleBehind } from '../numbers.ts'
import { problemAt, type Side } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { measuresIn } from '../units.ts'

/**
 * A number that the target writes with the separators of the source's language: 1,234.5 in Ukrainian, 1 234,5 in English (CLDR, `decimal`
 * and `group`). A version or a code is written alike in all languages, so a number must be grouped, or a quantity of something.
 */
export const numberFormat = pairRule({ code: 'number-format', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  if (source.language === 'other' || target.language === 'other') return
  if ((source.language === 'en') === (target.language === 'en') || !separated.test(target.prose)) return
  const copied = new Set(numbersIn(source.prose, source.language).map(one => written(source, one)))
  for (const one of numbersIn(target.prose, target.language)) {
    const text = written(target, one)
    const preferred = copied.has(text) ? rewritten(text, target.language) : undefined
    if (preferred === undefined || preferred === text) continue
    const isCounted = isQuantity(target, one)
    if (!isCounted && (!isGrouped(text) || isList(target, one))) continue
    const edits = [{ span: target.span(one.start, one.end), insert: preferred }]
    const fixes = [{ kind: isCounted || isBoth(text) ? ('safe' as const) : ('unsafe' as const), edits }]
    yield problemAt(pair, 'number-format', one, { data: { preferred }, fixes })
  }
})

/** Most texts have no number with a separator. */
const separated = /\d[., \u00a0\u202f]\d/u

const written = ({ text }: Side, { start, end }: Numeral): string => text.slice(start, end)

const english = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u
const cyrillic = /^(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?$/u
const isGrouped = (text: string): boolean => /^[1-9]\d*[, \u00a0\u202f]\d{3}(?!\d)/u.test(text)
const isBoth = (text: string): boolean => /[, \u00a0\u202f]\d{3}[.,]\d/u.test(text)

/** SHA{224,256}, [10,255]: several numbers. */
const isList = ({ text }: Side, { start, end }: Numeral): boolean =>
  /[[{]/u.test(text[start - 1] ?? '') || /[\]}]/u.test(text[end] ?? '')

/** A number in the other language's way in the way of a language. */
function rewritten(text: string, language: Side['language']): string | undefined {
  if (language === 'en') return cyrillic.test(text) ? swapped(text, /[ \u00a0\u202f]/gu, ',', '.') : undefined
  return english.test(text) ? swapped(text, /,/gu, '\u00a0', ',') : undefined
}

function swapped(text: string, groups: RegExp, group: string, decimal: string): string {
  const [whole, fraction] = text.split(decimal === ',' ? '.' : ',')
  return whole!.replace(groups, group) + (fraction === undefined ? '' : decimal + fraction)
}

/** A unit, a currency, a per cent sign or a word like “million” stands by it. */
function isQuantity({ prose, language }: Side, { start, end }: Numeral): boolean {
  if (language === 'other') return false
  const after = prose.slice(end, end + 12)
  return (
    /^[\s\u00a0\u202f]?[%‰°]/u.test(after) ||
    scaleBehind(after) !== undefined ||
    measuresIn(prose, language).some(({ number }) => number.end === end) ||
    amountsIn(prose, language).some(amount => amount.start <= start && end <= amount.end)
  )
}
