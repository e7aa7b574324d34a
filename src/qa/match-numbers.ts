import type { Language } from '../language/index.ts'
import { namesMonth } from './dates.ts'
import { saysInWords, timesInWords } from './number-words.ts'
import { type Numeral, numbersIn, type Piece, pieces } from './numbers.ts'
import type { Side } from './pair.ts'
import type { Unmatched } from './unmatched.ts'

/** The numbers that only one of the two sides says, in digits or in words. */
export function unmatchedNumbers(source: Side, target: Side): Unmatched<Numeral> {
  const whole = pairOff(numbersIn(source.prose, source.language), numbersIn(target.prose, target.language))
  const parts = pairOff(
    pieces(source.prose, withoutHalves(whole.missing, target)),
    pieces(target.prose, withoutHalves(whole.extra, source)),
  )
  const worded = parts.missing.filter(one => saidInWords(one, source, target))
  // Where another number appears, one that is lost is rather changed than said by a word that renders a word.
  const lost = (one: Piece) => parts.extra.length > 0 && hasItsWord(one, source, target)
  const missing = wholes(parts.missing.filter(one => !worded.includes(one) || lost(one)))
  const said = parts.extra.filter(one => saidInWords(one, target, source) && !hasItsWord(one, target, source))
  // Where a number is lost, one more is rather that number changed than a word of the source.
  const extra = wholes(parts.extra.filter(one => !said.includes(one)))
  return { missing, extra: [...extra, ...wholes(said.slice(0, Math.max(0, missing.length - extra.length)))] }
}

/** One and a half in words is one number, not two. */
const withoutHalves = (numerals: readonly Numeral[], { prose, language }: Side): readonly Numeral[] =>
  numerals.filter(({ keys }) => !(language !== 'other' && keys.includes('1.5') && saysInWords(prose, '1.5', language)))

const wholes = (parts: readonly Piece[]): Numeral[] => [...new Set(parts.map(({ of }) => of))]

/** Each number takes the first one of the other side that may be read alike. */
function pairOff<N extends Numeral>(wanted: readonly N[], found: readonly N[]): Unmatched<N> {
  const taken = new Set<N>()
  const byKey = new Map<string, N[]>()
  for (const one of found) for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one])
  const missing = wanted.filter(one => {
    const partner = one.keys.flatMap(key => byKey.get(key) ?? []).find(other => !taken.has(other))
    if (partner) taken.add(partner)
    return partner === undefined
  })
  return { missing, extra: found.filter(one => !taken.has(one)) }
}

/** True of a number whose words in the other side render words of its own: “two or three files: 2-3”. */
const hasItsWord = ({ keys }: Numeral, from: Side, to: Side): boolean =>
  from.language !== 'other' &&
  to.language !== 'other' &&
  keys.every(key => {
    const words = timesInWords(from.prose, key, from.language as Language)
    return words > 0 && words >= timesInWords(to.prose, key, to.language as Language)
  })

/** The number that a fraction divides by, of the one above it (1/4 is a quarter and a 4th). */
const divisor = ({ prose }: Side, { start, end }: Numeral): string | undefined =>
  /^1\/(\d+)(?![\d/])/u.exec(prose.slice(start, end + 5))?.[1]

const superscript = (digits: string): string => digits.replace(/\d/gu, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

const isExponent = ({ prose }: Side, { start, end }: Numeral, to: Side): boolean =>
  prose[start - 1] === '^' && to.prose.includes(superscript(prose.slice(start, end)))

/** Said in words, as a Roman numeral, an exponent, or as the name of a month where the number stands in a date (2/29: 29 February). */
function saidInWords(piece: Piece, from: Side, to: Side): boolean {
  const { prose, language } = to
  if (language === 'other') return false
  const by = divisor(from, piece)
  if (by && (saysInWords(prose, by, language) || new RegExp(`(?<![\\d/])${by}\\p{L}`, 'u').test(prose))) return true
  if (isExponent(from, piece, to)) return true
  const inDate = /[./-]\d|\d[./-]\d*$/u.test(from.prose.slice(Math.max(0, piece.start - 2), piece.end + 2))
  if (inDate && piece.keys.some(key => /^(?:[1-9]|1[0-2])$/u.test(key) && namesMonth(prose, language, Number(key))))
    return true
  // no word stands for the digits behind a point
  return (isWhole(piece) ? piece : piece.of).keys.some(key => saysInWords(prose, key, language))
}

const isWhole = ({ start, end, of }: Piece): boolean => start === of.start && end === of.end
