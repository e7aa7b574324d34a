import { givenForms } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Concept, Glossary, Style } from '../termbase/index.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { allCases, wordForms, wordsOf } from './forms.ts'
import { latinSpellings, type Spelling, spellingsOf } from './spelling.ts'

/** A glossary ready to be matched. All of it is data: it can be stored and read back. */
export interface Compiled {
  readonly concepts: readonly Concept[]
  readonly styles: readonly Style[]
  readonly spellings: readonly Spelling[]
  /** Words of each spelling beyond the first and how they are joined; absent for single words. */
  readonly joiners: Readonly<Record<number, readonly (' ' | '-')[]>>
  readonly automaton: Automaton
  /** By word id: where its entries begin; one more for the end. */
  readonly entryStart: Int32Array
  /** Three numbers an entry: spelling (or -1 - exception), index of the word in it, mask of cases. */
  readonly entries: Int32Array
  readonly exceptions: readonly CompiledException[]
  /** By concept: the folded first letters of its given names in all languages. */
  readonly initials: Readonly<Record<number, string>>
  /** Folded given names, the glossary's and the usual ones, in all their spellings. */
  readonly given: readonly string[]
}

/** A phrase in which a concept's variant stays as it is. */
export interface CompiledException {
  readonly concept: number
  readonly words: number
  readonly joiners: readonly (' ' | '-')[]
  readonly styles?: readonly string[]
}

/** Later glossaries override earlier concepts by id. O(total forms). */
export function compile(glossaries: readonly Glossary[]): Compiled {
  const byId = new Map<string, Concept>()
  for (const glossary of glossaries) for (const concept of glossary.concepts) byId.set(concept.id, concept)
  const concepts = [...byId.values()]
  const styles = [...new Map(glossaries.flatMap(g => g.styles).map(style => [style.id, style])).values()]
  const spellings = concepts.flatMap((concept, i) => spellingsOf(concept, i))
  const index = new Map<string, number[]>()
  const add = (word: string, ...entry: readonly number[]) => {
    const key = fold(word)
    const list = index.get(key)
    if (list) list.push(...entry)
    else index.set(key, [...entry])
  }
  const joiners: Record<number, readonly (' ' | '-')[]> = {}
  spellings.forEach((spelling, id) => {
    const forms = wordForms(spelling, concepts[spelling.concept]!)
    if (forms.length > 1) joiners[id] = wordsOf(spelling.text).joiners
    forms.forEach((words, place) => {
      for (const [word, mask] of merged(words)) add(word, id, place, mask)
    })
  })
  const exceptions = concepts.flatMap((concept, i) =>
    concept.except.map((e): CompiledException & { text: string } => {
      const { words, joiners: joined } = wordsOf(e.text)
      return { concept: i, words: words.length, joiners: joined, text: e.text, ...(e.styles && { styles: e.styles }) }
    }),
  )
  exceptions.forEach((exception, id) => {
    wordsOf(exception.text).words.forEach((word, place) => {
      add(word.replace(/[,.;:!?]+$/u, ''), -1 - id, place, allCases)
    })
  })
  const words = [...index.keys()]
  const lists = [...index.values()]
  const entryStart = new Int32Array(words.length + 1)
  lists.forEach((list, i) => {
    entryStart[i + 1] = entryStart[i]! + list.length
  })
  return {
    concepts,
    styles,
    spellings,
    joiners,
    automaton: buildAutomaton(words),
    entryStart,
    entries: Int32Array.from(lists.flat()),
    exceptions,
    initials: initialsOf(spellings),
    given: givenOf(spellings),
  }
}

/** The usual given names by every table that English texts follow, so that no text has to be compared with them. */
function givenOf(spellings: readonly Spelling[]): string[] {
  const listed = givenForms().flatMap(form => [form, ...latinSpellings(form)])
  const own = spellings.filter(s => s.part === 'given').map(s => s.text)
  return [...new Set([...listed, ...own].map(fold))].filter(name => name.length > 2)
}

function initialsOf(spellings: readonly Spelling[]): Record<number, string> {
  const out: Record<number, string> = {}
  for (const spelling of spellings) {
    if (spelling.part === 'given') out[spelling.concept] = (out[spelling.concept] ?? '') + fold(spelling.text).charAt(0)
  }
  return out
}

/** Forms that fold alike are one, in all their cases. */
function merged(words: ReadonlyMap<string, number>): Map<string, number> {
  const out = new Map<string, number>()
  for (const [word, mask] of words) out.set(fold(word), (out.get(fold(word)) ?? 0) | mask)
  return out
}
