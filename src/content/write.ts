import { compatible, type Edit, type Span } from '../text/index.ts'
import type { Block, BlockId, Document } from './document.ts'
import type { Run } from './run.ts'

/** How a format spells new text at a place of a block. `before` is what is already written of the block. */
export type Escape = (
  text: string,
  place: { readonly block: Block; readonly before: string; readonly runs: readonly Run[] },
) => string

/**
 * How a format spells a whole block. `copy` gives the source of a stretch (of a piece or a code), with the changes made that
 * were asked of blocks inside it: the description of an image stands in its paragraph's code.
 */
export type SpellBlock = (block: Block, runs: readonly Run[], copy: (start: number, end: number) => string) => string

/** The edits that put changed runs in place of the blocks' old ones: one an outermost changed block. */
export function blockEdits(
  source: string,
  document: Document,
  changes: ReadonlyMap<BlockId, readonly Run[]>,
  spell: Escape,
): Edit[] {
  return spellEdits(source, document, changes, (block, runs, copy) => spellRuns(block, runs, copy, spell))
}

/**
 * As `blockEdits`, for a format that must see the whole block to spell it. `others` are edits that what is copied inside a changed block
 * has as well, such as those of a note that stays in a paragraph that does not. O(n log n) in blocks and pieces.
 */
export function spellEdits(
  source: string,
  document: Document,
  changes: ReadonlyMap<BlockId, readonly Run[]>,
  spell: SpellBlock,
  others: readonly Edit[] = [],
): Edit[] {
  const waiting = [...others].sort((a, b) => a.span.start - b.span.start)
  const changed = document.blocks
    .filter(block => changes.has(block.id))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const inserts = (from: number, to: number): Edit[] => {
    const edits: Edit[] = []
    for (let i = from; i < to; ) {
      const block = changed[i]!
      let next = i + 1
      while (next < to && changed[next]!.span.end <= block.span.end) next++
      const inner = compatible([...inserts(i + 1, next), ...within(waiting, block.span)])
      edits.push({ span: block.span, insert: spell(block, changes.get(block.id)!, copier(source, inner)) })
      i = next
    }
    return edits
  }
  return inserts(0, changed.length).filter(({ span, insert }) => insert !== source.slice(span.start, span.end))
}

/** The edits (in order) that lie inside a stretch. O(log n) and what is found. */
function within(edits: readonly Edit[], { start, end }: Span): Edit[] {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edits[middle]!.span.start < start) low = middle + 1
    else high = middle
  }
  const found: Edit[] = []
  for (let edit = edits[low]; edit && edit.span.end <= end; edit = edits[++low]) found.push(edit)
  return found
}

/** Copies stretches of the source with the edits made that lie inside. The edits are in order. */
function copier(source: string, edits: readonly Edit[]): (start: number, end: number) => string {
  if (edits.length === 0) return (start, end) => source.slice(start, end)
  return (start, end) => {
    let out = ''
    let at = start
    for (const { span, insert } of within(edits, { start, end })) {
      out += source.slice(at, span.start) + insert
      at = span.end
    }
    return out + source.slice(at, end)
  }
}

function spellRuns(
  block: Block,
  runs: readonly Run[],
  copy: (start: number, end: number) => string,
  spell: Escape,
): string {
  let out = ''
  for (const run of runs) {
    if (run.kind !== 'text') {
      out += copy(run.span.start, run.span.end)
      continue
    }
    let at = 0
    for (const piece of run.map) {
      if (piece.at > at) out += spell(run.text.slice(at, piece.at), { block, before: out, runs })
      out += copy(piece.start, piece.end)
      at = piece.at + piece.length
    }
    if (at < run.text.length) out += spell(run.text.slice(at), { block, before: out, runs })
  }
  return out
}
