import type { Finding } from '../check/index.ts'
import {
  type Block,
  type BlockId,
  blockOffsets,
  type Document,
  editRuns,
  innermost,
  type Run,
} from '../content/index.ts'
import type { Edit, Fix, Span } from '../text/index.ts'

/**
 * The blocks' runs with the fixes of the findings made. Fixes are all or nothing: one that reaches into an earlier one is left for
 * the next round. The edits' source spans are taken back to the blocks' text, so that the format can write them its way.
 * O(n log n) in findings and blocks.
 */
export function applyFixes(
  document: Document,
  findings: readonly Finding[],
  unsafe: boolean,
): Map<BlockId, readonly Run[]> {
  const fixes = findings.flatMap(finding => finding.fixes?.slice(0, 1) ?? []).filter(fix => isMade(fix, unsafe))
  const sorted = fixes
    .map(fix => ({ fix, part: partOf(fix.edits[0]!), start: Math.min(...fix.edits.map(e => e.span.start)) }))
    .sort((a, b) => a.start - b.start)
  const chosen: Edit[] = []
  const ends = new Map<string, number>()
  for (const { fix, part, start } of sorted) {
    const end = ends.get(part) ?? -1
    if (start < end) continue
    chosen.push(...fix.edits)
    ends.set(part, Math.max(end, ...fix.edits.map(e => Math.max(e.span.end, e.span.start + 1))))
  }
  return editBlocks(document, chosen)
}

/** Offsets count anew in each part of a package. */
const partOf = ({ span }: { readonly span: Span }): string => span.part ?? ''

function isMade(fix: Fix, unsafe: boolean): boolean {
  return fix.edits.length > 0 && (fix.kind === 'safe' || (fix.kind === 'unsafe' && unsafe))
}

function editBlocks(document: Document, edits: readonly Edit[]): Map<BlockId, readonly Run[]> {
  const indexOf = innermost(document.blocks)
  const byBlock = new Map<Block, Edit[]>()
  for (const edit of edits) {
    const index = indexOf(edit.span)
    if (index === undefined) continue
    const block = document.blocks[index]!
    const list = byBlock.get(block)
    if (list) list.push(edit)
    else byBlock.set(block, [edit])
  }
  return new Map([...byBlock].map(([block, list]) => [block.id, editRuns(block.runs, inBlock(block, list))]))
}

/** The edits in units of the block's text. */
function inBlock(block: Block, edits: readonly Edit[]): Edit[] {
  const offset = blockOffsets(block)
  return edits.map(({ span, insert }) => {
    const start = offset(span.start)
    return { span: { start, end: span.end === span.start ? start : offset(span.end - 1) + 1 }, insert }
  })
}
