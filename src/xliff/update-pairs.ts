import { runsText } from '../content/index.ts'
import { contentKey } from './match-blocks.ts'
import { grouped, type Mark, matchEqual } from './match-equal.ts'
import { isCopy } from './merge-unit.ts'
import { documentRuns, type Segment, type Unit } from './model.ts'

/** A segment where it stands. */
export interface PlacedSegment {
  readonly unit: Unit
  readonly segment: Segment
  readonly text: string
  /** Equal for the same words with the same kinds of codes. */
  readonly key: string
  /** Keys of its neighbours. */
  readonly near: readonly [before: string, after: string]
  /** 0–1: how far into the document. */
  readonly at: number
}

/** An earlier segment for one of now: the same, one of several that it could be, or one like it (percent). */
export interface Pairing {
  readonly before: PlacedSegment
  readonly kind: 'same' | 'ambiguous' | 'like'
  readonly similarity: number
}

export function placed(units: readonly Unit[]): PlacedSegment[] {
  const all = units.flatMap(unit => unit.segments.filter(s => s.kind === 'segment').map(segment => ({ unit, segment })))
  const keys = all.map(({ segment }) => contentKey(documentRuns(segment.source.runs)))
  return all.map(({ unit, segment }, i) => ({
    unit,
    segment,
    text: runsText(documentRuns(segment.source.runs)),
    key: keys[i]!,
    near: [keys[i - 1] ?? '', keys[i + 1] ?? ''],
    at: i / all.length,
  }))
}

/** 0–100: how alike two texts are. */
export type Similarity = (a: string, b: string) => number

/** Below this a text is another one, not a changed one. */
const least = 50

/**
 * Finds for the segments of now those of before: equal ones, told apart by their neighbours, then by their order if there are as
 * many as before; what is left by likeness. No segment is taken twice.
 */
export function pairSegments(
  now: readonly PlacedSegment[],
  before: readonly PlacedSegment[],
  similarity: Similarity,
): ReadonlyMap<Segment, Pairing> {
  const pairs = new Map<Segment, Pairing>()
  const old = grouped(before, one => one.key)
  for (const [key, group] of grouped(now, one => one.key)) {
    const equal = matchEqual(group, old.get(key) ?? [], sides, said)
    for (const [{ segment }, before] of equal.pairs) pairs.set(segment, { before, kind: 'same', similarity: 100 })
    for (const [{ segment }, before] of equal.unsure) pairs.set(segment, { before, kind: 'ambiguous', similarity: 100 })
  }
  const taken = new Set([...pairs.values()].map(pairing => pairing.before))
  const left = before.filter(one => !taken.has(one))
  for (const [one, pairing] of pairLike(
    now.filter(({ segment }) => !pairs.has(segment)),
    left,
    similarity,
  ))
    pairs.set(one.segment, pairing)
  return pairs
}

type Pairs = Map<PlacedSegment, Pairing>

/** The neighbours of a segment tell it from equal ones: both, then one. */
const sides: readonly Mark<PlacedSegment, PlacedSegment>[] = [
  (one: PlacedSegment) => one.near.join('\u0000'),
  (one: PlacedSegment) => one.near[0] || undefined,
  (one: PlacedSegment) => one.near[1] || undefined,
].map(side => ({ of: side, and: side }))

const said = ({ segment: { target, state } }: PlacedSegment) =>
  `${state} ${target ? runsText(documentRuns(target.runs)) : ''}`

/** Only translations are worth it. The likest pairs first; of equally like ones those that stand alike. */
function pairLike(now: readonly PlacedSegment[], before: readonly PlacedSegment[], similarity: Similarity): Pairs {
  const index = indexed(now)
  const found = before
    .filter(hasTarget)
    .flatMap(old => candidates(old, index).map(one => ({ one, old, score: similarity(old.text, one.text) })))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || distance(a) - distance(b))
  const pairs: Pairs = new Map()
  const taken = new Set<PlacedSegment>()
  for (const { one, old, score } of found) {
    if (pairs.has(one) || taken.has(old)) continue
    taken.add(old)
    pairs.set(one, { before: old, kind: 'like', similarity: Math.min(score, 99) })
  }
  return pairs
}

const distance = ({ one, old }: { one: PlacedSegment; old: PlacedSegment }) => Math.abs(one.at - old.at)

export const hasTarget = ({ unit, segment, segment: { target } }: PlacedSegment): boolean =>
  target !== undefined && !isCopy(unit, segment) && runsText(documentRuns(target.runs)).trim() !== ''

const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]

function indexed(segments: readonly PlacedSegment[]): ReadonlyMap<string, readonly PlacedSegment[]> {
  const index = new Map<string, PlacedSegment[]>()
  for (const one of segments) {
    for (const word of wordsOf(one.text)) {
      const there = index.get(word)
      if (there) there.push(one)
      else index.set(word, [one])
    }
  }
  return index
}

/** How many words of a segment are looked up, its rarest, and how many segments are compared with it. */
const askedWords = 12
const compared = 40

/** The segments that share the most of its rarest words. */
function candidates({ text }: PlacedSegment, index: ReadonlyMap<string, readonly PlacedSegment[]>): PlacedSegment[] {
  const postings = wordsOf(text).flatMap(word => {
    const found = index.get(word)
    return found ? [found] : []
  })
  const counts = new Map<PlacedSegment, number>()
  for (const found of postings.sort((a, b) => a.length - b.length).slice(0, askedWords)) {
    for (const one of found.slice(0, 1000)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  return ranked.slice(0, compared).map(([one]) => one)
}
