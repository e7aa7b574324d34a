import type { Span } from '../text/index.ts'

/** A stretch of a block that is no prose: an address, a file name; or a handle or hashtag, which the configuration decides. */
export interface Guarded extends Span {
  readonly handle: boolean
}

interface Pattern {
  /** A cheap test that must hold before the pattern is tried. */
  readonly first: RegExp
  readonly whole: RegExp
  readonly handle: boolean
}

const patterns: readonly Pattern[] = [
  { first: /:\S/, whole: /(?:https?|ftp|mailto|tel):[^\s<>"“”«»]+/giu, handle: false },
  { first: /www\./i, whole: /(?<![\p{L}\p{N}])www\.[^\s<>"“”«»]+/giu, handle: false },
  { first: /@/, whole: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, handle: false },
  { first: /[@#]/, whole: /(?<![\p{L}\p{N}@#/.])[@#][\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, handle: true },
  {
    first: /\.\p{Ll}/u,
    whole: /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{Ll}{2,}(?:\/[^\s<>"“”«»]*)?/gu,
    handle: false,
  },
  { first: /_/, whole: /[\p{L}\p{N}]*(?:_+[\p{L}\p{N}]+)+_*/gu, handle: false },
  {
    first: /[/\\]/,
    whole: /(?<![\p{L}\p{N}.])\.{0,2}[/\\][\p{L}\p{N}_.-]+(?:[/\\][\p{L}\p{N}_.-]*)*/gu,
    handle: false,
  },
  { first: /:\\/, whole: /(?<![\p{L}\p{N}])\p{Lu}:\\[^\s]+/gu, handle: false },
]

/** The guarded stretches of a text, in the order of the patterns. O(n): every pattern is anchored by its first characters. */
export function guardedIn(text: string): Guarded[] {
  return patterns
    .filter(({ first }) => first.test(text))
    .flatMap(({ whole, handle }) =>
      [...text.matchAll(whole)].map(m => ({ start: m.index, end: m.index + m[0].length, handle })),
    )
}
