import { grouped } from '../text/index.ts'

/** What of two lists has no partner in the other; each element of one takes one of the other. */
export interface Unmatched<A, B = A> {
  readonly missing: readonly A[]
  readonly extra: readonly B[]
}

/** Pairs the elements off by their keys, in order. Linear. */
export function unmatchedBy<A, B>(
  wanted: readonly A[],
  found: readonly B[],
  keyOf: (one: A) => string,
  keyOfFound: (one: B) => string,
): Unmatched<A, B> {
  const pool = grouped(found, keyOfFound)
  const missing = wanted.filter(one => pool.get(keyOf(one))?.shift() === undefined)
  const left = new Set([...pool.values()].flat())
  return { missing, extra: found.filter(one => left.has(one)) }
}

/** The comparison with the least that differs; the first of several. */
export const fewest = <U extends Unmatched<unknown>>(all: readonly U[]): U =>
  all.reduce((a, b) => (a.missing.length + a.extra.length <= b.missing.length + b.extra.length ? a : b))
