import { align, path } from '../../src/names/align.ts'
import { type Matches, matches } from '../../src/names/chunks.ts'
import type { Shape } from '../../src/names/features.ts'
import { fillWeights, slips, type Table } from '../../src/names/operations.ts'

/** Logistic regression over the best alignment (latent): the weights of the operations are its parameters. */
export interface Item {
  readonly x: Matches
  readonly y: Matches
  readonly label: 0 | 1
  readonly weight: number
  /** For Latin pairs, what they look like. */
  readonly shapes?: readonly [Shape, Shape]
}

export const item = (table: Table, x: Uint8Array, y: Uint8Array, label: 0 | 1, weight: number): Item => ({
  x: matches(table.trieX, x),
  y: matches(table.trieY, y),
  label,
  weight,
})

/** A seeded generator (mulberry32), so that training gives the same weights everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Trained {
  readonly values: Float64Array
  readonly bias: number
}

export function trainLatent(
  table: Table,
  items: readonly Item[],
  initial: Float64Array,
  bias0: number,
  options: { epochs: number; rate: number; decay: number; batch: number; log?: (text: string) => void },
): Trained {
  const values = Float64Array.from(initial)
  const n = values.length
  const squares = new Float64Array(n).fill(0.5)
  const gradient = new Float64Array(n)
  let bias = bias0
  let biasSquares = 0.5
  const order = items.map((_, i) => i)
  const next = random(7)
  const sum = new Float64Array(n)
  let summed = 0
  let biasSum = 0
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (let start = 0; start < order.length; start += options.batch) {
      fillWeights(table, values)
      gradient.fill(0)
      let gradientBias = 0
      const end = Math.min(order.length, start + options.batch)
      for (let k = start; k < end; k++) {
        const { x, y, label, weight } = items[order[k]!]!
        const z = align(table, x, y) + bias
        const p = 1 / (1 + Math.exp(-z))
        loss -= weight * Math.log(Math.max(1e-9, label ? p : 1 - p))
        const g = weight * (p - label)
        if (Math.abs(g) < 1e-4) continue
        gradientBias += g
        for (let s = 0; s < path.length; s++) gradient[table.owner[path.ops[s]!]!]! += g
      }
      for (let i = 0; i < n; i++) {
        const g = gradient[i]! + options.decay * (end - start) * (values[i]! - initial[i]!)
        if (g === 0) continue
        squares[i]! += g * g
        values[i]! -= (options.rate * g) / Math.sqrt(squares[i]!)
      }
      biasSquares += gradientBias * gradientBias
      bias -= (options.rate * gradientBias) / Math.sqrt(biasSquares)
      if (epoch >= options.epochs - 3) {
        for (let i = 0; i < n; i++) sum[i]! += values[i]!
        biasSum += bias
        summed++
      }
    }
    options.log?.(`epoch ${epoch} loss ${(loss / items.length).toFixed(4)}`)
  }
  const averaged = sum.map(v => v / summed)
  fillWeights(table, averaged)
  return { values: averaged, bias: biasSum / summed }
}

/** Initial weights: the log odds of an operation against chance, scaled; and of each kind of slip. */
export function initialValues(odds: readonly number[], scale: number): Float64Array {
  const slip: Record<(typeof slips)[number], number> = {
    vowels: -1.5,
    consonants: -4,
    unlike: -4,
    vowel: -2,
    consonant: -3.5,
    mark: -0.5,
  }
  return Float64Array.from([...odds.map(o => Math.max(-4, scale * o)), ...slips.map(kind => slip[kind])])
}
