/** Many-to-many alignment of two strings by expectation maximisation over chunk pairs. */

export interface PairOfStrings {
  readonly x: string
  readonly y: string
  readonly weight: number
}

export interface EmOptions {
  readonly maxX: number
  readonly maxY: number
  /** Prior weight of an operation, 0 where it must not be. Multiplies the probability in every step. */
  readonly prior: (x: string, y: string) => number
  /** Pseudo-counts. */
  readonly seed: (x: string, y: string) => number
  /** Conditional P(y|x) rather than joint P(x,y). */
  readonly conditional: boolean
  readonly steps: number
}

export interface Lattice {
  readonly ops: readonly (readonly [string, string])[]
  readonly prior: Float64Array
  readonly seed: Float64Array
  /** For each pair: quadruples (from, to, op), nodes numbered i*(|y|+1)+j, sorted by `from`. */
  readonly edges: readonly Int32Array[]
  readonly nodes: Int32Array
  readonly pairs: readonly PairOfStrings[]
}

export function lattice(pairs: readonly PairOfStrings[], options: EmOptions): Lattice {
  const ids = new Map<string, number>()
  const ops: [string, string][] = []
  const prior: number[] = []
  const seed: number[] = []
  const edges: Int32Array[] = []
  const nodes = new Int32Array(pairs.length)
  pairs.forEach(({ x, y }, index) => {
    const list: number[] = []
    const width = y.length + 1
    for (let i = 0; i <= x.length; i++)
      for (let j = 0; j <= y.length; j++)
        for (let dx = 0; dx <= options.maxX && i + dx <= x.length; dx++)
          for (let dy = dx === 0 ? 1 : 0; dy <= options.maxY && j + dy <= y.length; dy++) {
            const cx = x.slice(i, i + dx)
            const cy = y.slice(j, j + dy)
            const key = `${cx}\t${cy}`
            let id = ids.get(key)
            if (id === undefined) {
              const p = options.prior(cx, cy)
              id = p > 0 ? ops.length : -1
              ids.set(key, id)
              if (id >= 0) {
                ops.push([cx, cy])
                prior.push(p)
                seed.push(options.seed(cx, cy))
              }
            }
            if (id >= 0) list.push(i * width + j, (i + dx) * width + j + dy, id)
          }
    edges.push(Int32Array.from(list))
    nodes[index] = (x.length + 1) * width
  })
  return { ops, prior: Float64Array.from(prior), seed: Float64Array.from(seed), edges, nodes, pairs }
}

const alpha = new Float64Array(1 << 14)
const beta = new Float64Array(1 << 14)

/** Likelihood of one pair under `theta`; where `counts` is given, adds expected counts times `weight`. */
export function expect(graph: Lattice, index: number, theta: Float64Array, counts?: Float64Array, weight = 1): number {
  const edges = graph.edges[index]!
  const n = graph.nodes[index]!
  alpha.fill(0, 0, n)
  alpha[0] = 1
  for (let e = 0; e < edges.length; e += 3) {
    const from = alpha[edges[e]!]!
    if (from > 0) alpha[edges[e + 1]!]! += from * theta[edges[e + 2]!]!
  }
  const total = alpha[n - 1]!
  if (!counts || total <= 0) return total
  beta.fill(0, 0, n)
  beta[n - 1] = 1
  for (let e = edges.length - 3; e >= 0; e -= 3) {
    const back = beta[edges[e + 1]!]! * theta[edges[e + 2]!]!
    if (back === 0) continue
    beta[edges[e]!]! += back
    counts[edges[e + 2]!]! += (weight * alpha[edges[e]!]! * back) / total
  }
  return total
}

/** theta from counts: normalised over y for each x where conditional, over everything otherwise; times the prior. */
export function normalise(graph: Lattice, counts: Float64Array, conditional: boolean): Float64Array {
  const totals = new Map<string, number>()
  const group = (x: string) => (conditional ? x : '')
  graph.ops.forEach(([x], i) => {
    totals.set(group(x), (totals.get(group(x)) ?? 0) + counts[i]!)
  })
  return counts.map((count, i) => {
    const total = totals.get(group(graph.ops[i]![0]))!
    return total > 0 ? (count / total) * graph.prior[i]! : 0
  })
}

/** P(y|x) from counts alone: the prior shapes how strings are cut, not how likely a cut is. */
export function shares(graph: Lattice, counts: Float64Array): Float64Array {
  return normalise({ ...graph, prior: graph.prior.map(p => (p > 0 ? 1 : 0)) }, counts, true)
}

export function em(graph: Lattice, options: EmOptions): { theta: Float64Array; counts: Float64Array } {
  let theta = normalise(
    graph,
    graph.seed.map((s, i) => s + 0.01 * graph.prior[i]!),
    options.conditional,
  )
  let counts = new Float64Array(graph.ops.length)
  for (let step = 0; step < options.steps; step++) {
    counts = new Float64Array(graph.ops.length)
    graph.pairs.forEach((pair, i) => {
      expect(graph, i, theta, counts, pair.weight)
    })
    theta = normalise(
      graph,
      counts.map((c, i) => c + graph.seed[i]!),
      options.conditional,
    )
  }
  return { theta, counts }
}
