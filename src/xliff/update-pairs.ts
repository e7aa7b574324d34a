import { runsText } from '../content/index.ts'
import { grouped } from '../text/index.ts'
import { pairAlike, type Similarity } from './alike.ts'
import { contentKey } from './match-blocks.ts'
import { type Mark, matchEqual } from './match-equal.ts'
import { isCopy } from './merge-unit.ts'
import { documentRuns, type Segment, type Unit } from './model.ts'
import { codePlaces } from './shown-text.ts'

/** A segment where it stands. */
export interface PlacedSegment {
  readonly unit: Unit
  readonly segment: Segment
  readonly text: string
  /** Equal for the same words with the same kinds of codes. */
  readonly content: string
  /** Of the message that it is. */
  readonly key: string | undefined
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

/** `names`: the keys of messages, where the document has such. */
export function placed(units: readonly Unit[], names: ReadonlySet<string> = new Set()): PlacedSegment[] {
  const all = units.flatMap(unit => unit.segments.filter(s => s.kind === 'segment').map(segment => ({ unit, segment })))
  const keys = all.map(({ segment }) => contentKey(documentRuns(segment.source.runs)))
  return all.map(({ unit, segment }, i) => ({
    unit,
    segment,
    text: runsText(documentRuns(segment.source.runs)),
    content: keys[i]!,
    key: unit.name !== undefined && names.has(unit.name) ? unit.name : undefined,
    near: [keys[i - 1] ?? '', keys[i + 1] ?? ''],
    at: i / all.length,
  }))
}

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
  const old = grouped(before, one => one.content)
  for (const [key, group] of grouped(now, one => one.content)) {
    const equal = matchEqual(group, old.get(key) ?? [], sides, said)
    for (const [{ segment }, before] of equal.pairs) pairs.set(segment, pairingOf(segment, before))
    for (const [{ segment }, before] of equal.unsure) pairs.set(segment, { before, kind: 'ambiguous', similarity: 100 })
  }
  const taken = new Set([...pairs.values()].map(pairing => pairing.before))
  // only translations are worth it
  const left = before.filter(one => !taken.has(one) && hasTarget(one))
  const waiting = now.filter(({ segment }) => !pairs.has(segment))
  for (const { now: one, before, score } of pairAlike(waiting, left, similarity))
    pairs.set(one.segment, { before, kind: 'like', similarity: score })
  return pairs
}

/** Codes around other words are a change that somebody should look at. */
function pairingOf({ source }: Segment, before: PlacedSegment): Pairing {
  const [was, is] = [before.segment.source, source].map(({ runs }) => codePlaces(documentRuns(runs)))
  return was === is ? { before, kind: 'same', similarity: 100 } : { before, kind: 'like', similarity: 99 }
}

/** The neighbours of a segment tell it from equal ones: both, then one. */
const sides: readonly Mark<PlacedSegment, PlacedSegment>[] = [
  (one: PlacedSegment) => one.near.join('\u0000'),
  (one: PlacedSegment) => one.near[0] || undefined,
  (one: PlacedSegment) => one.near[1] || undefined,
].map(side => ({ of: side, and: side }))

const said = ({ segment: { target, state } }: PlacedSegment) =>
  `${state} ${target ? runsText(documentRuns(target.runs)) : ''}`

export const hasTarget = ({ unit, segment, segment: { target } }: PlacedSegment): boolean =>
  target !== undefined && !isCopy(unit, segment) && runsText(documentRuns(target.runs)).trim() !== ''
