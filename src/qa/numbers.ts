import type { SideLanguage } from './pair.ts'
import type { Stretch } from './stretch.ts'

/** A number as it is written, with every way to read it in canonical form (1234.5; t17:30 for a time). */
export interface Numeral extends Stretch {
  readonly keys: readonly string[]
}

const groupSpace = "[ \u00a0\u2007\u2009\u202f'’]"
/** Digits in groups, then digits with points and commas inside. */
const numeral = new RegExp(`\\d{1,3}(?:${groupSpace}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*`, 'gu')
const time =
  /(?<![\d:.])(\d{1,2})(?:([:.])(\d{2})(?::(\d{2}))?)?(?:[\s\u00a0]?([ap])\.?\s?m\b\.?|(?=:?[\s\u00a0]?(дня|вечора|вечера|пополудні|пополудни)))|(?<![\d:.])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/giu

const fractions: Readonly<Record<string, string>> = { '½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3', '⅔': '2/3' }

/** Words behind a number that multiply it. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^[\s\u00a0-]?(?:thousand|тис(?:\.|яч)|тыс(?:\.|яч))/iu, 1e3],
  [/^[\s\u00a0-]?(?:million|mln|млн|мільйон|миллион)/iu, 1e6],
  [/^[\s\u00a0-]?(?:billion|bln|bn|млрд|мільярд|миллиард)/iu, 1e9],
  [/^[\s\u00a0-]?(?:trillion|трлн|трильйон|триллион)/iu, 1e12],
]

/** &#233; is a letter. */
const reference = /&#(?:\d+|x[\da-f]+);/giu

/** The numbers of a text in order; times of day are one number each. */
export function numbersIn(written: string, language: SideLanguage): Numeral[] {
  const text = written.includes('&#') ? written.replace(reference, letter => ' '.repeat(letter.length)) : written
  const times = Array.from(text.matchAll(time), found => timeOf(found)).filter(one => one !== undefined)
  const starts = new Map(times.map(one => [one.start, one]))
  const found: Numeral[] = []
  numeral.lastIndex = 0
  for (let match = numeral.exec(text); match; match = numeral.exec(text)) {
    const asTime = starts.get(match.index)
    if (asTime) {
      found.push(asTime)
      numeral.lastIndex = asTime.end
      continue
    }
    const end = match.index + match[0].length
    found.push({ start: match.index, end, keys: keysOf(match[0], language, text.slice(end, end + 12)) })
  }
  for (const match of text.matchAll(/[½¼¾⅓⅔]/gu))
    found.push({ start: match.index, end: match.index + 1, keys: [fractions[match[0]]!] })
  return found
}

function timeOf(found: RegExpExecArray): Numeral | undefined {
  const [all, hour12, , minute12, second12, half, evening, hour, minute, second] = found
  const hours = Number(hour12 ?? hour)
  const minutes = Number(minute12 ?? minute ?? 0)
  if (hours > 24 || minutes > 59 || (hour12 !== undefined && !half && !evening)) return undefined
  const place = { start: found.index, end: found.index + all.trimEnd().length }
  const seconds = Number(second12 ?? second ?? 0)
  const tail = seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`
  const key = (h: number) => `t${h}:${String(minutes).padStart(2, '0')}${tail}`
  if (half === undefined) return { ...place, keys: [key(hours), ...(evening && hours < 12 ? [key(hours + 12)] : [])] }
  const afternoon = half.toLowerCase() === 'p'
  return { ...place, keys: [key((hours % 12) + (afternoon ? 12 : 0)), key(hours)] }
}

/** What a word right behind a number multiplies it by: million, тис. */
export const scaleBehind = (after: string): number | undefined => scales.find(([word]) => word.test(after))?.[1]

function keysOf(written: string, language: SideLanguage, after: string): string[] {
  const values = readings(written.replace(new RegExp(groupSpace, 'gu'), ''), language)
  const scale = scaleBehind(after)
  const scaled = scale ? values.map(value => plain(Number(value) * scale)).filter(value => value !== 'NaN') : []
  return [...values, ...scaled]
}

const plain = (value: number): string => String(Math.round(value * 1e6) / 1e6)

const groupedByCommas = /^\d{1,3}(?:,\d{3})+(?:[.,]\d+)?$/u
const groupedByPoints = /^\d{1,3}(?:\.\d{3})+(?:[.,]\d+)?$/u

/** What digits with points and commas may mean; several readings where the languages' customs meet. */
function readings(written: string, language: SideLanguage): string[] {
  const marks = written.replace(/\d/gu, '')
  if (marks === '') return [canonical(written)]
  const out = [`v${written.replaceAll(',', '.')}`]
  const grouped = (marks[0] === ',' ? groupedByCommas : groupedByPoints).test(written)
  const last = marks.at(-1)!
  const mixed = marks.length > 1 && last !== marks[0]
  if (grouped && !(mixed && marks.slice(0, -1).includes(last))) {
    const whole = mixed ? written.slice(0, written.lastIndexOf(last)) : written
    const rest = mixed ? `.${written.slice(written.lastIndexOf(last) + 1)}` : ''
    // In English a point never groups, in Ukrainian and Russian a comma seldom does, but texts on computers mix the customs.
    if (!(language === 'en' && marks[0] === '.' && !mixed)) out.push(canonical(whole.replace(/[.,]/gu, '') + rest))
  }
  if (marks.length === 1) out.push(canonical(written.replace(',', '.')))
  return out
}

/** Without zeros that say nothing. */
function canonical(digits: string): string {
  const [whole, rest] = digits.split('.')
  const number = whole!.replace(/^0+(?=\d)/u, '')
  const fraction = rest?.replace(/0+$/u, '')
  return fraction ? `${number}.${fraction}` : number
}

/** A run of digits in a numeral, as a number of its own. */
export interface Piece extends Numeral {
  readonly of: Numeral
}

/** The single runs of digits of numerals. */
export function pieces(text: string, numerals: readonly Numeral[]): Piece[] {
  return numerals.flatMap((of): Piece[] => {
    const runs = Array.from(text.slice(of.start, of.end).matchAll(/\d+/gu), run => ({
      start: of.start + run.index,
      end: of.start + run.index + run[0].length,
      keys: [canonical(run[0])],
      of,
    }))
    if (runs.length > 1) return runs
    return [{ ...of, keys: [...new Set([...of.keys, ...runs.flatMap(({ keys }) => keys)])], of }]
  })
}
