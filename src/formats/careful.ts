import {
  type Block,
  type BlockId,
  type Changes,
  type Document,
  type Run,
  type SpellBlock,
  spellEdits,
} from '../content/index.ts'
import { applyEdits, type Edit } from '../text/index.ts'

/** How a format spells blocks with more and more care. */
export interface Careful {
  read(source: string): Document
  /** The spelling of a care, from 0 on. */
  spell(care: number): SpellBlock
  /** How many cares there are. */
  readonly cares: number
}

/**
 * The edits of a format in which text can be read for a mark: what is written is read again, and a block that would not read as it
 * was meant is spelled with more care, as long as there is more.
 */
export function carefulEdits(
  source: string,
  document: Document,
  changes: Changes,
  { read, spell, cares }: Careful,
): readonly Edit[] {
  const care = new Map<BlockId, number>()
  const spellings = Array.from({ length: cares }, (_, i) => spell(i))
  for (;;) {
    const edits = spellEdits(source, document, changes, (block, runs, copy) =>
      spellings[care.get(block.id) ?? 0]!(block, runs, copy),
    )
    if (edits.length === 0) return edits
    const again = misread(document, changes, edits, read(applyEdits(source, edits))).filter(
      id => (care.get(id) ?? 0) + 1 < cares,
    )
    if (again.length === 0) return edits
    for (const id of again) care.set(id, (care.get(id) ?? 0) + 1)
  }
}

/** The changed blocks that read otherwise than they were meant, or, where a block that was not changed does, all of them. */
function misread(document: Document, changes: Changes, edits: readonly Edit[], read: Document): BlockId[] {
  const outer = groups(document.blocks)
  const found = new Map(groups(read.blocks).map(group => [group[0]!.span.start, group]))
  const bad: BlockId[] = []
  let isOtherwise = false
  let shift = 0
  let edit = 0
  let seen = 0
  for (const group of outer) {
    const [block] = group as [Block]
    for (; edit < edits.length && edits[edit]!.span.end <= block.span.start; edit++) shift += growth(edits[edit]!)
    const runs = changes.get(block.id) ?? block.runs
    const isExpected = /\S/.test(runs.map(run => (run.kind === 'text' ? run.text : '')).join(''))
    const other = found.get(block.span.start + shift)
    if (isExpected && other) seen++
    if (!isExpected || (other && isSame(group, other, changes))) continue
    const changed = group.filter(b => changes.has(b.id)).map(b => b.id)
    if (changed.length > 0) bad.push(...changed)
    else isOtherwise = true
  }
  if (bad.length > 0 || (!isOtherwise && seen === found.size)) return bad
  return document.blocks.filter(block => changes.has(block.id)).map(block => block.id)
}

const growth = (edit: Edit) => edit.insert.length - (edit.span.end - edit.span.start)

/** Each outermost block with those inside it. */
function groups(blocks: readonly Block[]): Block[][] {
  const out: Block[][] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last && block.span.end <= last[0]!.span.end) last.push(block)
    else out.push([block])
  }
  return out
}

function isSame(meant: readonly Block[], found: readonly Block[], changes: Changes): boolean {
  return meant.every((block, i) => {
    const other = found[i]
    return other === undefined ? i > 0 : form(changes.get(block.id) ?? block.runs) === form(other.runs)
  })
}

/** What two readings of a block must share: text, and where which kinds of code stand in it. */
function form(runs: readonly Run[]): string {
  return runs.map(run => (run.kind === 'text' ? run.text : `\u0000${run.kind[0]}${run.label[0]}`)).join('')
}
