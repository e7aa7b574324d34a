/** A language of the house, or one whose names it knows how to read. BCP 47 primary subtags. */
export type Language = 'en' | 'uk' | 'ru'

/** What the languages' own files tell. */
export interface Alphabet {
  readonly language: Language
  readonly script: 'latin' | 'cyrillic'
  /** The lower-case letters of the alphabet, in its order. */
  readonly letters: string
  /** Lower-case letters that, among the languages of the house, only this one writes. */
  readonly own: string
  readonly vowels: string
  /** Quotation marks, outer pair first. */
  readonly quotes: readonly (readonly [string, string])[]
}

export type Script = 'latin' | 'cyrillic' | 'mixed' | 'none'

const cyrillic = /\p{Script=Cyrillic}/u
const latin = /\p{Script=Latin}/u

/** The script of a word's letters; marks, digits and apostrophes belong to neither. */
export function scriptOf(word: string): Script {
  const hasCyrillic = cyrillic.test(word)
  const hasLatin = latin.test(word)
  return hasCyrillic ? (hasLatin ? 'mixed' : 'cyrillic') : hasLatin ? 'latin' : 'none'
}
