import type { Block } from '../content/index.ts'
import type { Problem } from '../text/index.ts'
import type { Similarity } from './alike.ts'
import { composeXliff } from './export.ts'
import { matchBlocks, stem } from './match-blocks.ts'
import type { Content, State, Unit, XliffDocument, XliffFile } from './model.ts'
import { unitsOf } from './model.ts'
import { readXliff } from './read.ts'
import { needsReview } from './states.ts'
import { toFamily2 } from './to-2.ts'
import { unitName } from './unit-id.ts'
import { hasTarget, type Pairing, type PlacedSegment, pairSegments, placed } from './update-pairs.ts'
import { replaceUnits } from './update-text.ts'
import { carryUnit, type Difference } from './update-unit.ts'

/** The document as it is now: what `exportModel` makes of it, and the blocks of the units in their order. */
export interface Fresh {
  readonly model: XliffDocument
  readonly blocks: readonly Block[]
}

export interface UpdateOptions {
  readonly similarity: Similarity
  readonly difference: Difference
  /** What the document is called now, where it has another name. */
  readonly original?: string
}

/** A translation whose source is gone. */
export interface RemovedSegment {
  readonly unit: string
  readonly source: Content
  readonly target: Content
  readonly state: State
  readonly notes: readonly string[]
}

export interface Update {
  /** The file; nothing but the units, what the source is and where codes are has changed. */
  readonly text: string
  /** Segments that keep what they had; those like an earlier one, to be looked at; those that are new. */
  readonly kept: number
  readonly changed: number
  readonly added: number
  readonly removed: readonly RemovedSegment[]
  /** `update-ambiguous`, with its place in the file as it was. */
  readonly problems: readonly Problem[]
}

/**
 * Carries an XLIFF file over to a document that has changed. Units that are the same stay byte for byte. The segments of the
 * others keep target and state where their source is the same; where it is like an earlier one they get its target for review,
 * with the earlier pair as a candidate and a note of what changed. Targets that have no place any more are `removed`: no
 * target is lost. Of several files in it the one of this document is carried over.
 */
export function updateXliff(text: string, xliff: XliffDocument, fresh: Fresh, options: UpdateOptions): Update {
  const file = fileOf(xliff, fresh.model.files[0]!)
  const old = inWordsOf2(text, xliff, file)
  const now = [...unitsOf(fresh.model)]
  const same = sameUnits(old, now, fresh.blocks)
  const stays = new Set(same.values())
  const names = new Set(fresh.blocks.flatMap(block => (block.name === undefined ? [] : [unitName(block)])))
  const pairs = pairSegments(
    placed(now, names).filter(({ unit }) => !same.has(unit)),
    placed(old, names).filter(({ unit }) => !stays.has(unit)),
    options.similarity,
  )
  const sources = sourcesOf(now, pairs)
  const children = now.map(unit => {
    if (same.has(unit)) return unit
    const carried = carryUnit(unit, pairs, sources.get(unit) ?? [], options.difference)
    return xliff.version === '1.2' ? withOneState(carried) : carried
  })
  const [first] = fresh.model.files
  const model = { ...fresh.model, files: [{ ...first!, ...(children.length > 0 && { children }) }] }
  const written = composeXliff(model, xliff.version)
  const kept = now.map(unit => same.get(unit)?.span)
  return {
    text: replaceUnits(
      { text, xliff, file, original: options.original },
      { text: written, xliff: readXliff(written).value },
      kept,
    ),
    ...counts(now, same, pairs),
    removed: removed(old, stays, pairs),
    problems: ambiguities(pairs),
  }
}

/** The file of this document, by its name; else the first one. */
function fileOf({ files }: XliffDocument, { original }: XliffFile): XliffFile {
  return files.find(file => file.original === original) ?? files[0]!
}

function inWordsOf2(text: string, xliff: XliffDocument, file: XliffFile): Unit[] {
  if (xliff.version !== '1.2') return [...unitsOf(file)]
  return [...unitsOf(toFamily2(text, { ...xliff, files: [file] }, '2.1').value)]
}

/** Units that say what they said before, with the same codes: their ids tell. */
function sameUnits(old: readonly Unit[], now: readonly Unit[], blocks: readonly Block[]): ReadonlyMap<Unit, Unit> {
  const places = new Map(blocks.map((block, i) => [block, i]))
  const found = matchBlocks({ parts: [], blocks, embedded: [], comments: [] }, old).blocks
  const same = new Map<Unit, Unit>()
  for (const [unit, block] of found) {
    const here = now[places.get(block)!]!
    if (stem(here.id) === stem(unit.id)) same.set(here, unit)
  }
  return same
}

/** Where the state is the whole target's, it waits for review as soon as one segment does. */
function withOneState(unit: Unit): Unit {
  if (!unit.segments.some(({ subState }) => subState === needsReview)) return unit
  const states = { state: 'translated', subState: needsReview } as const
  return { ...unit, segments: unit.segments.map(segment => (segment.target ? { ...segment, ...states } : segment)) }
}

/** The earlier units from which those of now have segments; each is given to one. */
function sourcesOf(now: readonly Unit[], pairs: ReadonlyMap<PlacedSegment['segment'], Pairing>): Map<Unit, Unit[]> {
  const given = new Set<Unit>()
  return new Map(
    now.map(unit => {
      const from = unit.segments.flatMap(segment => pairs.get(segment)?.before.unit ?? [])
      const own = [...new Set(from)].filter(old => !given.has(old))
      for (const old of own) given.add(old)
      return [unit, own]
    }),
  )
}

function counts(now: readonly Unit[], same: ReadonlyMap<Unit, Unit>, pairs: ReadonlyMap<unknown, Pairing>) {
  const kinds = now.flatMap(unit =>
    unit.segments
      .filter(({ kind }) => kind === 'segment')
      .map(segment => (same.has(unit) ? 'same' : (pairs.get(segment)?.kind ?? 'new'))),
  )
  const count = (...wanted: readonly string[]) => kinds.filter(kind => wanted.includes(kind)).length
  return { kept: count('same'), changed: count('like', 'ambiguous'), added: count('new') }
}

function removed(
  old: readonly Unit[],
  stays: ReadonlySet<Unit>,
  pairs: ReadonlyMap<unknown, Pairing>,
): RemovedSegment[] {
  const used = new Set([...pairs.values()].map(({ before }) => before.segment))
  return placed(old.filter(unit => !stays.has(unit)))
    .filter(one => hasTarget(one) && !used.has(one.segment))
    .map(({ unit, segment }) => ({
      unit: unit.id,
      source: segment.source,
      target: segment.target!,
      state: segment.state,
      notes: unit.notes.map(note => note.text),
    }))
}

const ambiguities = (pairs: ReadonlyMap<unknown, Pairing>): Problem[] =>
  [...pairs.values()]
    .filter(({ kind }) => kind === 'ambiguous')
    .map(({ before: { unit, segment } }) => ({
      code: 'update-ambiguous',
      severity: 'warning',
      span: segment.span,
      data: { unit: unit.id },
    }))
