import type { Language } from '../language/index.ts'
import months from './months.json' with { type: 'json' }
import type { Stretch } from './stretch.ts'

export interface Month extends Stretch {
  /** From 1. */
  readonly month: number
}

const lists = { en: months.en, uk: months.uk, ru: months.ru } satisfies Record<Language, readonly string[]>
const words = (language: Language) =>
  lists[language].flatMap((list, i) => list.split(' ').map(word => ({ word, month: i + 1 })))
const alternatives = (language: Language) =>
  words(language)
    .map(({ word }) => word)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** A month by name beside a day or a year. */
const dated = {
  en: new RegExp(
    `(?<=\\d(?:st|nd|rd|th)?(?: of)?[\\s-])(${alternatives('en')})(?!\\p{L})|(?<!\\p{L})(${alternatives('en')})(?=\\.?[\\s-]\\d{1,4}(?!\\d|[:.]\\d))`,
    'giu',
  ),
  uk: new RegExp(
    `(?<=\\d[\\s\\u00a0-])(${alternatives('uk')})\\p{Ll}*|(?<!\\p{L})(${alternatives('uk')})\\p{Ll}*(?=[\\s\\u00a0]\\d{4})`,
    'giu',
  ),
  ru: new RegExp(
    `(?<=\\d[\\s\\u00a0-])(${alternatives('ru')})\\p{Ll}*|(?<!\\p{L})(${alternatives('ru')})\\p{Ll}*(?=[\\s\\u00a0]\\d{4})`,
    'giu',
  ),
} satisfies Record<Language, RegExp>

/** The months of a text's dates. */
export function monthsIn(text: string, language: Language): Month[] {
  return Array.from(text.matchAll(dated[language]), found => {
    const name = (found[1] ?? found[2])!.toLowerCase()
    const month = words(language).find(({ word }) => word === name)!.month
    return { start: found.index, end: found.index + found[0].length, month }
  }).filter(({ start, end }) => language === 'en' || isMonth(text.slice(start, end), language))
}

/** A word that only begins like a month is none. */
function isMonth(word: string, language: Language): boolean {
  const known = monthForms[language === 'ru' ? 'ru' : 'uk']
  return known.test(word)
}

const monthForms = {
  uk: /^(?:січ(?:ень|ня|ню|нем|ні|\.)?|лют(?:ий|ого|ому|им|\.)?|бер(?:ез(?:ень|ня|ню|нем|ні)|\.)?|кві(?:т(?:ень|ня|ню|нем|ні)?|\.)?|тра(?:в(?:ень|ня|ню|нем|ні)?|\.)?|чер(?:в(?:ень|ня|ню|нем|ні)?|\.)?|лип(?:ень|ня|ню|нем|ні|\.)?|сер(?:п(?:ень|ня|ню|нем|ні)?|\.)?|вер(?:ес(?:ень|ня|ню|нем|ні)|\.)?|жов(?:т(?:ень|ня|ню|нем|ні)?|\.)?|лис(?:т(?:опад[ауі]?|опадом)?|\.)?|гру(?:д(?:ень|ня|ню|нем|ні)?|\.)?)$/iu,
  ru: /^(?:янв(?:ар[ьяюе]|арём|арем)?|фев(?:р(?:ал[ьяюе]|алем|алём)?)?|мар(?:та?у?е?|том)?|апр(?:ел[ьяюе]|елем)?|ма[йяюе]|маем|июн(?:[ьяюе]|ем)?|июл(?:[ьяюе]|ем)?|авг(?:уст[ауе]?|устом)?|сен(?:т(?:ябр[ьяюе]|ябрём|ябрем)?)?|окт(?:ябр[ьяюе]|ябрём|ябрем)?|ноя(?:б(?:р[ьяюе]|рём|рем)?)?|дек(?:абр[ьяюе]|абрём|абрем)?)$/iu,
}

/** True where a text has the month by any of its forms, or by number in a date. */
export function namesMonth(text: string, language: Language, month: number): boolean {
  const list = lists[language][month - 1]!.split(' ')
  const tail = language === 'en' ? '(?!\\p{L})' : ''
  if (new RegExp(`(?<!\\p{L})(?:${list.join('|')})${tail}`, 'iu').test(text)) return true
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
