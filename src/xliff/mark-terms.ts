import type { InlineCode, InlineRun } from './model.ts'
import { nowhere } from './model.ts'
import { sliceText } from './pieces.ts'

/** A marked stretch of a unit's text. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * The runs with markers around stretches of their text. A marker stands right before the first unit and right after the
 * last one, so codes at the rim are outside. Stretches that are empty or not in the text are left out.
 */
export function markRuns(runs: readonly InlineRun[], marks: readonly Mark[]): InlineRun[] {
  const starts = byOffset(marks, mark => mark.start, outerFirst)
  const ends = byOffset(marks, mark => mark.end, innerFirst)
  const out: InlineRun[] = []
  let at = 0
  for (const run of runs) {
    const length = run.kind === 'text' ? run.text.length : run.kind === 'code' ? 1 : 0
    if (length === 0) {
      out.push(run)
      continue
    }
    let from = 0
    for (const offset of cutsWithin(starts, ends, at, at + length)) {
      if (run.kind === 'text' && offset - at > from) out.push(sliceText(run, from, offset - at))
      if (run.kind !== 'text' && offset === at + 1) out.push(run)
      if (offset > at) out.push(...(ends.get(offset) ?? []).map(closing))
      if (offset < at + length) out.push(...(starts.get(offset) ?? []).map(opening))
      from = offset - at
    }
    if (run.kind === 'text' && from < length) out.push(sliceText(run, from, length))
    if (run.kind !== 'text' && from < 1) out.push(run)
    at += length
  }
  return out
}

type Marks = ReadonlyMap<number, readonly Mark[]>

const outerFirst = (a: Mark, b: Mark) => b.end - a.end
const innerFirst = (a: Mark, b: Mark) => b.start - a.start

function byOffset(marks: readonly Mark[], offset: (mark: Mark) => number, order: (a: Mark, b: Mark) => number): Marks {
  const map = new Map<number, Mark[]>()
  for (const mark of marks) {
    if (mark.start >= mark.end) continue
    const there = map.get(offset(mark))
    if (there) there.push(mark)
    else map.set(offset(mark), [mark])
  }
  for (const there of map.values()) there.sort(order)
  return map
}

/** Where markers begin or end in a run; one that ends where the run begins was written with the run before. */
function cutsWithin(starts: Marks, ends: Marks, from: number, to: number): number[] {
  const cuts = new Set<number>()
  for (const offset of starts.keys()) if (offset >= from && offset < to) cuts.add(offset)
  for (const offset of ends.keys()) if (offset > from && offset <= to) cuts.add(offset)
  return [...cuts].sort((a, b) => a - b)
}

const opening = (mark: Mark): InlineCode => ({
  kind: 'open',
  element: 'mrk',
  id: mark.id,
  attributes: mark.attributes,
  label: '',
  span: nowhere,
})
const closing = (mark: Mark): InlineCode => ({ ...opening(mark), kind: 'close', attributes: {} })
