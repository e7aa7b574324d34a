import { isLetter, isMark, isUpper } from '../language/index.ts'

/** How the spelling of a letter is capitalised. */
export type Capitals = 'lower' | 'title' | 'upper'

/** A spelling in its three capitalisations; `language` decides what the capital of a letter is. */
export type Cased = Readonly<Record<Capitals, string>>

export function cased(spelling: string, language: string | undefined): Cased {
  const upper = spelling.toLocaleUpperCase(language)
  return { lower: spelling, title: titled(spelling, language), upper }
}

/** Up to its first letter; letters under one ligature (U+0361) are capitals together. */
const beginning = /^[^\p{L}]*\p{L}(?:\u0361\p{L})?/u

const titled = (spelling: string, language: string | undefined): string =>
  spelling.replace(beginning, start => start.toLocaleUpperCase(language))

/**
 * How to capitalise the letters start..end of a word. A capital is one of capitals only where a neighbour in the word is one
 * too: the next letter, or at the end of the word the one before.
 */
export function capitalsOf(word: string, start: number, end: number, alone: () => Capitals): Capitals {
  if (!isUpper(word.charCodeAt(start))) return 'lower'
  const next = nextLetter(word, start + 1)
  if (next < word.length) return isUpper(word.charCodeAt(next)) ? 'upper' : 'title'
  if (start > 0) return isUpper(word.charCodeAt(start - 1)) ? 'upper' : 'title'
  return end === word.length ? alone() : 'title'
}

function nextLetter(word: string, from: number): number {
  let i = from
  while (i < word.length && !isLetter(word.charCodeAt(i))) i++
  return i
}

/** A word of one capital: an initial has only its first letter capital, a word among words of capitals has all. */
export function capitalsOfLetter(text: string, start: number, end: number): Capitals {
  if (text[end] === '.') return 'title'
  const follows = isGap(text[end]) && areCapitals(text, end + 1, 1)
  const precedes = isGap(text[start - 1]) && areCapitals(text, start - 2, -1)
  return follows || precedes ? 'upper' : 'title'
}

/** Whether the two letters from this place on, or back, are capitals; marks and soft hyphens between them do not count. */
function areCapitals(text: string, at: number, step: 1 | -1): boolean {
  const first = overMarks(text, at, step)
  const second = overMarks(text, first + step, step)
  return isUpper(text.charCodeAt(first)) && isUpper(text.charCodeAt(second))
}

function overMarks(text: string, at: number, step: 1 | -1): number {
  let i = at
  while (isMark(text.charCodeAt(i)) || text[i] === '\u00ad') i += step
  return i
}

const isGap = (char: string | undefined): boolean => char === ' ' || char === '-' || char === '\u00a0'
