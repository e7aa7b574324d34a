import { applyEdits, type Edit } from '../text/index.ts'
import type { BlockId, Document } from './document.ts'
import type { Run } from './run.ts'

/** How a format spells new text at a place of a block. `before` is what is already written of the block. */
export type Escape = (
  text: string,
  place: { readonly block: Document['blocks'][number]; readonly before: string; readonly runs: readonly Run[] },
) => string

/** The edits that put changed runs in place of the blocks' old ones: one an affected block. */
export function blockEdits(
  source: string,
  document: Document,
  changes: ReadonlyMap<BlockId, readonly Run[]>,
  spell: Escape,
): Edit[] {
  const edits: Edit[] = []
  for (const block of document.blocks) {
    const runs = changes.get(block.id)
    if (!runs) continue
    const insert = writeRuns(source, block, runs, spell)
    if (insert !== source.slice(block.span.start, block.span.end)) edits.push({ span: block.span, insert })
  }
  return edits
}

function writeRuns(source: string, block: Document['blocks'][number], runs: readonly Run[], spell: Escape): string {
  let out = ''
  for (const run of runs) {
    if (run.kind !== 'text') {
      out += source.slice(run.span.start, run.span.end)
      continue
    }
    let at = 0
    for (const piece of run.map) {
      if (piece.at > at) out += spell(run.text.slice(at, piece.at), { block, before: out, runs })
      out += source.slice(piece.start, piece.end)
      at = piece.at + piece.length
    }
    if (at < run.text.length) out += spell(run.text.slice(at), { block, before: out, runs })
  }
  return out
}

/** `write` for a format whose source is one text. */
export function writeText(
  source: string,
  document: Document,
  changes: ReadonlyMap<BlockId, readonly Run[]>,
  spell: Escape,
): string {
  return applyEdits(source, blockEdits(source, document, changes, spell))
}
