import { isLetter, isMark, isUpper, isWordUnit } from '../language/index.ts'
import { capitals, fold } from '../normalize/index.ts'

/** A word beside a name. */
export interface Neighbour {
  /** Folded. */
  readonly word: string
  readonly capital: boolean
  readonly start: number
  readonly end: number
}

const longest = 40

const widestGap = 4
const space = /\s/
const isSpace = (unit: number): boolean =>
  unit === 32 || (unit > 127 ? space.test(String.fromCharCode(unit)) : unit > 8 && unit < 14)

/** The word right before, with nothing but one white space between; a stop is passed over after a title (Dr. Lvov). */
export function wordBefore(text: string, at: number, isTitle: (word: string) => boolean): Neighbour | undefined {
  const least = Math.max(0, at - widestGap)
  let end = at
  while (end > least && isSpace(text.charCodeAt(end - 1))) end--
  if (end === at || (at - end > 1 && text.slice(end, at).includes('\n\n'))) return undefined
  const stopped = end > least && text[end - 1] === '.'
  if (stopped) end--
  let start = end
  while (start > 0 && end - start < longest && (isWordUnit(text.charCodeAt(start - 1)) || joinsBack(text, start)))
    start--
  if (start === end) return undefined
  const found = neighbour(text, start, end)
  return stopped && !isTitle(found.word) ? undefined : found
}

const joinsBack = (text: string, start: number) => text[start - 1] === '-' && isLetter(text.charCodeAt(start - 2))

/** The word right behind, with nothing but one white space between. */
export function wordBehind(text: string, at: number): Neighbour | undefined {
  let start = at
  while (start < text.length && start < at + widestGap && isSpace(text.charCodeAt(start))) start++
  if (start === at || (start - at > 1 && text.slice(at, start).includes('\n\n'))) return undefined
  let end = start
  while (end < text.length && end - start < longest && (isWordUnit(text.charCodeAt(end)) || joinsOn(text, end))) end++
  return start === end ? undefined : neighbour(text, start, end)
}

const joinsOn = (text: string, end: number) => text[end] === '-' && isLetter(text.charCodeAt(end + 1))

function neighbour(text: string, start: number, end: number): Neighbour {
  return { word: fold(text.slice(start, end)), capital: isUpper(text.charCodeAt(start)), start, end }
}

/** Among words in capitals a capital says nothing, nor does that of a single letter. */
export function bothShout(text: string, start: number, end: number, beside: Neighbour): boolean {
  if (capitals(text.slice(start, end)) !== 'upper') return false
  return beside.end - beside.start === 1 || capitals(text.slice(beside.start, beside.end)) === 'upper'
}

export const isAcronym = (text: string, { start, end }: Neighbour): boolean =>
  /^\p{Lu}{2,}$/u.test(text.slice(start, end))

/** Most long words have capitals, as headlines have in English: there a capital says nothing. */
export function isTitleCase(text: string, headline: boolean): boolean {
  if (text.length > 300 || (!headline && proseEnd.test(text))) return false
  let long = 0
  let capital = 0
  for (let i = 0; i < text.length; i++) {
    const start = i
    while (i < text.length && isLetterOrMark(text.charCodeAt(i))) i++
    if (i - start < 4) continue
    long++
    if (isUpper(text.charCodeAt(start))) capital++
  }
  const share = capital / long
  return headline ? share >= 0.7 : long >= 5 && share >= 0.85
}

/** The end of a sentence, or a list of names. */
const proseEnd = /[.…:;,]\s*$|,.*,.*,/u

const isLetterOrMark = (unit: number): boolean => isLetter(unit) || isMark(unit)

export function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?…]["”»’)]*\s+|\n|^\s*[—–-]\s+)["“«„‘(]*$/u.test(text.slice(Math.max(0, at - 12), at))
}

const stop = /[.!?…]/

/** What stands before a place within its sentence, 80 units at most. */
export function clauseBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 80), at)
  if (!stop.test(near)) return near
  const stops = [...near.matchAll(/[.!?…]["”»’)]*\s/gu)]
  const last = stops.at(-1)
  return last ? near.slice(last.index + last[0].length) : near
}

/** What stands behind a place within its sentence, 80 units at most. */
export function clauseBehind(text: string, at: number): string {
  const near = text.slice(at, at + 80)
  const end = near.search(/[.!?…]["”»’)]*\s/u)
  return end < 0 ? near : near.slice(0, end)
}

/** “… and in 1941 …”: what follows says first of when it speaks. */
const anotherTime = /[,;]?\s(?:and|but|while|і|й|та|а|але|и|но)\s(?:in|у|в|во)\s(?:1\d|20)\d\d(?!\d).*$/su

/** Words that begin a clause with a time of its own, and a semicolon before one. */
const joint = /;\s|,\s+(?:while|whereas|but|and|yet|а|але|проте|однак|тоді як|натомість|но|однако|тогда как|зато)\s/giu
const ownTime =
  /(?<![\d.,/-])(?:1\d|20)\d\d(?!\d|[.,]\d)|(?<!\p{L})(?:today|now|nowadays|нині|сьогодні|тепер|зараз|ныне|сегодня|теперь|сейчас)(?!\p{L})/iu

/**
 * Of what stands before and behind a name in its sentence the part that is of the name's own time: its clause, where that names a year
 * or the present (“In 1986 Kiev …, while today Kiev …”), else all.
 */
export function ofOwnTime(before: string, whole: string): readonly [before: string, behind: string] {
  const behind = whole.replace(anotherTime, '')
  const last = [...before.matchAll(joint)].at(-1)
  const next = behind.search(joint)
  if (!last && next < 0) return [before, behind]
  const own = [last ? before.slice(last.index + 1) : before, next < 0 ? behind : behind.slice(0, next)] as const
  return own.some(part => ownTime.test(part)) ? own : [before, behind]
}

/** A year, or a word for the present. */
export const hasOwnTime = (text: string): boolean => ownTime.test(text)

/** The units of signs. */
export const unitsOf = (signs: string): ReadonlySet<number> => new Set([...signs].map(sign => sign.charCodeAt(0)))

/** What may stand between a name and a word that speaks of it, or says where it is. */
export const gapSigns = unitsOf(
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff:,“"«(*_–—',
)

/** “The Kiev”, “the “Kiev””. */
export const isBehindArticle = (text: string, start: number): boolean =>
  article.test(text.slice(Math.max(0, start - 8), start))
const article = /(?<!\p{L})the\s["“‘']?$/iu
