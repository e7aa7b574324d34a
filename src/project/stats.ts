import { runsText } from '../content/index.ts'
import { type Counted, sumTallies, type Tally, tally } from '../memory/index.ts'
import { type Content, isAside, isMarker, type Segment, type Unit, unitsOf, type XliffVersion } from '../xliff/index.ts'
import { openXliff } from './merge.ts'
import { progressOf } from './standing.ts'
import type { Checked, Source } from './verbs.ts'

/** The texts of files counted so far, by their pair of languages: what is translated into one is new in another. */
export type SeenTexts = Map<string, Set<string>>

export interface Stats {
  readonly checked: Checked
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  /** Absent where the file could not be used. */
  readonly tally?: Tally
  /** As `tally`, with what repeats an earlier file. */
  readonly tallyAmong?: Tally
}

/**
 * The words and characters of an XLIFF file by the state of their segments and by the matches that it holds. `seen`: the texts of the
 * files before it, which it adds to.
 */
export function stats(source: Source, seen: SeenTexts = new Map()): Stats {
  const { checked, xliff } = openXliff(source)
  if (!xliff) return { checked }
  const counted = [...unitsOf(xliff)].filter(unit => unit.translate).flatMap(unit => countedOf(unit, xliff.version))
  const { sourceLanguage, targetLanguage } = { ...xliff.files[0], ...withoutUndefined(xliff) }
  const pair = `${sourceLanguage} ${targetLanguage}`
  const among = seen.get(pair) ?? new Set()
  seen.set(pair, among)
  return {
    checked,
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    tally: tally(counted),
    tallyAmong: tally(counted, among),
  }
}

/** The sum of several files'. */
export const totalTally = (all: readonly Tally[]): Tally => sumTallies(all)

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>

function countedOf(unit: Unit, version: XliffVersion): Counted[] {
  const segments = unit.segments.filter(({ kind }) => kind === 'segment')
  return segments.map(segment => {
    const match = bestMatch(unit, segment, segments.length === 1)
    return {
      text: contentText(segment.source),
      state: progressOf(unit, segment, version),
      ...(match !== undefined && { match }),
    }
  })
}

/** A candidate is for the segment that it refers to; one that refers to none tells of the only one of its unit. */
function bestMatch({ matches }: Unit, { id }: Segment, isOnly: boolean): number | undefined {
  const found = matches.filter(({ ref }) => isOnly || (id !== undefined && ref === `#${id}`))
  const similarities = found.flatMap(({ similarity }) => similarity ?? [])
  return similarities.length > 0 ? Math.max(...similarities) : undefined
}

/** The text of a source or target without marks and comments. */
const contentText = (content: Content): string =>
  runsText(content.runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run))))
