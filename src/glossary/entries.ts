import { caseOrder } from './forms.ts'
import { hasSeveral, needsOthers } from './marks.ts'

/** What each word of the index stands for. */
export interface Entries {
  /** By word: where its entries begin; one more for the end. */
  readonly entryStart: Int32Array
  /**
   * By entry: the spelling (or -1 - exception). A word's entries stand in four groups, each ascending: exceptions that it begins; spellings that
   * it is the whole of; spellings of several words that it begins; and what is only looked for beside other words.
   */
  readonly entrySpelling: Int32Array
  /** By entry: the index of its form. */
  readonly entryForm: Numbers
  /** The place of a word in a spelling and the cases in which it stands there, packed; there are few different ones. */
  readonly forms: Int32Array
}

/** Numbers of no fixed width. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array

/** In the least width that holds them all. */
export function narrow(numbers: ArrayLike<number>): Numbers {
  let most = 0
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i]!)
  if (most < 0x100) return Uint8Array.from(numbers)
  return most < 0x10000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers)
}

/** Entries in the order of their coming. */
export interface EntryList {
  readonly words: number[]
  readonly spellings: number[]
  readonly forms: number[]
}

const placeBit = 2 * caseOrder.length
export const packForm = (place: number, mask: number): number => (place << placeBit) | mask
export const placeOf = (form: number): number => form >>> placeBit
export const maskIn = (form: number): number => form & ((1 << placeBit) - 1)

/** The group of an entry, see `Entries`. */
export function groupOf(spelling: number, form: number, marks: Uint16Array): 0 | 1 | 2 | 3 {
  if (placeOf(form) > 0) return 3
  if (spelling < 0) return 0
  if (hasSeveral(marks[spelling]!)) return 2
  return needsOthers(marks[spelling]!) ? 3 : 1
}

/** `numbers`: by coming, the number of each word. O(n log n). */
export function buildEntries({ words, spellings, forms }: EntryList, numbers: Int32Array, marks: Uint16Array): Entries {
  const count = words.length
  const entryStart = new Int32Array(numbers.length + 1)
  for (const word of words) entryStart[numbers[word]! + 1]!++
  for (let word = 0; word < numbers.length; word++) entryStart[word + 1]! += entryStart[word]!
  const group = Uint8Array.from(words, (_, i) => groupOf(spellings[i]!, forms[i]!, marks))
  const order = new Int32Array(count)
  const next = entryStart.slice()
  for (let i = 0; i < count; i++) order[next[numbers[words[i]!]!]!++] = i
  for (let word = 0; word < numbers.length; word++) {
    const [from, to] = [entryStart[word]!, entryStart[word + 1]!]
    if (to - from > 1)
      order
        .subarray(from, to)
        .sort((a, b) => group[a]! - group[b]! || spellings[a]! - spellings[b]! || forms[a]! - forms[b]!)
  }
  return {
    entryStart,
    entrySpelling: Int32Array.from(order, i => spellings[i]!),
    ...packedForms(order, forms),
  }
}

function packedForms(order: Int32Array, forms: readonly number[]): Pick<Entries, 'entryForm' | 'forms'> {
  const indexes = new Map<number, number>()
  const indexOf = (form: number): number => {
    const known = indexes.get(form) ?? indexes.size
    indexes.set(form, known)
    return known
  }
  return { entryForm: narrow(Array.from(order, i => indexOf(forms[i]!))), forms: Int32Array.from(indexes.keys()) }
}

/** The place and the cases of an entry. */
export const formOf = ({ forms, entryForm }: Entries, entry: number): number => forms[entryForm[entry]!]!

export const groupAt = (entries: Entries, marks: Uint16Array, entry: number): 0 | 1 | 2 | 3 =>
  groupOf(entries.entrySpelling[entry]!, formOf(entries, entry), marks)

/** Where a group of a word's entries begins. O(log entries). */
export function groupStart(entries: Entries, marks: Uint16Array, word: number, group: 1 | 2 | 3): number {
  const { entryStart } = entries
  let low = entryStart[word]!
  let high = entryStart[word + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (groupAt(entries, marks, middle) < group) low = middle + 1
    else high = middle
  }
  return low
}

/** The cases in which a word is the word at a further place of a spelling or an exception; 0 where it is not. O(log entries). */
export function maskAt(entries: Entries, marks: Uint16Array, word: number, spelling: number, place: number): number {
  const { entryStart, entrySpelling } = entries
  const end = entryStart[word + 1]!
  let low = groupStart(entries, marks, word, 3)
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (entrySpelling[middle]! < spelling) low = middle + 1
    else high = middle
  }
  for (let e = low; e < end && entrySpelling[e] === spelling; e++)
    if (placeOf(formOf(entries, e)) === place) return maskIn(formOf(entries, e))
  return 0
}
