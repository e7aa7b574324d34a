import { buckets } from '../../src/names/context.ts'
import { random } from './latent.ts'

/** Logistic regression over the groups of operations of an alignment, beside the alignment's own weight. */

export interface Alignment {
  /** Buckets of the groups. */
  readonly groups: Int32Array
  /** The alignment's own weight. */
  readonly total: number
  readonly label: 0 | 1
  readonly weight: number
}

export interface PackedContext {
  readonly scale: number
  /** Base64, a signed byte a bucket. */
  readonly weights: string
}

const options = { epochs: 8, rate: 0.1, decay: 0.003 }

export function learnContext(items: readonly Alignment[]): Float64Array {
  const weights = new Float64Array(buckets)
  const squares = new Float64Array(buckets).fill(1)
  let bias = 0
  let share = 0.6
  const order = items.map((_, i) => i)
  const next = random(5)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const index of order) {
      const { groups, total, label, weight } = items[index]!
      const z = bias + share * total + weigh(weights, groups)
      const g = weight * (1 / (1 + Math.exp(-z)) - label)
      bias -= 0.002 * g
      share -= 0.0002 * g * total
      for (const bucket of groups) {
        const step = g + options.decay * weights[bucket]!
        squares[bucket]! += step * step
        weights[bucket]! -= (options.rate * step) / Math.sqrt(squares[bucket]!)
      }
    }
  }
  return weights
}

export function weigh(weights: ArrayLike<number>, groups: Int32Array): number {
  let sum = 0
  for (const bucket of groups) sum += weights[bucket]!
  return sum
}

/** Weights in steps of a signed byte: what is shipped. */
export function packContext(weights: Float64Array): PackedContext {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = Number((largest / 127).toPrecision(6))
  const bytes = Int8Array.from(weights, weight => Math.round(weight / scale))
  return { scale, weights: Buffer.from(bytes.buffer).toString('base64') }
}
