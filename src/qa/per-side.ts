import type { Side } from './pair.ts'

/** What is found of a side, found once: rules ask for it one after the other. The rest of what is asked with is the same for a side. */
export function perSide<Rest extends readonly unknown[], T extends object>(
  find: (side: Side, ...rest: Rest) => T,
): typeof find {
  const known = new WeakMap<Side, T>()
  return (side, ...rest) => {
    const found = known.get(side) ?? find(side, ...rest)
    known.set(side, found)
    return found
  }
}
