import type { Prepared } from './likeness.ts'

/** Shorter names are too near each other. */
const shortest = 6

/** Does one spelling differ from the other by a letter left out within, or by two neighbours that changed places? O(letters). */
export function isSlip({ shape: { plain: a } }: Prepared, { shape: { plain: b } }: Prepared): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < shortest || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length && short.at(-1 - end) === long.at(-1 - end)) end++
  if (start === 0 || end === 0) return false
  if (short.length < long.length) return start + end >= short.length
  return start + end === short.length - 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
}

/** A spelling that is so many times rarer says nothing yet. */
const usual = 10

/**
 * The score of a slip of the pen in an archive. The more often a name is written, the more slips of it there are, while a name that
 * happens to be like it is no more frequent for that: the odds rise with how many times rarer the slip is.
 */
export function slipScore(score: number, counts: readonly [number, number]): number {
  const rarer = Math.max(counts[0], counts[1]) / Math.min(counts[0], counts[1]) / usual
  return rarer > 1 ? (score * rarer) / (score * rarer + 1 - score) : score
}
