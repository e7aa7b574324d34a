import { words } from '../segment/index.ts'
import type { MemoryRun } from './entry.ts'

export type TokenKind = 'word' | 'number' | 'mark' | 'code'

/** What a segment is made of for comparing: words, numbers, single marks, codes. White space counts nothing. */
export interface Token {
  readonly kind: TokenKind
  /** As written; of a code its kind. */
  readonly text: string
  /** Equal for what differs in capitals, stress marks or the shape of an apostrophe only. */
  readonly folded: string
  /** Where the text stands: the run, and the offset in it. */
  readonly run: number
  readonly start: number
}

/** O(n). */
export function tokens(runs: readonly MemoryRun[]): Token[] {
  const out: Token[] = []
  runs.forEach((run, index) => {
    if (typeof run !== 'string') {
      if (!run.highlight) out.push({ kind: 'code', text: run.kind, folded: run.kind, run: index, start: 0 })
      return
    }
    let at = 0
    for (const { start, end } of words(run)) {
      marks(run, at, start, index, out)
      const text = run.slice(start, end)
      const kind = onlyDigits.test(text) ? 'number' : 'word'
      out.push({ kind, text, folded: kind === 'word' ? fold(text) : text, run: index, start })
      at = end
    }
    marks(run, at, run.length, index, out)
  })
  return out
}

function marks(text: string, from: number, to: number, run: number, out: Token[]): void {
  for (let at = from; at < to; at++) {
    const mark = text[at]!
    if (mark > ' ' && !space.test(mark)) out.push({ kind: 'mark', text: mark, folded: mark, run, start: at })
  }
}

const space = /\s/u
const onlyDigits = /^[\p{N}.,]+$/u
const plain = /^[a-zа-яіїєґ]+$/u
const silent = /[\u0301\u00ad]/gu
const apostrophes = /[’ʼ‘`]/gu

/** Without capitals, stress marks and soft hyphens, with one apostrophe. */
function fold(word: string): string {
  const lower = word.toLowerCase()
  return plain.test(lower) ? lower : lower.replace(silent, '').replace(apostrophes, "'")
}

/** The words by which a segment is found: each once, folded, in the order of the text. */
export function indexWords(list: readonly Token[]): string[] {
  const found = new Set<string>()
  for (const { kind, folded } of list) if (kind === 'word') found.add(folded)
  return [...found]
}
