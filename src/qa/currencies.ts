import type { Language } from '../language/index.ts'
import currencies from './currencies.json' with { type: 'json' }
import type { Stretch } from './stretch.ts'

/** An amount with its currency; the stretch is both. */
export interface Amount extends Stretch {
  /** ISO 4217. */
  readonly code: string
}

const escaped = (text: string): string => text.replace(/[.$]/gu, '\\$&')
const scale =
  '(?:[\\s\\u00a0-]?(?:thousand|million|billion|trillion|m|bn|k|тис\\.|тыс\\.|млн|млрд|мільйон\\p{L}*|миллион\\p{L}*|мільярд\\p{L}*|миллиард\\p{L}*)(?!\\p{L}))?'

/** $5 alone is an argument of a script as well, so a sign before a digit counts with more of a sum behind it. */
function patternsOf({ code, sign, ...words }: (typeof currencies)[number], language: Language): readonly RegExp[] {
  const names = words[language].map(escaped).join('|')
  return [
    new RegExp(
      `(?<![\\p{L}\\d$])${escaped(sign)}[\\s\\u00a0]?(?:\\d{2}[\\d,.]*|\\d[.,]\\d+|\\d(?=[\\s\\u00a0-]?(?:million|billion|thousand|млн|млрд|тис|тыс)))`,
      'gu',
    ),
    new RegExp(
      `(?<![\\d.,])\\d(?:[\\d.,]|[ \\u00a0\\u202f](?=\\d{3}))*${scale}[\\s\\u00a0]?(?:${escaped(sign)}|${code}|(?:${names})\\p{L}*)(?![\\p{L}\\d])`,
      'giu',
    ),
  ]
}

const patterns = currencies.map(one => ({
  code: one.code,
  amount: { en: patternsOf(one, 'en'), uk: patternsOf(one, 'uk'), ru: patternsOf(one, 'ru') },
  name: { en: nameOf(one, 'en'), uk: nameOf(one, 'uk'), ru: nameOf(one, 'ru') },
}))

function nameOf({ code, sign, ...words }: (typeof currencies)[number], language: Language): RegExp {
  return new RegExp([code, sign, ...words[language]].map(escaped).join('|'), 'iu')
}

/** The amounts of money in a text. */
export function amountsIn(text: string, language: Language): Amount[] {
  return patterns.flatMap(({ code, amount }) =>
    amount[language].flatMap(pattern =>
      Array.from(text.matchAll(pattern), found => ({ start: found.index, end: found.index + found[0].length, code })),
    ),
  )
}

/** True where a text names a currency in any way. */
export const saysCurrency = (text: string, language: Language, code: string): boolean =>
  patterns.find(one => one.code === code)!.name[language].test(text)
