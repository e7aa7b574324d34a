import type { Language } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import data from './number-words.json' with { type: 'json' }

/** By language and number, the words or their beginnings. */
const tables = {
  en: tableOf(data.en, list => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'gu')),
  uk: tableOf(data.uk, list => new RegExp(`(?<!\\p{L})(?:${list})`, 'gu')),
  ru: tableOf(data.ru, list => new RegExp(`(?<!\\p{L})(?:${list})`, 'gu')),
} satisfies Record<Language, ReadonlyMap<string, RegExp>>

function tableOf(words: Readonly<Record<string, string>>, pattern: (list: string) => RegExp) {
  return new Map(
    Object.entries(words).map(([number, list]) => [
      number,
      pattern(list.replaceAll('$', '(?!\\p{L})').split(' ').join('|')),
    ]),
  )
}

const roman = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** The Roman numeral of a number from 1 to 3999. */
export function romanOf(number: number): string {
  let rest = number
  let out = ''
  for (const [value, letters] of roman) {
    while (rest >= value) {
      out += letters
      rest -= value
    }
  }
  return out
}

/** Cyrillic texts write I, V and X with letters of either script. */
const latinRoman = (text: string) => text.replace(/[ІХМС]/gu, letter => 'IXMC'['ІХМС'.indexOf(letter)]!)

/** One and a half; and a half behind another number; half a million. */
const halves = { en: /(?<!\p{L})half(?!\p{L})/u, uk: /(?<!\p{L})півтор/u, ru: /(?<!\p{L})пол[уо]тор/u }
const andHalf = { en: /and a half(?!\p{L})/u, uk: /з половиною/u, ru: /с половиной/u }
const halfMillion = {
  en: /half a million|half-million/u,
  uk: /пів ?мільйона|половин\p{L}+ мільйона/u,
  ru: /пол ?миллиона|половин\p{L}+ миллиона/u,
}

/** How often a text says a number (as canonical digits) in words, those of greater numbers not counted apart. */
export const timesInWords = (text: string, number: string, language: Language): number =>
  fold(text).match(tables[language].get(number) ?? /(?!)/gu)?.length ?? 0

/** True where a text says a number (as canonical digits) in words or in Roman numerals. */
export function saysInWords(text: string, number: string, language: Language): boolean {
  if (timesInWords(text, number, language) > 0) return true
  if (number === '1.5') return halves[language].test(fold(text))
  const value = Number(number)
  if (value % 1 === 0.5 && andHalf[language].test(fold(text))) return saysInWords(text, String(value - 0.5), language)
  if (value === 500_000 && halfMillion[language].test(fold(text))) return true
  if (saysCompound(fold(text), value, language)) return true
  if (!Number.isInteger(value) || value < 1 || value > 3999) return false
  return new RegExp(`(?<![\\p{L}\\p{N}])${romanOf(value)}(?!\\p{Ll})(?![\\p{L}\\p{N}])`, 'u').test(latinRoman(text))
}

/** Twenty-four: the words of the tens and of the units, one after the other. */
function saysCompound(text: string, value: number, language: Language): boolean {
  if (!Number.isInteger(value) || value < 21 || value > 99 || value % 10 === 0) return false
  const [tens, units] = [value - (value % 10), value % 10].map(one => tables[language].get(String(one))!.source)
  return new RegExp(`${tens}\\p{L}*[\\s-]+${units}`, 'u').test(text)
}
