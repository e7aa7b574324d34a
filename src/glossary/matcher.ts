import type { Compiled } from './compile.ts'
import { formOf, groupStart, maskIn, placeOf } from './entries.ts'
import { wordsOf } from './forms.ts'
import { hasSeveral, partOf } from './marks.ts'
import { numberOf, openScanner, type Scanner } from './scan.ts'
import { type Stop, stopOf } from './stop-words.ts'

/** A compiled glossary with what matching needs at hand. */
export interface Matcher {
  readonly compiled: Compiled
  readonly scanner: Scanner
  readonly marks: Uint16Array
  /** By spelling. */
  readonly conceptOf: Int32Array
  /** The numbers of the languages whose forms meet in one name. */
  readonly east: ReadonlySet<number>
  readonly joinersOf: (spelling: number) => readonly (' ' | '-')[]
  /** True of a word that alone is a given name of the glossary which needs a family name. */
  readonly isGiven: (word: number) => boolean
  /** Whether a word of the index, as written, needs a second sign to be a name. */
  readonly stopAt: (word: number, written: string, language: 'uk' | 'ru') => Stop
}

const known = new WeakMap<Compiled, Matcher>()

export function matcherOf(compiled: Compiled): Matcher {
  const before = known.get(compiled)
  if (before) return before
  const made = openMatcher(compiled)
  known.set(compiled, made)
  return made
}

function openMatcher(compiled: Compiled): Matcher {
  const { spellings, spellingStart, marks, languages } = compiled
  const conceptOf = new Int32Array(marks.length)
  for (let concept = 0; concept + 1 < spellingStart.length; concept++)
    conceptOf.fill(concept, spellingStart[concept], spellingStart[concept + 1])
  return {
    compiled,
    scanner: openScanner(compiled.automaton, compiled.small),
    marks,
    conceptOf,
    east: new Set(['uk', 'ru'].map(language => languages.indexOf(language))),
    joinersOf: remembered(spelling => wordsOf(spellings[spelling]!.text).joiners),
    isGiven: remembered(word => isGiven(compiled, word)),
    stopAt: stopsByWord(),
  }
}

function remembered<T>(make: (key: number) => T): (key: number) => T {
  const memo = new Map<number, T>()
  return key => {
    const before = memo.get(key)
    if (before !== undefined) return before
    const made = make(key)
    memo.set(key, made)
    return made
  }
}

function stopsByWord(): Matcher['stopAt'] {
  const known = { uk: new Map<number, Stop>(), ru: new Map<number, Stop>() }
  return (word, written, language) => {
    const before = known[language].get(word)
    if (before !== undefined) return before
    const stop = stopOf(written, language)
    known[language].set(word, stop)
    return stop
  }
}

function isGiven(compiled: Compiled, word: number): boolean {
  const { entryStart, entrySpelling, marks } = compiled
  for (let e = groupStart(compiled, marks, word, 3); e < entryStart[word + 1]!; e++)
    if (entrySpelling[e]! >= 0 && placeOf(formOf(compiled, e)) === 0 && partOf(marks[entrySpelling[e]!]!) === 'given')
      return true
  return false
}

/** Whether a folded word stands in any name of a glossary, in any form. */
export const isWordOf = (compiled: Compiled, folded: string): boolean =>
  numberOf(matcherOf(compiled).scanner, folded) >= 0

/** True of a folded word that is a given name, the glossary's or a usual one. O(length). */
export function isGivenName(compiled: Compiled, folded: string): boolean {
  const number = numberOf(matcherOf(compiled).scanner, folded)
  return number >= 0 && (compiled.given[number >> 3]! & (1 << (number & 7))) !== 0
}

/** The concepts whose given name of one word a folded word is a form of, and its cases as bits. O(names of the word). */
export function bearersOf(compiled: Compiled, folded: string): { readonly concept: number; readonly mask: number }[] {
  const { scanner, conceptOf, marks } = matcherOf(compiled)
  const word = numberOf(scanner, folded)
  if (word < 0) return []
  const found: { concept: number; mask: number }[] = []
  for (let e = groupStart(compiled, marks, word, 3); e < compiled.entryStart[word + 1]!; e++) {
    const spelling = compiled.entrySpelling[e]!
    if (placeOf(formOf(compiled, e)) > 0 || hasSeveral(marks[spelling]!) || partOf(marks[spelling]!) !== 'given')
      continue
    found.push({ concept: conceptOf[spelling]!, mask: maskIn(formOf(compiled, e)) })
  }
  return found
}

/** The names of several words whose second one a folded word is a form of: their spellings and its cases as bits. O(names of the word). */
export function endedBy(compiled: Compiled, folded: string): { readonly spelling: number; readonly mask: number }[] {
  const { scanner, marks } = matcherOf(compiled)
  const word = numberOf(scanner, folded)
  if (word < 0) return []
  const found: { spelling: number; mask: number }[] = []
  for (let e = groupStart(compiled, marks, word, 3); e < compiled.entryStart[word + 1]!; e++) {
    const spelling = compiled.entrySpelling[e]!
    const form = formOf(compiled, e)
    if (spelling >= 0 && placeOf(form) === 1 && partOf(marks[spelling]!) === 'name')
      found.push({ spelling, mask: maskIn(form) })
  }
  return found
}
