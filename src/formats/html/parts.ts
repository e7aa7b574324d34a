import { objectCharacter, type Run } from '../../content/index.ts'

/** A stretch of a block to be written: `written` source that is copied, or new text, and what of it shows. */
export interface Part {
  readonly written: string | undefined
  readonly shown: string
}

/** The parts of runs; with `keep`, what has a map is copied. A line break counts as white space, a mark of emphasis as nothing. */
export function partsOf(runs: readonly Run[], copy: (start: number, end: number) => string, keep: boolean): Part[] {
  const parts: Part[] = []
  for (const run of runs) {
    if (run.kind !== 'text') {
      parts.push({ written: copy(run.span.start, run.span.end), shown: shownOf(run.kind, run.label) })
      continue
    }
    let at = 0
    for (const piece of keep ? run.map : []) {
      if (piece.at > at) parts.push({ written: undefined, shown: run.text.slice(at, piece.at) })
      at = piece.at + piece.length
      parts.push({ written: copy(piece.start, piece.end), shown: run.text.slice(piece.at, at) })
    }
    if (at < run.text.length) parts.push({ written: undefined, shown: run.text.slice(at) })
  }
  return parts
}

function shownOf(kind: 'open' | 'close' | 'code', label: string): string {
  if (kind !== 'code' || label.startsWith('<!--')) return ''
  return /^<br\b/i.test(label) ? '\n' : objectCharacter
}
