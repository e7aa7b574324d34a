import type { Finding } from '../check/index.ts'
import { type Block, type BlockId, type Document, editRuns, type Run } from '../content/index.ts'
import { compatible, contains, type Edit, lastAtOrBefore } from '../text/index.ts'

/**
 * The blocks' runs with the fixes of the findings made. Fixes are all or nothing: one whose edits overlap an earlier one's is left
 * for the next round. The edits' source spans are taken back to the blocks' text, so that the format can write them its way.
 */
export function applyFixes(
  document: Document,
  findings: readonly Finding[],
  unsafe: boolean,
): Map<BlockId, readonly Run[]> {
  const chosen: Edit[] = []
  for (const finding of findings) {
    const fix = finding.fixes?.[0]
    if (!fix || fix.kind === 'display' || (fix.kind === 'unsafe' && !unsafe)) continue
    const all = compatible([...chosen, ...fix.edits])
    if (all.length === chosen.length + fix.edits.length) chosen.push(...fix.edits)
  }
  return editBlocks(document, chosen)
}

function editBlocks(document: Document, edits: readonly Edit[]): Map<BlockId, readonly Run[]> {
  const starts = document.blocks.map(block => block.span.start)
  const byBlock = new Map<Block, Edit[]>()
  for (const edit of edits) {
    const block = document.blocks[lastAtOrBefore(starts, edit.span.start)]
    if (!block || !contains(block.span, edit.span)) continue
    byBlock.set(block, [...(byBlock.get(block) ?? []), edit])
  }
  return new Map(
    [...byBlock].map(([block, list]) => [
      block.id,
      editRuns(
        block.runs,
        list.map(edit => inBlock(block, edit)),
      ),
    ]),
  )
}

/** The edit in units of the block's text. */
function inBlock(block: Block, edit: Edit): Edit {
  const start = textOffset(block, edit.span.start)
  const end = edit.span.end === edit.span.start ? start : textOffset(block, edit.span.end - 1) + 1
  return { span: { start, end }, insert: edit.insert }
}

function textOffset(block: Block, source: number): number {
  let at = 0
  for (const run of block.runs) {
    if (run.kind !== 'text') {
      at += run.kind === 'code' ? 1 : 0
      continue
    }
    for (const piece of run.map) {
      if (source >= piece.start && source < piece.end) {
        return at + piece.at + (piece.length === piece.end - piece.start ? source - piece.start : 0)
      }
    }
    at += run.text.length
  }
  return at
}
