import type { Run } from '../content/index.ts'
import { contextHash, type Entry, type MemoryRun, primaryLanguage, textOf } from '../memory/index.ts'
import {
  type Content,
  type InlineRun,
  isAside,
  isMarker,
  needsReview,
  type Segment,
  type State,
  standingOf,
  type Unit,
  unitsOf,
  type XliffDocument,
  type XliffFile,
  type XliffVersion,
} from '../xliff/index.ts'

/** A segment with its unit. */
interface Place {
  readonly unit: Unit
  readonly segment: Segment
}

export interface EntryOptions {
  /** When this happens, ISO 8601 in UTC. */
  readonly date?: string
  /** Translations that wait for somebody to look at them are taken as well. */
  readonly unreviewed?: boolean
}

/**
 * The finished segments of an XLIFF file, each with what stands before and after it. Those that nobody has translated, that wait for
 * somebody to look at them, or that are not to be translated, are left out.
 */
export function entriesOf(xliff: XliffDocument, { date, unreviewed = false }: EntryOptions = {}): Entry[] {
  return xliff.files.flatMap(file => {
    const sourceLanguage = file.sourceLanguage ?? xliff.sourceLanguage
    const targetLanguage = file.targetLanguage ?? xliff.targetLanguage
    if (sourceLanguage === undefined || targetLanguage === undefined) return []
    const places = placesOf(file)
    const sources = places.map(({ segment }) => memoryRuns(segment.source))
    const around = neighbourHashes(sources.map(textOf))
    return places.flatMap(({ unit, segment }, i): Entry[] => {
      const { target } = segment
      const waits = segment.subState === needsReview && !unreviewed
      const state = translatedState(unit, segment, xliff.version)
      if (!target || waits || !state) return []
      return [
        {
          sourceLanguage,
          targetLanguage,
          source: sources[i]!,
          target: memoryRuns(target),
          ...around[i]!,
          ...(file.original !== undefined && { file: file.original }),
          unit: segment.id === undefined ? unit.id : `${unit.id}/${segment.id}`,
          state,
          ...(date !== undefined && { changed: date }),
          ...notesOf(unit),
        },
      ]
    })
  })
}

const placesOf = (file: XliffFile): Place[] =>
  [...unitsOf(file)].flatMap(unit =>
    unit.segments.filter(({ kind }) => kind === 'segment').map(segment => ({ unit, segment })),
  )

/** How far a segment is that has a translation to remember. */
function translatedState(unit: Unit, segment: Segment, version: XliffVersion): State | undefined {
  const says = (content: Content | undefined) => content !== undefined && textOf(memoryRuns(content)).trim() !== ''
  const standing = standingOf(unit, segment, version)
  const isDone = unit.translate && standing !== 'untranslated' && standing !== 'initial'
  return isDone && says(segment.source) && says(segment.target) ? standing : undefined
}

const notesOf = ({ notes }: Unit): Pick<Entry, 'notes'> => {
  const own = notes.filter(({ category }) => category === undefined).map(({ text }) => text)
  return own.length > 0 ? { notes: own } : {}
}

/** `contextHash` of the texts on both sides of each; of nothing where there is none. */
export function neighbourHashes(texts: readonly string[]): { readonly before: string; readonly after: string }[] {
  const hashes = texts.map(contextHash)
  const none = contextHash('')
  return texts.map((_, i) => ({ before: hashes[i - 1] ?? none, after: hashes[i + 1] ?? none }))
}

/** Marks and comments are no part of what is translated. */
export const memoryRuns = ({ runs }: Content): MemoryRun[] =>
  joined(runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run))).map(memoryRun))

/** Runs of a document, whose codes are known by what they show. */
export const blockRuns = (runs: readonly Run[]): MemoryRun[] =>
  joined(runs.map(run => (run.kind === 'text' ? run.text : { kind: run.kind, id: run.id, data: run.label })))

function memoryRun(run: InlineRun): MemoryRun {
  if (run.kind === 'text') return run.text
  return {
    kind: run.kind,
    id: run.id,
    data: run.data ?? run.label,
    ...(run.isolated && { isolated: true }),
  }
}

/** Texts side by side become one. */
function joined(runs: readonly MemoryRun[]): MemoryRun[] {
  const out: MemoryRun[] = []
  for (const run of runs) {
    if (typeof run === 'string' && typeof out.at(-1) === 'string') out[out.length - 1] += run
    else if (run !== '') out.push(run)
  }
  return out
}

/** The same as runs of a document that are in no source. */
export const documentRuns = (runs: readonly MemoryRun[]): Run[] =>
  runs.map(run =>
    typeof run === 'string'
      ? { kind: 'text', text: run, map: [] }
      : { kind: run.kind, id: run.id, span: { start: 0, end: 0 }, label: run.data },
  )

/** True of an entry between these languages; an absent one is any. */
export const isBetween = (entry: Entry, from: string | undefined, to: readonly string[] | undefined): boolean =>
  (from === undefined || primaryLanguage(entry.sourceLanguage) === from) &&
  (to === undefined || to.includes(primaryLanguage(entry.targetLanguage)))
