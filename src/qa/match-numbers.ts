import { namesMonth } from './dates.ts'
import { saysInWords } from './number-words.ts'
import { type Numeral, numbersIn, type Piece, pieces } from './numbers.ts'
import type { Side } from './pair.ts'
import type { Unmatched } from './unmatched.ts'

/** The numbers that only one of the two sides says, in digits or in words. */
export function unmatchedNumbers(source: Side, target: Side): Unmatched<Numeral> {
  const whole = pairOff(numbersIn(source.prose, source.language), numbersIn(target.prose, target.language))
  const parts = pairOff(pieces(source.prose, whole.missing), pieces(target.prose, whole.extra))
  const missing = wholes(parts.missing.filter(one => !saidInWords(one, source, target)))
  // Where a number is lost, one more is rather that number changed than a word of the source.
  const said = parts.extra.filter(one => saidInWords(one, target, source))
  const extra = wholes(parts.extra.filter(one => !said.includes(one)))
  return { missing, extra: [...extra, ...wholes(said.slice(0, Math.max(0, missing.length - extra.length)))] }
}

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

/** Said in words, as a Roman numeral, or as the name of a month where the number stands in a date (2/29: 29 February). */
function saidInWords(numeral: Numeral, from: Side, { prose, language }: Side): boolean {
  if (language === 'other') return false
  const inDate = /[./-]\d|\d[./-]\d*$/u.test(from.prose.slice(Math.max(0, numeral.start - 2), numeral.end + 2))
  return numeral.keys.some(
    key =>
      saysInWords(prose, key, language) ||
      (inDate && /^(?:[1-9]|1[0-2])$/u.test(key) && namesMonth(prose, language, Number(key))),
  )
}
