import type { MemoryRun } from './entry.ts'
import { type Token, type TokenKind, tokens } from './tokens.ts'

/**
 * What it costs to add or drop a token, in twentieths of a word: codes and marks are less work to a translator than words.
 * A number in place of another number costs a quarter of a word, a difference of capitals a tenth.
 */
export const weights: Readonly<Record<TokenKind, number>> = { word: 20, number: 20, code: 10, mark: 5 }
const otherNumber = 5
const otherCase = 2

/** A segment made ready for comparing with many. */
export interface Comparable {
  readonly tokens: readonly Token[]
  /** The sum of its tokens' weights. */
  readonly weight: number
}

export function comparable(runs: readonly MemoryRun[]): Comparable {
  const list = tokens(runs)
  let weight = 0
  for (const { kind } of list) weight += weights[kind]
  return { tokens: list, weight }
}

/** 0–100, whole: 100 is the same text with the same codes, and only that. */
export const similarity = (a: readonly MemoryRun[], b: readonly MemoryRun[]): number =>
  compare(comparable(a), comparable(b))

/**
 * 100 × (1 − d / w), rounded down: d is the least weight of tokens added, dropped and exchanged that turns one segment into the other
 * (Levenshtein's distance over tokens), w the weight of the heavier one. Segments that differ at all have 99 at most.
 * Scores below `least` come out as 0, found early. O(n · m).
 */
export function compare(a: Comparable, b: Comparable, least = 0): number {
  const heavier = Math.max(a.weight, b.weight)
  if (heavier === 0) return a.tokens.length === b.tokens.length ? 100 : 0
  const most = Math.floor((heavier * (100 - least)) / 100)
  if (Math.abs(a.weight - b.weight) > most) return 0
  const cost = distance(a.tokens, b.tokens, most)
  if (cost > most) return 0
  return cost === 0 ? 100 : Math.min(99, Math.floor(100 - (100 * cost) / heavier))
}

/** Infinite as soon as nothing at or below `most` is possible. What both begin and end with is passed over. */
function distance(a: readonly Token[], b: readonly Token[], most: number): number {
  let from = 0
  let aEnd = a.length
  let bEnd = b.length
  while (from < aEnd && from < bEnd && exchange(a[from]!, b[from]!) === 0) from++
  while (aEnd > from && bEnd > from && exchange(a[aEnd - 1]!, b[bEnd - 1]!) === 0) {
    aEnd--
    bEnd--
  }
  const width = bEnd - from
  let row = new Int32Array(width + 1)
  let next = new Int32Array(width + 1)
  for (let j = 0; j < width; j++) row[j + 1] = row[j]! + weights[b[from + j]!.kind]
  for (let i = from; i < aEnd; i++) {
    const token = a[i]!
    const weight = weights[token.kind]
    let best = row[0]! + weight
    next[0] = best
    for (let j = 0; j < width; j++) {
      const other = b[from + j]!
      const drop = row[j + 1]! + weight
      const add = next[j]! + weights[other.kind]
      const change = row[j]! + exchange(token, other)
      const cell = Math.min(drop, add, change)
      next[j + 1] = cell
      if (cell < best) best = cell
    }
    if (best > most) return Number.POSITIVE_INFINITY
    const used = row
    row = next
    next = used
  }
  return row[width]!
}

/** What it costs to write one token for another; what is no word or number is dropped or added beside one. */
function exchange(a: Token, b: Token): number {
  if (a.kind !== b.kind) return says(a) && says(b) ? weights.word : weights[a.kind] + weights[b.kind]
  if (a.text === b.text) return 0
  if (a.folded === b.folded) return otherCase
  return a.kind === 'number' ? otherNumber : weights[a.kind]
}

const says = ({ kind }: Token) => kind === 'word' || kind === 'number'
