import type { Sighted } from './sighted.ts'

/** Where names that may be a concept's stand, in the order of the text: the number of the block, and of the name in it; two numbers each. */
export type Named = (concept: number) => readonly number[]

/** The names of a document by concept, listed when first asked for. O(names). */
export function openNamed(blocks: readonly Sighted[]): Named {
  let known: ReadonlyMap<number, readonly number[]> | undefined
  return concept => {
    known ??= listed(blocks)
    return known.get(concept) ?? []
  }
}

function listed(blocks: readonly Sighted[]): ReadonlyMap<number, readonly number[]> {
  const named = new Map<number, number[]>()
  const add = (concept: number, block: number, name: number) => {
    const list = named.get(concept)
    if (!list) named.set(concept, [block, name])
    else if (list.at(-1) !== name || list.at(-2) !== block) list.push(block, name)
  }
  blocks.forEach(({ found }, block) => {
    found.forEach(({ namings, excepted }, name) => {
      for (const { concept } of namings) add(concept, block, name)
      if (excepted !== undefined) add(excepted, block, name)
    })
  })
  return named
}
