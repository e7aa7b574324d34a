/** A sentence or a paragraph of one rendering. */
export interface Alignable {
  /** Length of its text in user-perceived or UTF-16 units; the same measure on both sides. */
  readonly length: number
  /** What it shares with its counterpart in another language: numbers, names, codes. Repetition counts. */
  readonly anchors: readonly string[]
  /** Structure: what is of another kind rarely corresponds. */
  readonly kind?: string
}

/** Neighbours on the left that say what neighbours on the right say; one side may be empty. Indices, end excluded. */
export interface Bead {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
  /** 0–1: the probability of this bead among all ways to align the two texts. */
  readonly confidence: number
}

/** How many of each side a bead has, with its probability beforehand (Gale & Church 1993, table 5, the rest shared out). */
const shapes: readonly (readonly [left: number, right: number, prior: number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.005],
  [0, 1, 0.005],
  [2, 1, 0.044],
  [1, 2, 0.044],
  [2, 2, 0.01],
  [3, 1, 0.001],
  [1, 3, 0.001],
]

/** Variance of the length of a translation per unit of its source (Gale & Church 1993, §3.2). */
const variance = 6.8
/** What a pair without a common kind costs, in nats. */
const otherKind = 5
/** A translation is taken to be about as long as its source until the texts themselves show otherwise over so many units. */
const ratioWeight = 1000
/** How far from the diagonal counterparts are looked for, as a share of the longer side, and at least in items. */
const bandShare = 0.15
const bandLeast = 60

/**
 * Aligns two renderings by length, anchors and structure: the most probable sequence of beads, each with its posterior probability
 * (forward and backward sums over all sequences). O(n · band) in time and memory.
 * @see W. Gale, K. Church, A program for aligning sentences in bilingual corpora (1993)
 */
export function alignTexts(left: readonly Alignable[], right: readonly Alignable[]): Bead[] {
  if (left.length === 0 || right.length === 0) return oneSided(left.length, right.length)
  const table = makeTable(left.length, right.length)
  const score = scorer(left, right)
  const best = table.fill()
  const forward = table.fill()
  const shapeOf = new Uint8Array(best.length)
  best[table.at(0, 0)] = 0
  forward[table.at(0, 0)] = 0
  table.each((i, j) => {
    const cell = table.at(i, j)
    for (const [index, [di, dj]] of shapes.entries()) {
      const from = table.has(i - di, j - dj) ? table.at(i - di, j - dj) : -1
      if (from < 0 || best[from] === Number.NEGATIVE_INFINITY) continue
      const gain = score(i - di, i, j - dj, j, index)
      if (best[from]! + gain > best[cell]!) {
        best[cell] = best[from]! + gain
        shapeOf[cell] = index
      }
      forward[cell] = logSum(forward[cell]!, forward[from]! + gain)
    }
  })
  return traced(table, best, shapeOf, posterior(table, forward, score))
}

type Score = (i0: number, i1: number, j0: number, j1: number, shape: number) => number

/** Sums backward as `alignTexts` sums forward, then the probability of a bead is at hand. */
function posterior(table: Table, forward: Float64Array, score: Score) {
  const backward = table.fill()
  const { n, m } = table
  backward[table.at(n, m)] = 0
  table.each((i, j) => {
    const cell = table.at(i, j)
    for (const [index, [di, dj]] of shapes.entries()) {
      if (!table.has(i + di, j + dj)) continue
      const to = backward[table.at(i + di, j + dj)]!
      if (to === Number.NEGATIVE_INFINITY) continue
      backward[cell] = logSum(backward[cell]!, to + score(i, i + di, j, j + dj, index))
    }
  }, true)
  const all = forward[table.at(n, m)]!
  return (i0: number, i1: number, j0: number, j1: number, shape: number) =>
    Math.min(1, Math.exp(forward[table.at(i0, j0)]! + score(i0, i1, j0, j1, shape) + backward[table.at(i1, j1)]! - all))
}

function traced(table: Table, best: Float64Array, shapeOf: Uint8Array, confidence: Score): Bead[] {
  const beads: Bead[] = []
  let { n: i, m: j } = table
  // Nothing leads here where one side is far longer than any band allows.
  if (best[table.at(i, j)] === Number.NEGATIVE_INFINITY) return oneSided(i, j)
  while (i > 0 || j > 0) {
    const shape = shapeOf[table.at(i, j)]!
    const [di, dj] = shapes[shape]!
    beads.push({ left: [i - di, i], right: [j - dj, j], confidence: confidence(i - di, i, j - dj, j, shape) })
    i -= di
    j -= dj
  }
  return beads.reverse()
}

