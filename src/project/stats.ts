import { runsText } from '../content/index.ts'
import { type Counted, sumTallies, type Tally, tally } from '../memory/index.ts'
import { type Content, isAside, isMarker, standingOf, type Unit, unitsOf, type XliffVersion } from '../xliff/index.ts'
import { openXliff } from './merge.ts'
import type { Checked, Source } from './verbs.ts'

export interface Stats {
  readonly checked: Checked
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  /** Absent where the file could not be used. */
  readonly tally?: Tally
}

/** The words and characters of an XLIFF file by the state of their segments and by the matches that it holds. */
export function stats(source: Source): Stats {
  const { checked, xliff } = openXliff(source)
  if (!xliff) return { checked }
  const { sourceLanguage, targetLanguage } = { ...xliff.files[0], ...withoutUndefined(xliff) }
  return {
    checked,
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    tally: tally([...unitsOf(xliff)].filter(unit => unit.translate).flatMap(unit => countedOf(unit, xliff.version))),
  }
}

/** The sum of several files'. */
export const totalTally = (all: readonly Tally[]): Tally => sumTallies(all)

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>

/** Candidates are a unit's: they tell of the one segment that it has. */
function countedOf(unit: Unit, version: XliffVersion): Counted[] {
  const segments = unit.segments.filter(({ kind }) => kind === 'segment')
  const match = segments.length === 1 ? bestMatch(unit) : undefined
  return segments.map(segment => ({
    text: contentText(segment.source),
    state: standingOf(unit, segment, version),
    ...(match !== undefined && { match }),
  }))
}

function bestMatch({ matches }: Unit): number | undefined {
  const found = matches.flatMap(({ similarity }) => similarity ?? [])
  return found.length > 0 ? Math.max(...found) : undefined
}

/** The text of a source or target without marks and comments. */
export const contentText = (content: Content): string =>
  runsText(content.runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run))))
