import { fold } from './tagger/fold.ts'
import { bit, kindsOf, lexiconOf } from './tagger/lexicon.ts'

/** So many letters of an office are the same in all its cases. */
const stem = 5

/** The office that stands right before a Cyrillic name, without its case: міністра Сибігу. Undefined where there is none. */
export function roleBefore(text: string, start: number): string | undefined {
  const word = /(\p{Script=Cyrillic}[\p{Script=Cyrillic}'’ʼ-]*)[ \u00a0]$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  )?.[1]
  if (word === undefined) return undefined
  const folded = fold(word)
  const units = Int32Array.from(folded, letter => letter.charCodeAt(0))
  const isRole = (kindsOf(lexiconOf('cyrillic'), 'cyrillic', units, units.length) & bit.role) !== 0
  return isRole ? folded.slice(0, stem) : undefined
}
