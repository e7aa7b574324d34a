import type { Run } from './chains.ts'
import { type Chain, tagCount } from './crf.ts'
import { featuresOf, mostFeatures } from './features.ts'
import { shape } from './tokens.ts'
import type { View } from './view.ts'

/** What was learned: for a feature's place its row of one weight a tag, and the weights of tags side by side. */
export interface Weights {
  /** The row of a place, or -1. */
  readonly rows: Int32Array
  readonly values: Float32Array
  readonly pair: Float64Array
}

const buffer = new Int32Array(mostFeatures)
const none = Number.NEGATIVE_INFINITY

/** The scores of a run's tokens. A small word begins no name. */
export function score({ rows, values, pair }: Weights, v: View, { from, to }: Run): Chain {
  const unary = new Float64Array((to - from) * tagCount)
  for (let i = from; i < to; i++) {
    const at = (i - from) * tagCount
    const count = featuresOf(v, i, buffer)
    for (let f = 0; f < count; f++) {
      const row = rows[buffer[f]!]!
      if (row < 0) continue
      for (let t = 0; t < tagCount; t++) unary[at + t]! += values[row * tagCount + t]!
    }
    if (v.tokens.shape[i] === shape.lower) for (let t = 1; t < tagCount; t += 2) unary[at + t] = none
  }
  return { length: to - from, unary, pair }
}
