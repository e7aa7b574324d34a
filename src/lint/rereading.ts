import type { Block } from '../content/index.ts'
import type { Chooser, Compiled } from '../glossary/index.ts'
import { type Clues, readClues } from './languages.ts'
import { opensQuote } from './quotes.ts'
import { type PassageOptions, Sighted } from './sighted.ts'

/**
 * The names of a text as they were last found, held by whoever reads it again and again: after a keystroke all blocks but one are as
 * they were.
 */
export interface Rereading {
  /** Filled and emptied by `openSubject`; bound to one glossary, style and treatment of places. */
  blocks: ReadonlyMap<string, Sighted>
  /** By the text of a block. */
  clues: ReadonlyMap<string, Clues>
  of?: readonly unknown[]
}

export const openRereading = (): Rereading => ({ blocks: new Map(), clues: new Map() })

/** Reads blocks, those known from the last reading without a look at their text; `keep` ends the reading. */
export interface Reader {
  clues(text: string): Clues
  read(block: Block, options: PassageOptions): Sighted
  keep(): void
}

export function readerOf(
  last: Rereading | undefined,
  glossary: Compiled,
  chooser: Chooser,
  places: PassageOptions['places'],
): Reader {
  if (!last) return { clues: readClues, read: (block, options) => new Sighted(block, options), keep() {} }
  const of = [glossary, chooser, JSON.stringify(places)]
  const known: ReadonlyMap<string, Sighted> = of.every((each, i) => each === last.of?.[i]) ? last.blocks : new Map()
  const now = new Map<string, Sighted>()
  const clues = new Map<string, Clues>()
  return {
    clues(text) {
      const found = last.clues.get(text) ?? readClues(text)
      clues.set(text, found)
      return found
    },
    read(block, options) {
      const key = keyOf(block, options)
      const read = known.get(key) ?? new Sighted(block, options)
      now.set(key, read)
      return read
    },
    keep() {
      last.blocks = now
      last.clues = clues
      last.of = of
    },
  }
}

/** All that the names of a block depend on but where it stands in the source. */
function keyOf(
  { kind, scope, languages, runs }: Block,
  { text, language, next, quoted, isAllSaid, era }: PassageOptions,
): string {
  const codes = runs.map(run => (run.kind === 'text' ? run.text.length : [run.kind, run.label]))
  return JSON.stringify([text, kind, scope, languages, codes, language, opensQuote(next), quoted, isAllSaid, era])
}
