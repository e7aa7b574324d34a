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
 * last one, so codes at the rim are outside. Stretches are in the text and not empty. Linear but for sorting them.
 */
export function markRuns(runs: readonly InlineRun[], marks: readonly Mark[]): InlineRun[] {
  const starts = byOffset(marks, mark => mark.start, outerFirst)
  const ends = byOffset(marks, mark => mark.end, innerFirst)
  const offsets = [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)
  const out: InlineRun[] = []
  let at = 0
  let next = 0
  for (const run of runs) {
    const length = run.kind === 'text' ? run.text.length : run.kind === 'code' ? 1 : 0
    let from = 0
    const copy = (to: number) => {
      if (to > from) out.push(run.kind === 'text' ? sliceText(run, from, to) : run)
      from = to
    }
    if (length === 0) out.push(run)
    // what begins right after this run begins with the next one that has text
    for (; length > 0 && next < offsets.length && offsets[next]! <= at + length; next++) {
      const offset = offsets[next]!
      if (offset > at) {
        copy(offset - at)
        out.push(...(ends.get(offset) ?? []).map(closing))
      }
      if (offset === at + length) break
      out.push(...(starts.get(offset) ?? []).map(opening))
    }
    copy(length)
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
    const there = map.get(offset(mark))
    if (there) there.push(mark)
    else map.set(offset(mark), [mark])
  }
  for (const there of map.values()) there.sort(order)
  return map
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
