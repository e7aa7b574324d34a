import type { Block } from '../content/index.ts'

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
