import { isLetter } from '../language/index.ts'
import { type Capitals, capitalsOf, capitalsOfLetter } from './capitals.ts'
import { type Entry, type Table, tableOf } from './compile.ts'
import { wordEnd, wordStart } from './context.ts'
import { cyrillicWord, foldCyrillic, foldLatin } from './fold.ts'
import type { Scheme } from './scheme.ts'

/** The text with its Cyrillic words in the scheme's first spelling; all else, and letters the scheme does not know, stay. Linear. */
export function romanize(text: string, scheme: Scheme): string {
  const table = tableOf(scheme)
  return text.replace(cyrillicWord, (word: string, offset: number) => {
    let latin = ''
    spellWord(table, word, text, offset, (entry, capitals, kept) => {
      latin += entry ? entry.spellings[0]![capitals] : kept
    })
    return latin
  })
}

/**
 * Every spelling that the scheme admits, the canonical one first, then by how many and how remote the alternatives are that
 * it uses. At most `limit` (100 if not given); cost grows with text length × limit.
 */
export function romanizeAll(
  text: string,
  scheme: Scheme,
  options: { readonly limit?: number } = {},
): readonly string[] {
  const limit = Math.max(1, options.limit ?? 100)
  const choices = choicesOf(text, tableOf(scheme))
  let best: readonly Ranked[] = [{ text: '', cost: 0 }]
  for (const choice of choices) best = extend(best, choice, limit)
  return best.map(one => one.text)
}

/**
 * Whether the Latin text is one of the spellings that the scheme admits for the Cyrillic one, whatever the capitals and the
 * forms of the signs. Linear for all practical tables.
 */
export function admits(cyrillic: string, latin: string, scheme: Scheme): boolean {
  const lower = (text: string) => foldLatin(text.toLocaleLowerCase(scheme.into))
  const wanted = lower(latin)
  let reached: readonly number[] = [0]
  for (const choice of choicesOf(cyrillic, tableOf(scheme))) {
    const spellings = choice.map(lower)
    const ends = reached.flatMap(at => spellings.filter(one => wanted.startsWith(one, at)).map(one => at + one.length))
    reached = [...new Set(ends)]
  }
  return reached.includes(wanted.length)
}

interface Ranked {
  readonly text: string
  readonly cost: number
}

/** Costs add up, so nothing outside the best `limit` beginnings can lead to one of the best `limit` wholes. */
function extend(beginnings: readonly Ranked[], choice: readonly string[], limit: number): readonly Ranked[] {
  if (choice.length === 1) return beginnings.map(one => ({ text: one.text + choice[0], cost: one.cost }))
  const found = new Map<string, number>()
  for (const beginning of beginnings) {
    choice.forEach((spelling, rank) => {
      const text = beginning.text + spelling
      const cost = beginning.cost + rank
      if (cost < (found.get(text) ?? Number.POSITIVE_INFINITY)) found.set(text, cost)
    })
  }
  return Array.from(found, ([text, cost]) => ({ text, cost }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
}

function choicesOf(text: string, table: Table): readonly (readonly string[])[] {
  const choices: (readonly string[])[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(cyrillicWord)) {
    choices.push([text.slice(end, index)])
    spellWord(table, word, text, index, (entry, capitals, kept) => {
      choices.push(entry ? entry.spellings.map(spelling => spelling[capitals]) : [kept])
    })
    end = index + word.length
  }
  choices.push([text.slice(end)])
  return choices
}

type Emit = (entry: Entry | undefined, capitals: Capitals, kept: string) => void

/** Gives the word's entries one after the other; a letter without an entry is given as `kept`. */
function spellWord(table: Table, written: string, text: string, offset: number, emit: Emit): void {
  const word = foldCyrillic(written)
  const lower = word.toLowerCase()
  const end = offset + written.length
  const outerBefore = neighbour(text, offset - 1, wordStart)
  const outerAfter = neighbour(text, end, wordEnd)
  const isLower = word === lower
  const alone = () => capitalsOfLetter(text, offset, end)
  for (let i = 0; i < word.length; ) {
    const entry = entryAt(table, lower, i, outerBefore, outerAfter)
    const next = i + (entry ? entry.letters.length : 1)
    if (entry) emit(entry, isLower ? 'lower' : capitalsOf(word, i, next, alone), '')
    else emit(undefined, 'lower', word[i]!)
    i = next
  }
}

/** A Latin letter or a mark that touches a Cyrillic word makes that end of it no border. */
function neighbour(text: string, at: number, border: string): string {
  return isLetter(text.charCodeAt(at)) ? text[at]!.toLowerCase() : border
}

function entryAt(table: Table, word: string, at: number, outerBefore: string, outerAfter: string): Entry | undefined {
  const row = table.get(word.charCodeAt(at))
  if (!row) return undefined
  for (const entry of row) {
    const { letters, after, before } = entry
    if (letters.length > 1 && !word.startsWith(letters, at)) continue
    if (after && !after(at > 0 ? word[at - 1]! : outerBefore)) continue
    if (before && !before(word[at + letters.length] ?? outerAfter)) continue
    return entry
  }
  return undefined
}
