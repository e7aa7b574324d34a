import { givenForms } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Concept, Glossary, Style, ToldInLanguages, Use } from '../termbase/index.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { buildEntries, type Entries, type EntryList, packForm, placeOf } from './entries.ts'
import { allCases, type Forms, openForms, wordsOf } from './forms.ts'
import { isSmall, marksOf } from './marks.ts'
import { latinSpellings, openSpellings, type Spelling, type ToldUse } from './spelling.ts'

/**
 * A glossary ready to be matched. All of it is data: it can be stored and read back, and then concepts, spellings and exceptions are
 * read when they are looked into.
 */
export interface Compiled extends Entries {
  readonly concepts: readonly Concept[]
  readonly styles: readonly Style[]
  /** Concept by concept. */
  readonly spellings: readonly Spelling[]
  /** By concept: where its spellings begin; one more for the end. */
  readonly spellingStart: Int32Array
  /** By spelling: what a matcher asks of it; see `marks.ts`. */
  readonly marks: Uint16Array
  /** The languages of the spellings, by the number in their marks. */
  readonly languages: readonly string[]
  /** The styles that spellings are entered for. */
  readonly spellingStyles: readonly string[]
  /** The folded words of all forms and the given names; its numbers of words index the lists here. */
  readonly automaton: Automaton
  /** The first two units of words that may be written with a small Latin letter, as `openScanner` wants them. */
  readonly small: Int32Array
  readonly exceptions: readonly CompiledException[]
  /** One bit a word, the lowest first: it is a given name, the glossary's or a usual one, in some spelling. */
  readonly given: Uint8Array
}

/** A phrase in which a concept's variant stays as it is. */
export interface CompiledException {
  readonly concept: number
  readonly words: number
  readonly joiners: readonly (' ' | '-')[]
  readonly styles?: readonly string[]
}

/** Later glossaries override earlier concepts by id. O(n log n) in the forms. */
export function compile(glossaries: readonly Glossary[]): Compiled {
  const byId = new Map<string, Concept>()
  for (const glossary of glossaries) for (const concept of glossary.concepts) byId.set(concept.id, concept)
  const concepts = [...byId.values()]
  const styles = [...new Map(glossaries.flatMap(g => g.styles).map(style => [style.id, style])).values()]
  const reasons = new Map(glossaries.flatMap(g => g.reasons ?? []).map(told => [told.en, told]))
  const { spellings, spellingStart } = allSpellings(concepts, reasons)
  const languages = [...new Set(spellings.map(s => s.lang))]
  const marks = Uint16Array.from(spellings, s => marksOf(s, concepts[s.concept]!, languages.indexOf(s.lang)))
  const words = openWords()
  addForms(words, spellings, concepts)
  const exceptions = addExceptions(words, concepts)
  const given = givenOf(spellings)
  for (const name of given) words.numberOf(name)
  const sorted = words.sorted()
  return {
    concepts,
    styles,
    spellings,
    spellingStart,
    marks,
    languages,
    spellingStyles: [...new Set(spellings.flatMap(s => s.styles ?? []))],
    automaton: buildAutomaton(sorted.words),
    small: smallStarts(words.list, words.entries, marks),
    ...buildEntries(words.entries, sorted.numbers, marks),
    exceptions,
    given: bitsOf(given, sorted),
  }
}

function allSpellings(concepts: readonly Concept[], reasons: ReadonlyMap<string, ToldInLanguages>) {
  const spellings: Spelling[] = []
  const spellingStart = new Int32Array(concepts.length + 1)
  const derive = openSpellings()
  concepts.forEach((concept, i) => {
    for (const spelling of derive(concept, i)) spellings.push(withReason(spelling, reasons))
    spellingStart[i + 1] = spellings.length
  })
  return { spellings, spellingStart }
}

/** A reason in English alone, and who uses a spelling, are told in the languages that a glossary has for it. */
function withReason(spelling: Spelling, reasons: ReadonlyMap<string, ToldInLanguages>): Spelling {
  const told = typeof spelling.reason === 'string' ? reasons.get(spelling.reason) : undefined
  if (!told && !spelling.usedBy) return spelling
  const usedBy = spelling.usedBy?.map(use => toldUse(use, reasons))
  return { ...spelling, ...(told && { reason: told }), ...(usedBy && { usedBy }) }
}

