/** A stretch of a text: UTF-16 units, end excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** All stretches of a text that a global pattern finds. */
export function stretchesOf(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), found => ({ start: found.index, end: found.index + found[0].length }))
}

/** The stretches that do not overlap an earlier one, in order. */
export function apart<S extends Stretch>(stretches: readonly S[]): S[] {
  const kept: S[] = []
  for (const one of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  }
  return kept
}

/** The text with stretches blanked out, each unit by U+FFFC. */
export function blanked(text: string, stretches: readonly Stretch[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of apart(stretches)) {
    out += text.slice(at, start) + '\ufffc'.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}
