import { contains, lastAtOrBefore, type Span } from '../text/index.ts'
import type { Block } from './document.ts'

/** For each block the index of the block whose source holds its own, if any. Blocks stand in the order of the source. O(n). */
export function enclosing(blocks: readonly Block[]): readonly (number | undefined)[] {
  const open: number[] = []
  return blocks.map(({ span, part }, i) => {
    while (open.length > 0 && (blocks[open.at(-1)!]!.span.end < span.end || blocks[open.at(-1)!]!.part !== part))
      open.pop()
    const outer = open.at(-1)
    open.push(i)
    return outer
  })
}

/** Finds the index of the innermost block whose source holds a span: an image's description stands inside its paragraph. */
export function innermost(blocks: readonly Block[]): (span: Span) => number | undefined {
  const outer = enclosing(blocks)
  const parts = new Map<string, { readonly starts: number[]; readonly indexes: number[] }>()
  for (const [index, { part = '', span }] of blocks.entries()) {
    const list = parts.get(part) ?? { starts: [], indexes: [] }
    parts.set(part, list)
    list.starts.push(span.start)
    list.indexes.push(index)
  }
  return span => {
    const list = parts.get(span.part ?? '')
    let index = list?.indexes[lastAtOrBefore(list.starts, span.start)]
    while (index !== undefined && !contains(blocks[index]!.span, span)) index = outer[index]
    return index
  }
}
