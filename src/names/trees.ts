/**
 * A sum of decision trees of one depth. Packed: the edges of each feature's bins, and for each tree a byte for the feature and
 * one for the bin of every inner node (a row of the tree after the other), then a signed byte for every leaf.
 */
export interface PackedTrees {
  readonly depth: number
  readonly base: number
  /** What a leaf's byte is worth. */
  readonly scale: number
  /** edges[feature], numbers apart by blanks: a value v goes right at bin i where v > the i-th. */
  readonly edges: readonly string[]
  /** Base64. */
  readonly nodes: string
}

export interface Trees {
  readonly depth: number
  readonly base: number
  readonly features: Uint8Array
  readonly thresholds: Float32Array
  readonly leaves: Float32Array
}

export function unpackTrees(packed: PackedTrees): Trees {
  const bytes = Uint8Array.from(atob(packed.nodes), char => char.charCodeAt(0))
  const edges = packed.edges.map(line => line.split(' ').map(Number))
  const inner = 2 ** packed.depth - 1
  const size = 3 * inner + 1
  const count = bytes.length / size
  const features = new Uint8Array(count * inner)
  const thresholds = new Float32Array(count * inner)
  const leaves = new Float32Array(count * (inner + 1))
  for (let t = 0; t < count; t++) {
    const at = t * size
    for (let i = 0; i < inner; i++) {
      const feature = bytes[at + i]!
      features[t * inner + i] = feature
      thresholds[t * inner + i] = edges[feature]?.[bytes[at + inner + i]!] ?? Number.POSITIVE_INFINITY
    }
    for (let i = 0; i <= inner; i++)
      leaves[t * (inner + 1) + i] = ((bytes[at + 2 * inner + i]! << 24) >> 24) * packed.scale
  }
  return { depth: packed.depth, base: packed.base, features, thresholds, leaves }
}

/** The sum of the leaves that the values reach: O(trees × depth). */
export function evaluate(trees: Trees, values: Float32Array): number {
  const { depth, features, thresholds, leaves } = trees
  const inner = 2 ** depth - 1
  let sum = trees.base
  for (let at = 0, leaf = 0; at < features.length; at += inner, leaf += inner + 1) {
    let node = 0
    for (let d = 0; d < depth; d++) node = 2 * node + (values[features[at + node]!]! > thresholds[at + node]! ? 2 : 1)
    sum += leaves[leaf + node - inner]!
  }
  return sum
}