function oneSided(n: number, m: number): Bead[] {
  const lefts = Array.from({ length: n }, (_, i): Bead => ({ left: [i, i + 1], right: [0, 0], confidence: 1 }))
  const rights = Array.from({ length: m }, (_, j): Bead => ({ left: [n, n], right: [j, j + 1], confidence: 1 }))
  return [...lefts, ...rights]
}

interface Table {
  readonly n: number
  readonly m: number
  has(i: number, j: number): boolean
  at(i: number, j: number): number
  fill(): Float64Array
  each(visit: (i: number, j: number) => void, backward?: boolean): void
}

/** The cells near the diagonal, row by row. */
function makeTable(n: number, m: number): Table {
  const band = Math.max(bandLeast, Math.ceil(Math.max(n, m) * bandShare), Math.abs(n - m))
  const width = Math.min(2 * band + 1, m + 1)
  const first = (i: number) => Math.max(0, Math.min(m + 1 - width, Math.round((i * m) / Math.max(1, n)) - band))
  const has = (i: number, j: number) => i >= 0 && j >= 0 && i <= n && j <= m && j >= first(i) && j < first(i) + width
  return {
    n,
    m,
    has,
    at: (i, j) => i * width + j - first(i),
    fill: () => new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY),
    each(visit, backward = false) {
      for (let row = 0; row <= n; row++) {
        const i = backward ? n - row : row
        for (let k = 0; k < width; k++) visit(i, first(i) + (backward ? width - 1 - k : k))
      }
    },
  }
}

/** Log-probability of beads: their shape, how well the lengths agree, and what both sides share. */
function scorer(left: readonly Alignable[], right: readonly Alignable[]): Score {
  const leftSums = sums(left)
  const rightSums = sums(right)
  const ratio = (rightSums.at(-1)! + ratioWeight) / (leftSums.at(-1)! + ratioWeight)
  const weights = rarity(left, right)
  return (i0, i1, j0, j1, shape) => {
    const a = leftSums[i1]! - leftSums[i0]!
    const b = rightSums[j1]! - rightSums[j0]!
    const prior = Math.log(shapes[shape]![2])
    if (i0 === i1 || j0 === j1) return prior
    const mean = (a + b / ratio) / 2
    const deviation = (b - a * ratio) / Math.sqrt(variance * Math.max(1, mean))
    const kinds = sameKind([...left.slice(i0, i1), ...right.slice(j0, j1)]) ? 0 : otherKind
    return prior + logTail(deviation) - kinds + shared(left, i0, i1, right, j0, j1, weights)
  }
}

function sums(items: readonly Alignable[]): number[] {
  const out = [0]
  for (const { length } of items) out.push(out.at(-1)! + length)
  return out
}

const sameKind = (items: readonly Alignable[]) => items.every(({ kind }) => kind === items[0]!.kind)

/** What an anchor tells, in nats: much where it is rare in both texts, nothing where only one text has it. */
function rarity(left: readonly Alignable[], right: readonly Alignable[]): ReadonlyMap<string, number> {
  const count = (items: readonly Alignable[]) => {
    const counts = new Map<string, number>()
    for (const { anchors } of items) for (const a of new Set(anchors)) counts.set(a, (counts.get(a) ?? 0) + 1)
    return counts
  }
  const lefts = count(left)
  const rights = count(right)
  const weights = new Map<string, number>()
  for (const [anchor, n] of lefts) {
    const m = rights.get(anchor)
    if (m !== undefined) weights.set(anchor, 2 * Math.log(1 + (left.length + right.length) / (n + m)))
  }
  return weights
}

/** Gain for anchors of both sides, loss for those that one side of the bead lacks though the other text has them. */
function shared(
  left: readonly Alignable[],
  i0: number,
  i1: number,
  right: readonly Alignable[],
  j0: number,
  j1: number,
  weights: ReadonlyMap<string, number>,
): number {
  const counts = new Map<string, number>()
  for (let i = i0; i < i1; i++) for (const a of left[i]!.anchors) if (weights.has(a)) counts.set(a, 1)
  for (let j = j0; j < j1; j++)
    for (const a of right[j]!.anchors) if (weights.has(a)) counts.set(a, (counts.get(a) ?? 0) | 2)
  let gain = 0
  for (const [anchor, sides] of counts) gain += sides === 3 ? weights.get(anchor)! : -weights.get(anchor)! / 2
  return gain
}

/** log P(|X| > |x|) of a standard normal variable (Abramowitz & Stegun 1964, 26.2.17; its asymptote far out). */
function logTail(x: number): number {
  const z = Math.abs(x)
  if (z > 6) return -(z * z) / 2 - Math.log(z) - 0.226
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.log(2 * Math.exp(-(z * z) / 2) * 0.3989422804 * series)
}

function logSum(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  const high = Math.max(a, b)
  return high + Math.log(Math.exp(a - high) + Math.exp(b - high))
}
