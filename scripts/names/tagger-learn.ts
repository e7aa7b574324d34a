import { backward, type Chain, forward, logTotal, mayFollow, tagCount } from '../../src/names/tagger/crf.ts'
import { featureBits } from '../../src/names/tagger/features.ts'
import type { Weights } from '../../src/names/tagger/weights.ts'
import type { Lesson } from './tagger-rows.ts'

export interface LearnOptions {
  readonly rounds: number
  /** The weights are the mean of those after each of the last so many rounds. */
  readonly averaged: number
  readonly rate: number
  /** Each weight is drawn to zero by this at each use (L1), and by a share of itself (L2). */
  readonly lasso: number
  readonly ridge: number
  /** The share of features that a lesson hides, so that no single one is relied on. */
  readonly hidden: number
  /** The share of tokens that hide what the word itself is, and what the words about it are: names and words to come are new. */
  readonly unknown: number
  /** Features that fewer tokens have are not learned: they say little and fill the file. */
  readonly least: number
  readonly seed: number
}

/** Weights before learning: a row for every place. */
export function blank(): Weights {
  const places = 1 << featureBits
  return {
    rows: Int32Array.from({ length: places }, (_, i) => i),
    values: new Float32Array(places * tagCount),
    pair: new Float64Array(tagCount * tagCount),
  }
}

export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

const none = Number.NEGATIVE_INFINITY

/** A chain of conditional random fields over runs, by AdaGrad; a token whose tag is open counts for all tags it may have. */
export function learn(lessons: readonly Lesson[], options: LearnOptions): Weights {
  const weights = blank()
  const { values, pair } = weights
  const squares = new Float32Array(values.length).fill(1)
  const pairSquares = new Float64Array(pair.length).fill(1)
  const valueSums = new Float32Array(values.length)
  const pairSums = new Float64Array(pair.length)
  const next = random(options.seed)
  const counts = countsOf(lessons)
  const expected = (chain: Chain, sign: number, unaryGrad: Float64Array, pairGrad: Float64Array) =>
    addExpected(chain, sign, unaryGrad, pairGrad)
  for (let round = 0; round < options.rounds; round++) {
    const rate = options.rate / (1 + round * 0.1)
    for (const lesson of shuffle(lessons, next)) {
      const { allowed } = lesson
      const features = visible(lesson, options, counts, next)
      const length = features.length
      const unary = new Float64Array(length * tagCount)
      features.forEach((places, i) => {
        for (let f = 0; f < places.length; f++)
          for (let t = 0; t < tagCount; t++) unary[i * tagCount + t]! += values[places[f]! * tagCount + t]!
      })
      const free = unary.slice()
      const bound = unary.slice()
      for (let i = 0; i < length; i++)
        for (let t = 0; t < tagCount; t++) {
          if (!(allowed[i]! & (1 << t))) bound[i * tagCount + t] = none
        }
      const unaryGrad = new Float64Array(length * tagCount)
      const pairGrad = new Float64Array(pair.length)
      if (!expected({ length, unary: bound, pair }, 1, unaryGrad, pairGrad)) continue
      expected({ length, unary: free, pair }, -1, unaryGrad, pairGrad)
      features.forEach((places, i) => {
        for (let t = 0; t < tagCount; t++) {
          const g = unaryGrad[i * tagCount + t]!
          if (Math.abs(g) < 1e-4) continue
          for (let f = 0; f < places.length; f++) step(values, squares, places[f]! * tagCount + t, g, rate, options)
        }
      })
      for (let p = 0; p < pair.length; p++) {
        pairSquares[p]! += pairGrad[p]! ** 2
        pair[p]! += (rate * pairGrad[p]!) / Math.sqrt(pairSquares[p]!)
      }
    }
    if (round < options.rounds - options.averaged) continue
    values.forEach((value, i) => {
      valueSums[i]! += value / options.averaged
    })
    pair.forEach((value, i) => {
      pairSums[i]! += value / options.averaged
    })
  }
  return { ...weights, values: valueSums, pair: pairSums }
}

/** Templates that know a word by its letters: of the token itself, and of those about it. */
const own = new Set([2, 3, 6, 7, 8, 11, 12])
const near = new Set([30, 36, 40, 43, 45, 47, 48, 60, 66, 70, 73, 75, 77, 78, 90])

function countsOf(lessons: readonly Lesson[]): Uint32Array {
  const counts = new Uint32Array(1 << featureBits)
  for (const { features } of lessons) for (const places of features) for (const place of places) counts[place]!++
  return counts
}

function visible(
  { features, templates }: Lesson,
  { hidden, unknown, least }: LearnOptions,
  counts: Uint32Array,
  next: () => number,
): Int32Array[] {
  return features.map((places, i) => {
    const newName = next() < unknown
    const newWords = next() < unknown
    const kinds = templates[i]!
    return places.filter(
      (place, f) =>
        counts[place]! >= least &&
        next() >= hidden &&
        !(newName && own.has(kinds[f]!)) &&
        !(newWords && near.has(kinds[f]!)),
    )
  })
}

function step(values: Float32Array, squares: Float32Array, at: number, g: number, rate: number, o: LearnOptions): void {
  squares[at]! += g * g
  const size = rate / Math.sqrt(squares[at]!)
  const moved = values[at]! * (1 - size * o.ridge) + size * g
  const pull = size * o.lasso
  values[at] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
}

/** Adds (or takes away) expected counts of tags and of tags side by side; false where no path is allowed. */
function addExpected(chain: Chain, sign: number, unaryGrad: Float64Array, pairGrad: Float64Array): boolean {
  const { length, unary, pair } = chain
  const alpha = forward(chain)
  const beta = backward(chain)
  const total = logTotal(alpha, length)
  if (total === none) return false
  for (let i = 0; i < length * tagCount; i++) unaryGrad[i]! += sign * Math.exp(alpha[i]! + beta[i]! - total)
  for (let i = 1; i < length; i++)
    for (let p = 0; p < tagCount; p++)
      for (let t = 0; t < tagCount; t++) {
        if (!mayFollow(p, t)) continue
        const log =
          alpha[(i - 1) * tagCount + p]! + pair[p * tagCount + t]! + unary[i * tagCount + t]! + beta[i * tagCount + t]!
        pairGrad[p * tagCount + t]! += sign * Math.exp(log - total)
      }
  return true
}
