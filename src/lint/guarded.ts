import type { Span } from '../text/index.ts'

/** A stretch of a block that is no prose: an address, a file name; or a handle or hashtag, which the configuration decides. */
export interface Guarded extends Span {
  readonly handle: boolean
}

const patterns: readonly (readonly [RegExp, boolean])[] = [
  [/(?:https?|ftp|mailto|tel):[^\s<>"“”«»]+/giu, false],
  [/(?<![\p{L}\p{N}])www\.[^\s<>"“”«»]+/giu, false],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, false],
  [/(?<![\p{L}\p{N}@#/.])[@#][\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, true],
  [/(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{Ll}{2,}(?:\/[^\s<>"“”«»]*)?/gu, false],
  [/[\p{L}\p{N}]*(?:_+[\p{L}\p{N}]+)+_*/gu, false],
  [/(?<![\p{L}\p{N}.])\.{0,2}[/\\][\p{L}\p{N}_.-]+(?:[/\\][\p{L}\p{N}_.-]*)*/gu, false],
  [/(?<![\p{L}\p{N}])\p{Lu}:\\[^\s]+/gu, false],
]

/** The guarded stretches of a text, in the order of the patterns. O(n): every pattern is anchored by its first characters. */
export function guardedIn(text: string): Guarded[] {
  if (!/[@#/\\_.:]/u.test(text)) return []
  return patterns.flatMap(([pattern, handle]) =>
    [...text.matchAll(pattern)].map(m => ({ start: m.index, end: m.index + m[0].length, handle })),
  )
}
