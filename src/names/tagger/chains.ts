import { bit } from './lexicon.ts'
import { shape } from './tokens.ts'
import { look, type View } from './view.ts'

/** Tokens side by side among which a name may stand. */
export interface Run {
  readonly from: number
  readonly to: number
}

const isCapital = (at: number): boolean => at > shape.lower && at < shape.number
const lowerLinks = 2

/**
 * Runs of capitalised words, with small words that join two of them (Усама бин Ладен, Isle of Man) and small words for a place
 * that follow one (Київська область). All else is outside any name. O(tokens).
 */
export function* runs(v: View): Generator<Run> {
  const { count, shape: shapes } = v.tokens
  for (let i = 0; i < count; i++) {
    if (!isCapital(shapes[i]!)) continue
    let to = i + 1
    for (let next = reach(v, to); next > to; next = reach(v, to)) to = next
    yield { from: i, to }
    i = to - 1
  }
}

/** Where a run that has come to `at` comes next; `at` where it ends. */
function reach(v: View, at: number): number {
  const { count, shape: shapes, line } = v.tokens
  if (at >= count || line[at]) return at
  if (isCapital(shapes[at]!)) return at + 1
  for (let j = at; j < count && j < at + lowerLinks && !line[j] && shapes[j] === shape.lower; j++) {
    look(v, j)
    if (v.kinds[j]! & bit.placeHead && v.script === 'cyrillic' && j === at) return at + 1
    if (!(v.kinds[j]! & bit.link)) return at
    if (j + 1 < count && !line[j + 1] && isCapital(shapes[j + 1]!)) return j + 2
  }
  return at
}
