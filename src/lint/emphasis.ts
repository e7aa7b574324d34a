import type { Block } from '../content/index.ts'

/** Emphasis in which works and foreign words are written. */
const marks = /^(?:[*_]{1,3}$|<(?:i|em|cite|q)\b)/i

/** True of places of a block's text that stand in emphasis. O(runs) once, then O(stretches). */
export function inEmphasis(block: Block): (at: number) => boolean {
  const stretches: { start: number; end: number }[] = []
  const open: number[] = []
  let at = 0
  for (const run of block.runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at += 1
    else if (run.kind === 'open') open.push(marks.test(run.label) ? at : -1)
    else {
      const start = open.pop() ?? -1
      if (start >= 0) stretches.push({ start, end: at })
    }
  }
  return place => stretches.some(({ start, end }) => start <= place && place < end)
}
