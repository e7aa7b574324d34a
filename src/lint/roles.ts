import { fold } from '../normalize/index.ts'
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

/** Ukrainian and Russian words are compared without their endings, so that every case is known. */
function isRole(word: string, language: string): boolean {
  const { titles, roles } = wordLists(language)
  const folded = fold(word)
  if (titles.has(folded) || roles.has(folded)) return true
  if (language !== 'uk' && language !== 'ru') return false
  const stems = stemsOf(language, roles)
  return [1, 2, 3].some(cut => folded.length - cut >= 4 && stems.has(folded.slice(0, -cut)))
}

const known = new Map<string, ReadonlySet<string>>()

function stemsOf(language: string, roles: ReadonlySet<string>): ReadonlySet<string> {
  const stems =
    known.get(language) ?? new Set([...roles].map(role => role.replace(/[аяйь]$/u, '')).filter(stem => stem.length > 3))
  known.set(language, stems)
  return stems
}
