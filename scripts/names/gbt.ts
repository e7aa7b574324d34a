import type { PackedTrees } from '../../src/names/trees.ts'

/** Gradient-boosted trees of one depth for a yes or no, second-order, over binned features. */

export interface BoostOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Least sum of the second derivative in a leaf, and what is added to it. */
  readonly least: number
  readonly ridge: number
  readonly bins: number
  /** Where the trees begin for each row, in logits; default nowhere. */
  readonly margins?: readonly number[]
}

export const defaults: BoostOptions = { trees: 160, depth: 5, rate: 0.08, least: 8, ridge: 4, bins: 48 }

function edgesOf(values: Float32Array, bins: number): number[] {
  const sorted = Float32Array.from(values).sort()
  const out: number[] = []
  for (let b = 1; b < bins; b++) {
    const value = sorted[Math.floor((b * sorted.length) / bins)]!
    const edge = Number(value.toPrecision(5))
    if (out.length === 0 || edge > out.at(-1)!) out.push(edge)
  }
  return out
}

export function boost(
  rows: readonly Float32Array[],
  labels: readonly number[],
  weights: readonly number[],
  options: BoostOptions = defaults,
): PackedTrees {
  const n = rows.length
  const f = rows[0]!.length
  const edges = Array.from({ length: f }, (_, k) =>
    edgesOf(
      Float32Array.from(rows, row => row[k]!),
      options.bins,
    ),
  )
  const binned = Array.from({ length: f }, (_, k) => {
    const list = edges[k]!
    return Uint8Array.from(rows, row => {
      let lo = 0
      let hi = list.length
      while (lo < hi) {
        const mid = (lo + hi) >> 1
        if (row[k]! > list[mid]!) lo = mid + 1
        else hi = mid
      }
      return lo
    })
  })
  const total = weights.reduce((s, w) => s + w, 0)
  const rate = labels.reduce((s, y, i) => s + y * weights[i]!, 0) / total
  const base = Math.log(rate / (1 - rate))
  const score = Float64Array.from(rows, (_, i) => base + (options.margins?.[i] ?? 0))
  const g = new Float64Array(n)
  const h = new Float64Array(n)
  const trees: { features: Uint8Array; bins: Uint8Array; leaves: Float64Array }[] = []
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!))
      g[i] = weights[i]! * (p - labels[i]!)
      h[i] = weights[i]! * Math.max(1e-6, p * (1 - p))
    }
    const tree = grow(binned, edges, g, h, options)
    trees.push(tree)
    for (let i = 0; i < n; i++) score[i]! += tree.leaves[tree.place[i]!]!
  }
  const largest = trees.reduce((m, tree) => tree.leaves.reduce((x, l) => Math.max(x, Math.abs(l)), m), 0)
  const scale = Number((largest / 127).toPrecision(6))
  const bytes: number[] = []
  for (const tree of trees) {
    bytes.push(...tree.features, ...tree.bins)
    for (const leaf of tree.leaves) bytes.push(Math.round(leaf / scale) & 255)
  }
  return {
    depth: options.depth,
    base: Number(base.toFixed(4)),
    scale,
    edges: edges.map(list => list.join(' ')),
    nodes: Buffer.from(bytes).toString('base64'),
  }
}

function grow(
  binned: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  g: Float64Array,
  h: Float64Array,
  { depth, least, ridge, rate, bins }: BoostOptions,
) {
  const n = g.length
  const inner = 2 ** depth - 1
  const features = new Uint8Array(inner)
  const cuts = new Uint8Array(inner).fill(255)
  const place = new Uint16Array(n)
  for (let level = 0; level < depth; level++) {
    const first = 2 ** level - 1
    const width = 2 ** level
    const bestGain = new Float64Array(width).fill(1e-6)
    for (let k = 0; k < binned.length; k++) {
      if (edges[k]!.length === 0) continue
      const column = binned[k]!
      const sumG = new Float64Array(width * bins)
      const sumH = new Float64Array(width * bins)
      for (let i = 0; i < n; i++) {
        const at = (place[i]! - first) * bins + column[i]!
        sumG[at]! += g[i]!
        sumH[at]! += h[i]!
      }
      for (let node = 0; node < width; node++) {
        let allG = 0
        let allH = 0
        for (let b = 0; b < bins; b++) {
          allG += sumG[node * bins + b]!
          allH += sumH[node * bins + b]!
        }
        const whole = (allG * allG) / (allH + ridge)
        let leftG = 0
        let leftH = 0
        for (let b = 0; b < edges[k]!.length; b++) {
          leftG += sumG[node * bins + b]!
          leftH += sumH[node * bins + b]!
          const rightH = allH - leftH
          if (leftH < least || rightH < least) continue
          const rightG = allG - leftG
          const gain = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - whole
          if (gain > bestGain[node]!) {
            bestGain[node] = gain
            features[first + node] = k
            cuts[first + node] = b
          }
        }
      }
    }
    for (let i = 0; i < n; i++) {
      const node = place[i]!
      const right = cuts[node] !== 255 && binned[features[node]!]![i]! > cuts[node]!
      place[i] = 2 * node + (right ? 2 : 1)
    }
  }
  const leafG = new Float64Array(inner + 1)
  const leafH = new Float64Array(inner + 1)
  for (let i = 0; i < n; i++) {
    place[i]! -= inner
    leafG[place[i]!]! += g[i]!
    leafH[place[i]!]! += h[i]!
  }
  const leaves = leafG.map((sum, i) => (-rate * sum) / (leafH[i]! + ridge))
  return { features, bins: cuts, leaves, place }
}
