import { fold } from '../normalize/index.ts'
import { remembered } from '../text/index.ts'
import { clauseBefore, clauseBehind } from './neighbours.ts'
import { wordLists } from './word-lists.ts'

const words = /[\p{L}\p{M}'’ʼ-]+/gu

/** A title or an office stands right before a name, in any case form. */
export function isTitled(text: string, start: number, language: string): boolean {
  const last = [...clauseBefore(text, start).matchAll(words)].at(-1)
  return last !== undefined && isRole(last[0], language)
}

/** The sentence says beside a name who it is: within four words before it, or in an apposition behind. */
export function hasRole(text: string, start: number, end: number, language: string): boolean {
  const before = [...clauseBefore(text, start).matchAll(words)].slice(-4)
  const behind = /^\s*[,(–—]\s*([^,()–—]{1,80})/u.exec(clauseBehind(text, end))?.[1] ?? ''
  return [...before, ...behind.matchAll(words)].some(([word]) => isRole(word, language))
}

/** So many letters of an office are the same in all its cases. */
const officeStem = 5

/** The office right before a Ukrainian or Russian name, without its case: міністра Сибігу. Undefined where there is none. */
export function officeBefore(text: string, start: number, language: 'uk' | 'ru'): string | undefined {
  const gap = text[start - 1]
  if (gap !== ' ' && gap !== '\u00a0') return undefined
  let from = start - 1
  while (from > 0 && inCyrillicWord(text.charCodeAt(from - 1))) from--
  return start - 1 - from < officeStem ? undefined : offices[language](text.slice(from, start - 1))
}

/** Cyrillic letters, apostrophes and hyphens. */
const inCyrillicWord = (unit: number): boolean =>
  (unit >= 0x400 && unit < 0x500) || unit === 0x27 || unit === 0x2d || unit === 0x2bc || unit === 0x2019

/** So many words are remembered of each language. */
const mostWords = 10_000

const officesOf = (language: 'uk' | 'ru') =>
  remembered(word => (isRole(word, language) ? fold(word).slice(0, officeStem) : undefined), mostWords)

const offices = { uk: officesOf('uk'), ru: officesOf('ru') }

/** A word is a title or an office. Ukrainian and Russian words are compared without their endings, so that every case is known, and by the last of those that a hyphen joins. */
export function isRole(word: string, language: string): boolean {
  const { titles, roles } = wordLists(language)
  const folded = fold(word)
  if (titles.has(folded) || roles.has(folded)) return true
  if (language !== 'uk' && language !== 'ru') return false
  const stems = stemsOf(language, roles)
  const last = folded.slice(folded.lastIndexOf('-') + 1)
  return roles.has(last) || [1, 2, 3].some(cut => last.length - cut >= 4 && stems.has(last.slice(0, -cut)))
}

const known = new Map<string, ReadonlySet<string>>()

function stemsOf(language: string, roles: ReadonlySet<string>): ReadonlySet<string> {
  const stems =
    known.get(language) ?? new Set([...roles].map(role => role.replace(/[аяйь]$/u, '')).filter(stem => stem.length > 3))
  known.set(language, stems)
  return stems
}

/** A folded word is an office, alone or put together: minister, vice-president, president-elect. */
export function isOffice(word: string, language: string): boolean {
  const { roles } = wordLists(language)
  return roles.has(word) || (word.includes('-') && word.split('-').every(part => roles.has(part) || ofRole.test(part)))
}
const ofRole = /^(?:ex|co|vice|elect|designate)$/u
