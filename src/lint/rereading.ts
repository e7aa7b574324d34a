import type { Block } from '../content/index.ts'
import type { Chooser, Compiled } from '../glossary/index.ts'
import { type Passage, type PassageOptions, passageOf } from './passage.ts'

/**
 * The passages of a text as they were last read, held by whoever reads it again and again: after a keystroke all blocks but one are
 * as they were.
 */
export interface Rereading {
  /** Filled and emptied by `openSubject`; bound to one glossary, style and treatment of places. */
  passages: ReadonlyMap<string, Passage>
  of?: readonly unknown[]
}

export const openRereading = (): Rereading => ({ passages: new Map() })

/** Reads blocks, those known from the last reading without a look at their text; `keep` ends the reading. */
export interface Reader {
  read(block: Block, options: PassageOptions): Passage
  keep(): void
}

export function readerOf(
  last: Rereading | undefined,
  glossary: Compiled,
  chooser: Chooser,
  places: PassageOptions['places'],
): Reader {
  if (!last) return { read: passageOf, keep() {} }
  const of = [glossary, chooser, JSON.stringify(places)]
  const known: ReadonlyMap<string, Passage> = of.every((each, i) => each === last.of?.[i]) ? last.passages : new Map()
  const now = new Map<string, Passage>()
  return {
    read(block, options) {
      const key = keyOf(block, options)
      const before = known.get(key)
      const passage = before ? moved(before, block) : passageOf(block, options)
      now.set(key, passage)
      return passage
    },
    keep() {
      last.passages = now
      last.of = of
    },
  }
}

/** All that a passage depends on but where its block stands in the source. */
function keyOf({ kind, scope, languages, runs }: Block, { text, language, quotes, quoted }: PassageOptions): string {
  const codes = runs.map(run => (run.kind === 'text' ? run.text.length : [run.kind, run.label]))
  return JSON.stringify([text, kind, scope, languages, codes, language, quotes, quoted])
}

const moved = (passage: Passage, block: Block): Passage => ({
  ...passage,
  block,
  mentions: passage.mentions.map(seen => ({ ...seen, block })),
})
