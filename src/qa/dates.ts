import type { Language } from '../language/index.ts'
import months from './months.json' with { type: 'json' }
import { apart, type Stretch, stretchesOf } from './stretch.ts'

export interface Month extends Stretch {
  /** From 1. */
  readonly month: number
}

interface Names {
  readonly months: ReadonlyMap<string, number>
  /** A month by name beside a day or a year: alone it may be a word (may, march, лист). */
  readonly dated: RegExp
  /** A month's full name that is no other word and no first name. */
  readonly plain: RegExp
  /** By month, any of its names. */
  readonly named: readonly RegExp[]
}

function namesIn(lists: readonly string[], isPlain: (name: string) => boolean): Names {
  const words = lists.map(list => list.split(' '))
  const any = words
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')
  const plain = words.flatMap(list => list.filter(isPlain)).join('|')
  const day = '(?<=\\d(?:st|nd|rd|th|-\\p{L}{1,2})?(?: of)?[\\s\\u00a0-])'
  const number = '(?=\\.?[\\s\\u00a0-]\\d{1,4}(?!\\d|[:.]\\d))'
  return {
    months: new Map(words.flatMap((list, i) => list.map(word => [word, i + 1] as const))),
    dated: new RegExp(`${day}(?:${any})(?!\\p{L})|(?<!\\p{L})(?:${any})${number}`, 'giu'),
    plain: new RegExp(`(?<!\\p{L})(?:${plain})(?!\\p{L})`, 'giu'),
    named: words.map(list => new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu')),
  }
}

const names = {
  en: namesIn(months.en, name => /.{6}|july/u.test(name) && name !== 'august'),
  uk: namesIn(months.uk, name => /.{6}/u.test(name) && !/^лют/u.test(name)),
  ru: namesIn(months.ru, name => /.{5}|^ию/u.test(name) && !/^март/u.test(name)),
} satisfies Record<Language, Names>

/** The months that a text names, short or ambiguous names only in dates; in English they have a capital (in version 3 may). */
export function monthsIn(text: string, language: Language): Month[] {
  const { dated, plain, months } = names[language]
  const places = apart([dated, plain].flatMap(pattern => stretchesOf(text, pattern)))
  const found = places.map(({ start, end }) => ({
    start,
    end,
    month: months.get(text.slice(start, end).toLowerCase())!,
  }))
  return language === 'en' ? found.filter(({ start }) => /\p{Lu}/u.test(text[start]!)) : found
}

/** True where a text has the month by any of its names' forms. */
export const namesMonth = (text: string, language: Language, month: number): boolean =>
  names[language].named[month - 1]!.test(text)

/** True where a text has the month by name, or by number in a date. */
export function saysMonth(text: string, language: Language, month: number): boolean {
  if (namesMonth(text, language, month)) return true
  return new RegExp(`\\d[./-]0?${month}(?!\\d)|(?<!\\d)0?${month}[./-]\\d`, 'u').test(text)
}

export interface NumericDate extends Stretch {
  readonly first: number
  readonly second: number
}

/** 25.06.2020, 6/25/2020. */
export function numericDates(text: string): NumericDate[] {
  return Array.from(text.matchAll(/(?<![\d./-])(\d{1,2})[./](\d{1,2})[./](?:\d{4}|\d{2})(?!\d|[./]\d)/gu), found => ({
    start: found.index,
    end: found.index + found[0].length,
    first: Number(found[1]),
    second: Number(found[2]),
  })).filter(({ first, second }) => first > 0 && second > 0 && first <= 31 && second <= 31)
}
