import type { Block } from '../content/index.ts'

/** UTF-16 units of a block's text, end excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const none: readonly Stretch[] = []

/** The stretches of a block's text between paired codes whose labels are of a kind, in order; they may nest. O(runs). */
export function betweenCodes({ runs }: Block, kind: RegExp): readonly Stretch[] {
  if (runs.length < 3) return none
  const found: Stretch[] = []
  const open: number[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at += 1
    else if (run.kind === 'open') open.push(kind.test(run.label) ? at : -1)
    else {
      const start = open.pop() ?? -1
      if (start >= 0) found.push({ start, end: at })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Emphasis in which works and foreign words are written. */
const marks = /^(?:[*_]{1,3}$|<(?:i|em|cite|q)\b)/i

/** True of places of a block's text that stand in emphasis. O(runs) once, then O(stretches). */
export function inEmphasis(block: Block): (at: number) => boolean {
  const stretches = betweenCodes(block, marks)
  return place => stretches.some(({ start, end }) => start <= place && place < end)
}
