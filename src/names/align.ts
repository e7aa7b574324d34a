import { longest, type Matches } from './chunks.ts'

/** Weights of operations: weights[idX * sizeY + idY], `impossible` where there is none. */
export interface Operations {
  readonly weights: Float32Array
  readonly sizeY: number
}

export const impossible = -1e9

const side = longest + 1
const best = new Float64Array(side * side)
const back = new Int32Array(side * side)
const operation = new Int32Array(side * side)

/** The best path found last, from its end to its beginning; valid until the next call of `align`. */
export const path = {
  length: 0,
  /** idX * sizeY + idY */
  ops: new Int32Array(2 * side),
  weights: new Float32Array(2 * side),
  /** Ends of the operation in x and y. */
  endX: new Uint8Array(2 * side),
  endY: new Uint8Array(2 * side),
}

/** Weight of the best sequence of operations that turns x into y; fills `path`. O(|x|·|y|·chunks that begin at a place). */
export function align(table: Operations, x: Matches, y: Matches): number {
  const { weights, sizeY } = table
  const n = x.length
  const m = y.length
  const cols = m + 1
  best.fill(impossible, 0, (n + 1) * cols)
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    const x0 = x.from[i]!
    const x1 = x.from[i + 1]!
    for (let j = 0; j <= m; j++) {
      const here = best[i * cols + j]!
      if (here <= impossible) continue
      const y0 = y.from[j]!
      const y1 = y.from[j + 1]!
      const at = i * cols + j
      for (let a = x0; a < x1; a++) {
        const row = x.ids[a]! * sizeY
        const to = at + x.lengths[a]! * cols
        for (let b = a === x0 ? y0 + 1 : y0; b < y1; b++) {
          const weight = weights[row + y.ids[b]!]!
          if (weight <= impossible) continue
          const target = to + y.lengths[b]!
          const value = here + weight
          if (value > best[target]!) {
            best[target] = value
            back[target] = at
            operation[target] = row + y.ids[b]!
          }
        }
      }
    }
  }
  return trace(n, m, cols, weights)
}

function trace(n: number, m: number, cols: number, weights: Float32Array): number {
  let at = n * cols + m
  path.length = 0
  const total = best[at]!
  if (total <= impossible) return total
  while (at > 0) {
    const op = operation[at]!
    path.ops[path.length] = op
    path.weights[path.length] = weights[op]!
    path.endX[path.length] = (at / cols) | 0
    path.endY[path.length] = at % cols
    path.length++
    at = back[at]!
  }
  return total
}
