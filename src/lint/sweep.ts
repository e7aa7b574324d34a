import { lastAtOrBefore } from '../text/index.ts'
import type { Stretch } from './emphasis.ts'

/** Stretches of a text that can be asked what lies where; they may nest. */
export interface Sweep<T extends Stretch> {
  /** Those that share a unit with the given stretch, in order. O(log n + found). */
  overlapping(start: number, end: number): T[]
  /** The innermost one that holds the given stretch. */
  around(start: number, end: number): T | undefined
}

const nothing: Sweep<never> = { overlapping: () => [], around: () => undefined }

/** Sorts once; nested stretches are reached by the greatest end so far. */
export function sweep<T extends Stretch>(stretches: readonly T[]): Sweep<T> {
  if (stretches.length === 0) return nothing
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)
  const starts = sorted.map(s => s.start)
  const reach: number[] = []
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end))
  const last = (offset: number) => (sorted.length === 0 || offset < starts[0]! ? -1 : lastAtOrBefore(starts, offset))
  return {
    overlapping(start, end) {
      const found: T[] = []
      for (let i = last(end - 1); i >= 0 && reach[i]! > start; i--) if (sorted[i]!.end > start) found.push(sorted[i]!)
      return found.reverse()
    },
    around(start, end) {
      for (let i = last(start); i >= 0 && reach[i]! >= end; i--) if (sorted[i]!.end >= end) return sorted[i]
      return undefined
    },
  }
}
