import type { Chooser, Compiled, Spelling } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'

/** Letters that are no base letter with a mark. */
const others: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ħ: 'h', ŧ: 't' }

/** A folded word without its diacritics: qırımoğlu → qirimoglu. */
export const plain = (folded: string): string =>
  folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøħŧ]/gu, letter => others[letter]!)

const known = new WeakMap<Chooser, ReadonlyMap<string, Spelling>>()

/** The preferred English spellings with diacritics that a style has, by what they are without. O(spellings) once a chooser. */
export function spellingsWithDiacritics(glossary: Compiled, chooser: Chooser): ReadonlyMap<string, Spelling> {
  const before = known.get(chooser)
  if (before) return before
  const found = new Map<string, Spelling>()
  for (const spelling of glossary.spellings) {
    if (spelling.lang !== 'en' || spelling.part === 'given' || spelling.part === 'patronymic') continue
    const folded = fold(spelling.text)
    const bare = plain(folded)
    if (bare === folded || chooser.judge(spelling).status !== 'preferred') continue
    found.set(bare, spelling)
  }
  known.set(chooser, found)
  return found
}
