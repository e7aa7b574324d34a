import { sliceRuns } from '../content/index.ts'
import type { Chooser } from '../glossary/index.ts'
import { type Language, languageByLetters, languageByWords } from '../language/index.ts'
import {
  type AdaptNames,
  type CleanReason,
  type Entry,
  type Found,
  lookup,
  readTmx,
  type Store,
  textOf,
  useless,
  writeTmx,
} from '../memory/index.ts'
import { type Lines, lineCounter, type Problem } from '../text/index.ts'
import type { ExportMatch, ExportUnit } from '../xliff/index.ts'
import { blockRuns, documentRuns, type EntryOptions, entriesOf, isBetween, neighbourHashes } from './memory-entries.ts'
import { nameAdapter } from './memory-names.ts'
import type { OpenedXliff } from './merge.ts'
import type { Project } from './open.ts'
import { decodeStream } from './stream-text.ts'

export const memoryExtensions: readonly string[] = ['.tmx']

/** The lowest similarity that is offered to a translator. */
const offered = 75
/** How many matches a segment is given. */
const offeredMost = 3
/** What a person who searches is shown. */
const shownLeast = 50
const shownMost = 10

/** The entries of a TMX file; problems and lines are complete when the iteration has ended. */
export interface TmxEntries extends AsyncIterable<Entry> {
  readonly problems: readonly Problem[]
  /** In which the problems' spans count. */
  lines(): Lines
}

/** Reads a TMX file in pieces: one of them and its entries are in memory. */
export function tmxEntries(chunks: AsyncIterable<Uint8Array>): TmxEntries {
  const problems: Problem[] = []
  const counter = lineCounter()
  async function* counted(texts: AsyncIterable<string>) {
    for await (const text of texts) {
      counter.add(text)
      yield text
    }
  }
  async function* read() {
    const text = decodeStream(chunks)
    const stream = readTmx(counted(text.chunks))
    yield* stream
    problems.push(...(text.problems.length > 0 ? text.problems : stream.problems))
  }
  return { problems, lines: () => counter.lines(), [Symbol.asyncIterator]: read }
}

/** The finished segments of an opened XLIFF file. */
export const xliffEntries = ({ xliff }: OpenedXliff, options?: EntryOptions): Entry[] =>
  xliff ? entriesOf(xliff, options) : []

/** Puts the finished segments of an opened XLIFF file into the memory. */
export const remember = (
  store: Store,
  opened: OpenedXliff,
  options?: EntryOptions,
): Promise<{ readonly added: number; readonly replaced: number }> => store.put(xliffEntries(opened, options))

/** A memory with the languages of a file and what puts names in. */
export interface Leverage {
  readonly store: Store
  readonly from: Language
  readonly to: Language
  readonly names?: AdaptNames
}

/** The best matches of the segments of each unit, for `ExportUnit.matches`; none where it has a translation. One query a segment. */
export async function leverage(
  { store, from, to, names }: Leverage,
  units: readonly ExportUnit[],
): Promise<ExportMatch[][]> {
  const segments = units.flatMap((unit, index) =>
    unit.segments.map((segment, at) => ({ index, at, source: segmentRuns(unit, segment) })),
  )
  const around = neighbourHashes(segments.map(({ source }) => textOf(source)))
  const out: ExportMatch[][] = units.map(() => [])
  for (const [i, { index, at, source }] of segments.entries()) {
    if (units[index]!.target) continue
    const query = { sourceLanguage: from, targetLanguage: to, source, ...around[i]! }
    const found = await lookup(store, query, { least: offered, most: offeredMost, ...(names && { names }) })
    out[index]!.push(...found.map(match => exportMatch(match, at)))
  }
  return out
}

function segmentRuns({ block }: ExportUnit, { start, end }: ExportUnit['segments'][number]) {
  return blockRuns(sliceRuns(block.runs, start, end, { atStart: true, atEnd: true }))
}

function exportMatch({ score, entry, target, adapted }: Found, segment: number): ExportMatch {
  const kind = score > 100 ? 'context' : adapted && 'adapted'
  return {
    segment,
    similarity: Math.min(100, score),
    ...(kind && { kind }),
    source: documentRuns(entry.source),
    target: documentRuns(target),
    origin: entry.origin ?? entry.file ?? 'tlumach',
  }
}

/** A memory for texts from one language into another, with the glossary's names. */
export const leverageOf = (
  { glossary }: Pick<Project, 'glossary'>,
  store: Store,
  chooser: Chooser,
  from: Language,
  to: Language,
): Leverage => ({ store, from, to, names: nameAdapter(glossary, chooser, from, to) })

/** What a memory has for a text: everything at least half alike. */
export function searchMemory(
  project: Project,
  store: Store,
  text: string,
  { from, to, style }: { readonly from: Language; readonly to: Language; readonly style?: string },
): Promise<Found[]> {
  const query = { sourceLanguage: from, targetLanguage: to, source: [text] }
  return lookup(store, query, {
    least: shownLeast,
    most: shownMost,
    names: nameAdapter(project.glossary, project.chooserOf(style), from, to),
  })
}

/** The language of a few words: by their letters, else by their words; Latin letters alone are taken for English. */
export function languageOf(text: string): Language {
  const byWords = languageByWords(text)
  const known = byWords === 'uk' || byWords === 'ru' || byWords === 'en' ? byWords : undefined
  return languageByLetters(text) ?? known ?? (/\p{Script=Cyrl}/u.test(text) ? 'uk' : 'en')
}

/** The entries between some languages as TMX, piece by piece, and how many there were. */
export function memoryAsTmx(
  store: Store,
  { from, to, version }: { readonly from?: Language; readonly to?: readonly Language[]; readonly version: string },
): { readonly chunks: AsyncIterable<Uint8Array>; readonly written: () => number } {
  let written = 0
  async function* entries() {
    for await (const { entry } of store.all()) {
      if (!isBetween(entry, from, to)) continue
      written++
      yield entry
    }
  }
  async function* chunks() {
    const encoder = new TextEncoder()
    for await (const piece of writeTmx(entries(), { ...(from && { sourceLanguage: from }), version }))
      yield encoder.encode(piece)
  }
  return { chunks: chunks(), written: () => written }
}

export type Cleaned = Readonly<Record<CleanReason, number>>

/** Ids to be removed at a time. */
const removalBatch = 10_000

/** Counts the entries that are of no use, by the reason; with `remove` they go. */
export async function cleanMemory(store: Store, remove: boolean): Promise<Cleaned> {
  const counts: Record<CleanReason, number> = { duplicate: 0, empty: 0, same: 0, script: 0 }
  let ids: number[] = []
  const flush = async () => {
    if (remove && ids.length > 0) await store.remove(ids)
    ids = []
  }
  for await (const { id, reason } of useless(store)) {
    counts[reason]++
    ids.push(id)
    if (ids.length >= removalBatch) await flush()
  }
  await flush()
  return counts
}
