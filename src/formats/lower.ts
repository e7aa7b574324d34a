import type { OffsetMap, Piece, Run } from '../content/index.ts'
import { lastAtOrBefore } from '../text/index.ts'
import type { Decoded } from './lift.ts'

/** Takes runs that lead to the source back to the decoded text: the way of `runsOf`, reversed. What is from elsewhere is new there. */
export function lowerRuns(runs: readonly Run[], decoded: Decoded): Run[] {
  const back = backward(decoded.map)
  return runs.map(run => {
    if (run.kind !== 'text') {
      const span = back(run.span.start, run.span.end)
      return span ? { ...run, span } : { kind: 'text', text: run.label, map: [] }
    }
    const map = run.map.flatMap((piece): Piece[] => {
      const span = back(piece.start, piece.end)
      return span ? [{ ...piece, ...span }] : []
    })
    return { ...run, map }
  })
}

/** From source offsets to those of the decoded text; undefined for what lies outside or cuts an escape. */
function backward(map: OffsetMap): (start: number, end: number) => { start: number; end: number } | undefined {
  const starts = [0, ...map.map(piece => piece.start)]
  const place = (offset: number, edge: 'start' | 'end'): number | undefined => {
    const piece = map[lastAtOrBefore(starts, edge === 'start' ? offset : offset - 1) - 1]
    if (!piece || offset > piece.end) return undefined
    if (offset === piece.start) return piece.at
    if (offset === piece.end) return piece.at + piece.length
    return piece.length === piece.end - piece.start ? piece.at + offset - piece.start : undefined
  }
  return (from, to) => {
    const start = place(from, 'start')
    const end = place(to, 'end')
    return start === undefined || end === undefined || start >= end ? undefined : { start, end }
  }
}
