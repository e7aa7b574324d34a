import { isUpper } from '../language/index.ts'
import type { Concept, Part } from '../termbase/index.ts'
import { wordsOf } from './forms.ts'
import type { Spelling } from './spelling.ts'

/**
 * What a matcher asks of a spelling, in one number: its part (three bits), its first letter is small, it is all that the concept has
 * (a saint's given name), its concept may be written small (росія), it has several words, and from bit 7 on its language.
 */
const parts: readonly Part[] = ['given', 'patronymic', 'family', 'full', 'name', 'short']
const small = 8
const whole = 16
const lowercase = 32
const several = 64

export function marksOf(spelling: Spelling, concept: Concept, language: number): number {
  return (
    parts.indexOf(spelling.part) +
    (isUpper(spelling.text.charCodeAt(0)) ? 0 : small) +
    (isWhole(spelling, concept) ? whole : 0) +
    (concept.lowercase === true ? lowercase : 0) +
    (wordsOf(spelling.text).words.length > 1 ? several : 0) +
    (language << 7)
  )
}

/** A given name stands for the whole where it is all that the concept has (saints, kings). */
function isWhole({ part, lang }: Spelling, concept: Concept): boolean {
  if (part !== 'given' && part !== 'patronymic') return false
  const name = concept.names[lang]
  return name !== undefined && Object.keys(name).length === 1
}

export const partOf = (marks: number): Part => parts[marks & 7]!
export const isSmall = (marks: number): boolean => (marks & small) !== 0
export const isAll = (marks: number): boolean => (marks & whole) !== 0
/** Of the concept: it is also written with a small first letter. */
export const mayBeSmall = (marks: number): boolean => (marks & lowercase) !== 0
export const hasSeveral = (marks: number): boolean => (marks & several) !== 0
export const languageOf = (marks: number): number => marks >> 7

/** A part that is a name only beside the others. */
export const needsOthers = (marks: number): boolean => (marks & 7) < 2 && !isAll(marks)