function toldUse(use: Use, reasons: ReadonlyMap<string, ToldInLanguages>): ToldUse {
  const [who, source] = [reasons.get(use.who), reasons.get(use.source)]
  return who || source ? { ...use, told: { ...(who && { who }), ...(source && { source }) } } : use
}

/** Folded words in the order of their coming, and what they stand for. */
interface Words {
  readonly list: readonly string[]
  readonly entries: EntryList
  numberOf(folded: string): number
  /** The words in their order, and by coming the place of each in it. */
  sorted(): Sorted
}

interface Sorted {
  readonly words: readonly string[]
  readonly numbers: Int32Array
  readonly numberOf: (folded: string) => number
}

function openWords(): Words {
  const known = new Map<string, number>()
  const list: string[] = []
  const numberOf = (folded: string): number => {
    const before = known.get(folded)
    if (before !== undefined) return before
    known.set(folded, list.length)
    return list.push(folded) - 1
  }
  return {
    list,
    entries: { words: [], spellings: [], forms: [] },
    numberOf,
    sorted() {
      const order = Int32Array.from(list.keys()).sort((a, b) => (list[a]! < list[b]! ? -1 : 1))
      const numbers = new Int32Array(list.length)
      order.forEach((came, number) => {
        numbers[came] = number
      })
      return { words: Array.from(order, came => list[came]!), numbers, numberOf: word => numbers[known.get(word)!]! }
    },
  }
}

function addForms(words: Words, spellings: readonly Spelling[], concepts: readonly Concept[]): void {
  const formsOf: Forms = openForms()
  spellings.forEach((spelling, id) => {
    formsOf(spelling, concepts[spelling.concept]!).forEach((forms, place) => {
      for (const [word, mask] of forms) add(words, word, id, packForm(place, mask))
    })
  })
}

function add({ numberOf, entries }: Words, folded: string, spelling: number, form: number): void {
  if (folded === '') return
  entries.words.push(numberOf(folded))
  entries.spellings.push(spelling)
  entries.forms.push(form)
}

function addExceptions(words: Words, concepts: readonly Concept[]): CompiledException[] {
  const exceptions: CompiledException[] = []
  concepts.forEach((concept, i) => {
    for (const { text, styles } of concept.except) {
      const { words: phrase, joiners } = wordsOf(text)
      const id = exceptions.push({ concept: i, words: phrase.length, joiners, ...(styles && { styles }) }) - 1
      phrase.forEach((word, place) => {
        add(words, fold(word.replace(/[,.;:!?]+$/u, '')), -1 - id, packForm(place, allCases))
      })
    }
  })
  return exceptions
}

/** An exception's first word may stand with any letter, and so may one that the glossary itself writes small. */
function smallStarts(list: readonly string[], entries: EntryList, marks: Uint16Array): Int32Array {
  const starts = new Set<number>()
  entries.words.forEach((word, i) => {
    const spelling = entries.spellings[i]!
    if (placeOf(entries.forms[i]!) > 0 || (spelling >= 0 && !isSmall(marks[spelling]!))) return
    const [first, second] = [list[word]!.charCodeAt(0) || 0, list[word]!.charCodeAt(1) || 0]
    starts.add((first << 16) | second)
  })
  return Int32Array.from(starts).sort()
}

/** The usual given names by every table that English texts follow, so that no text has to be compared with them. */
function givenOf(spellings: readonly Spelling[]): string[] {
  const listed = givenForms().flatMap(form => [form, ...latinSpellings(form)])
  const own = spellings.filter(s => s.part === 'given').map(s => s.text)
  // A word of the index ends where it ends: “Жан-Клод” is two, and found as such.
  return [...new Set([...listed, ...own])].map(fold).filter(name => name.length > 2 && !/[\s-]/u.test(name))
}

function bitsOf(given: readonly string[], { words, numberOf }: Sorted): Uint8Array {
  const bits = new Uint8Array((words.length + 7) >> 3)
  for (const name of given) bits[numberOf(name) >> 3]! |= 1 << (numberOf(name) & 7)
  return bits
}
