import type { Finding } from '../check/index.ts'
import { type Block, type BlockId, type Document, editRuns, type Run } from '../content/index.ts'
import { contains, type Edit, type Fix, lastAtOrBefore } from '../text/index.ts'
import { enclosing } from './enclosing.ts'

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
    .map(fix => ({ fix, start: Math.min(...fix.edits.map(e => e.span.start)) }))
    .sort((a, b) => a.start - b.start)
  const chosen: Edit[] = []
  let end = -1
  for (const { fix, start } of sorted) {
    if (start < end) continue
    chosen.push(...fix.edits)
    end = Math.max(end, ...fix.edits.map(e => Math.max(e.span.end, e.span.start + 1)))
  }
  return editBlocks(document, chosen)
}

function isMade(fix: Fix, unsafe: boolean): boolean {
  return fix.edits.length > 0 && (fix.kind === 'safe' || (fix.kind === 'unsafe' && unsafe))
}

function editBlocks(document: Document, edits: readonly Edit[]): Map<BlockId, readonly Run[]> {
  const blockOf = innermost(document.blocks)
  const byBlock = new Map<Block, Edit[]>()
  for (const edit of edits) {
    const block = blockOf(edit)
    if (!block) continue
    const list = byBlock.get(block)
    if (list) list.push(edit)
    else byBlock.set(block, [edit])
  }
  return new Map([...byBlock].map(([block, list]) => [block.id, editRuns(block.runs, inBlock(block, list))]))
}

/** Finds the innermost block that holds an edit: an image's description stands inside its paragraph. */
function innermost(blocks: readonly Block[]): (edit: Edit) => Block | undefined {
  const starts = blocks.map(block => block.span.start)
  const outer = enclosing(blocks)
  return edit => {
    if (blocks.length === 0) return undefined
    let index: number | undefined = lastAtOrBefore(starts, edit.span.start)
    while (index !== undefined && !contains(blocks[index]!.span, edit.span)) index = outer[index]
    return index === undefined ? undefined : blocks[index]
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly at: number
  readonly whole: boolean
}

/** The edits in units of the block's text. */
function inBlock(block: Block, edits: readonly Edit[]): Edit[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const run of block.runs) {
    if (run.kind === 'text') {
      for (const p of run.map)
        stretches.push({ start: p.start, end: p.end, at: at + p.at, whole: p.length !== p.end - p.start })
      at += run.text.length
    } else at += run.kind === 'code' ? 1 : 0
  }
  const starts = stretches.map(s => s.start)
  const total = at
  const offset = (source: number): number => {
    const index = stretches.length > 0 ? lastAtOrBefore(starts, source) : -1
    const found = stretches[index]
    if (!found || source < found.start) return 0
    if (source < found.end) return found.at + (found.whole ? 0 : source - found.start)
    return stretches[index + 1]?.at ?? total
  }
  return edits.map(({ span, insert }) => {
    const start = offset(span.start)
    return { span: { start, end: span.end === span.start ? start : offset(span.end - 1) + 1 }, insert }
  })
}
