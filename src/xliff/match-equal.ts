import { grouped } from '../text/index.ts'
/** Two ways to say the same of a thing of each side; undefined where it does not say it. */
export interface Mark<A, B> {
  readonly of: (a: A) => string | undefined
  readonly and: (b: B) => string | undefined
}

export interface Matched<A, B> {
  readonly pairs: ReadonlyMap<A, B>
  /** Pairs that are only one of several ways, with different outcomes. */
  readonly unsure: ReadonlyMap<A, B>
}

/**
 * Pairs things that are equal in what they say, by marks that tell them apart, the surest mark first: as many on one side as on the
 * other go together in their order. What is left goes by order if `outcome` is the same for all, or there are as many on both sides.
 */
export function matchEqual<A, B>(
  as: readonly A[],
  bs: readonly B[],
  marks: readonly Mark<A, B>[],
  outcome: (b: B) => string,
): Matched<A, B> {
  const pairs = new Map<A, B>()
  const free = new Set(bs)
  const waiting = () => as.filter(a => !pairs.has(a))
  for (const { of, and } of as.length === 1 && bs.length === 1 ? [] : marks) {
    const there = grouped([...free], and)
    for (const [mark, group] of grouped(waiting(), of)) {
      const found = mark === undefined ? [] : (there.get(mark) ?? [])
      if (found.length !== group.length) continue
      for (const [i, a] of group.entries()) pairs.set(a, found[i]!)
      for (const b of found) free.delete(b)
    }
  }
  const left = waiting()
  const rest = [...free]
  const sure = left.length === rest.length || new Set(rest.map(outcome)).size <= 1
  const unsure = new Map<A, B>()
  for (const [i, a] of left.slice(0, rest.length).entries()) (sure ? pairs : unsure).set(a, rest[i]!)
  return { pairs, unsure }
}
