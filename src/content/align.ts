import { cut } from './block.ts'
import type { Piece, Run, TextRun } from './run.ts'

/** A word, a single other character, or a code, with its place: `run` and the offset in that run's text. */
interface Token {
  readonly key: string
  readonly run: number
  readonly at: number
  readonly length: number
}

/**
 * The new runs with maps for what they share with the old ones, so that a format copies it from the source byte for byte.
 * What has a map keeps it. Words and codes are compared in order (patience: what is unique in both is matched first); a
 * code is the same where it keeps the same source. O(n log n), and a bounded table where nothing is unique.
 */
export function alignRuns(oldRuns: readonly Run[], newRuns: readonly Run[]): Run[] {
  const old = tokensOf(oldRuns)
  const fresh = tokensOf(newRuns)
  const pairs = matchTokens(old, fresh)
  const found = newRuns.map((): Piece[] => [])
  for (let i = 0; i < pairs.length; ) {
    const [o, n] = pairs[i]!
    const first = old[o]!
    const start = fresh[n]!
    let length = 0
    let next = i
    for (; next < pairs.length; next++) {
      const [o2, n2] = pairs[next]!
      const isNext =
        o2 - o === next - i && n2 - n === next - i && old[o2]!.run === first.run && fresh[n2]!.run === start.run
      if (!isNext) break
      length += old[o2]!.length
    }
    const run = oldRuns[first.run]!
    if (run.kind === 'text') {
      for (const piece of cut(run.map, first.at, first.at + length)) {
        found[start.run]!.push({ ...piece, at: piece.at - first.at + start.at })
      }
    }
    i = Math.max(next, i + 1)
  }
  return newRuns.map((run, i) => (run.kind === 'text' ? fillGaps(run, found[i]!) : run))
}

const words = /[\p{L}\p{M}\p{N}\u00ad]+|[\s\S]/gu

function tokensOf(runs: readonly Run[]): Token[] {
  const tokens: Token[] = []
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'text') {
      tokens.push({ key: `\u0000${run.kind} ${run.span.start} ${run.span.end}`, run: index, at: 0, length: 0 })
      continue
    }
    for (const match of run.text.matchAll(words)) {
      tokens.push({ key: match[0], run: index, at: match.index, length: match[0].length })
    }
  }
  return tokens
}

/** The run with pieces where it had none. */
function fillGaps(run: TextRun, pieces: readonly Piece[]): TextRun {
  if (pieces.length === 0) return run
  const map: Piece[] = []
  let at = 0
  for (const piece of [...run.map, undefined]) {
    const end = piece?.at ?? run.text.length
    if (end > at) map.push(...cut(pieces, at, end))
    if (piece) {
      map.push(piece)
      at = piece.at + piece.length
    }
  }
  return { ...run, map }
}

type Pair = readonly [old: number, fresh: number]
interface Window {
  readonly old: readonly [number, number]
  readonly fresh: readonly [number, number]
}

/** Largest table of comparisons where no token is unique. */
const tableLimit = 1 << 18

/** Equal tokens in the order of both, by windows that wait on a stack. */
function matchTokens(old: readonly Token[], fresh: readonly Token[]): Pair[] {
  const pairs: Pair[] = []
  const windows: Window[] = [{ old: [0, old.length], fresh: [0, fresh.length] }]
  for (let window = windows.pop(); window; window = windows.pop()) {
    let [o, oEnd] = window.old
    let [n, nEnd] = window.fresh
    while (o < oEnd && n < nEnd && old[o]!.key === fresh[n]!.key) pairs.push([o++, n++])
    while (o < oEnd && n < nEnd && old[oEnd - 1]!.key === fresh[nEnd - 1]!.key) pairs.push([--oEnd, --nEnd])
    if (o === oEnd || n === nEnd) continue
    const rest: Window = { old: [o, oEnd], fresh: [n, nEnd] }
    const anchors = uniquePairs(old, fresh, rest)
    if (anchors.length === 0) pairs.push(...tablePairs(old, fresh, rest))
    for (const anchor of anchors) {
      windows.push({ old: [o, anchor[0]], fresh: [n, anchor[1]] })
      pairs.push(anchor)
      o = anchor[0] + 1
      n = anchor[1] + 1
    }
    if (anchors.length > 0) windows.push({ old: [o, oEnd], fresh: [n, nEnd] })
  }
  return pairs.sort((a, b) => a[1] - b[1])
}

/** The longest ascending chain of tokens that stand once in each side of the window. */
function uniquePairs(
  old: readonly Token[],
  fresh: readonly Token[],
  { old: [o, oEnd], fresh: [n, nEnd] }: Window,
): Pair[] {
  const seen = new Map<string, { old: number; fresh: number }>()
  for (let i = o; i < oEnd; i++) {
    const key = old[i]!.key
    seen.set(key, { old: seen.has(key) ? -1 : i, fresh: -1 })
  }
  for (let i = n; i < nEnd; i++) {
    const entry = seen.get(fresh[i]!.key)
    if (entry && entry.old >= 0) entry.fresh = entry.fresh === -1 ? i : -2
  }
  const unique: Pair[] = []
  for (const entry of seen.values()) if (entry.old >= 0 && entry.fresh >= 0) unique.push([entry.old, entry.fresh])
  return longestChain(unique.sort((a, b) => a[0] - b[0]))
}

/** The longest subsequence that ascends in the second number; the first one ascends already. */
function longestChain(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const previous: number[] = []
  for (const [i, pair] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < pair[1]) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  }
  const chain: Pair[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) chain.push(pairs[i]!)
  return chain.reverse()
}

/** The longest common subsequence by a table; nothing where the window is too large for one. */
function tablePairs(
  old: readonly Token[],
  fresh: readonly Token[],
  { old: [o, oEnd], fresh: [n, nEnd] }: Window,
): Pair[] {
  const height = oEnd - o
  const width = nEnd - n
  if (height * width > tableLimit) return []
  const table = new Uint16Array((height + 1) * (width + 1))
  const cell = (i: number, j: number) => i * (width + 1) + j
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      table[cell(i, j)] =
        old[o + i]!.key === fresh[n + j]!.key
          ? table[cell(i + 1, j + 1)]! + 1
          : Math.max(table[cell(i + 1, j)]!, table[cell(i, j + 1)]!)
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < height && j < width; ) {
    if (old[o + i]!.key === fresh[n + j]!.key) pairs.push([o + i++, n + j++])
    else if (table[cell(i + 1, j)]! >= table[cell(i, j + 1)]!) i++
    else j++
  }
  return pairs
}
