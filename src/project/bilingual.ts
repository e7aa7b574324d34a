import { type Block, blockText, type Changes, type Document, type Run } from '../content/index.ts'
import { documentLanguage } from '../lint/index.ts'
import { type BilingualSegment, type CodeKey, segmentsOf } from '../qa/index.ts'
import type { Problem } from '../text/index.ts'
import {
  type Content,
  characterLimit,
  type InlineRun,
  isAside,
  isMarker,
  readXliff,
  type Segment,
  type Unit,
  unitsOf,
  writeXliff,
  type XliffChange,
  type XliffDocument,
  type XliffFile,
  xliffExtensions,
} from '../xliff/index.ts'
import { encodeXml } from '../xml/index.ts'
import { decodeXliff } from './decode-xliff.ts'
import { isRefused, readSource, refused, shownOf } from './read.ts'
import type { Shown } from './shown.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** A file that holds texts beside their translations. */
export interface Bilingual extends Shown {
  readonly segments: readonly BilingualSegment[]
  readonly sourceLanguage: string | undefined
  readonly targetLanguage: string | undefined
  readonly codes: CodeKey
  /** The targets, in which fixes are made. */
  readonly targets: Document
  readonly problems: readonly Problem[]
  /** The file with targets changed; nothing else differs by a byte. Undefined where its encoding cannot hold them. */
  write(changes: Changes): Uint8Array | undefined
}

/** Files that are looked for in folders to be checked. */
export const translationExtensions: readonly string[] = [...xliffExtensions, '.po']

/** Reads an XLIFF file, or another one whose blocks say what they translate; another is `no-translations`. */
export async function readBilingual(source: Source, settings: Settings): Promise<Bilingual | Checked> {
  const name = (source.name ?? source.path).toLowerCase()
  if (name === '-' || xliffExtensions.some(extension => name.endsWith(extension))) return readXliffPairs(source)
  const read = await readSource(source, settings)
  if (isRefused(read)) return read
  const segments = segmentsOf(read.document)
  if (segments.length === 0) {
    return refused(source, read.text, [{ code: 'no-translations', span: { start: 0, end: 0 } }])
  }
  const targets = segments.flatMap(({ target }) => target ?? [])
  return {
    ...shownOf(read),
    segments,
    sourceLanguage: languageOf(segments.map(segment => segment.source)),
    targetLanguage: languageOf(targets) ?? read.document.language,
    codes: 'label',
    targets: { ...read.document, blocks: targets },
    problems: read.problems,
    write: changes => read.write(changes),
  }
}

function languageOf(blocks: readonly Block[]): string | undefined {
  const document: Document = { parts: [], blocks, embedded: [], comments: [] }
  return documentLanguage(document, blocks.map(blockText), {})
}

function readXliffPairs(source: Source): Bilingual | Checked {
  const { value: decoded, problems } = decodeXliff(source.bytes)
  if (problems.length > 0) return refused(source, decoded.text, problems)
  const { text } = decoded
  const reading = readXliff(text)
  if (reading.problems.some(p => (p.severity ?? 'error') === 'error')) return refused(source, text, reading.problems)
  const xliff = reading.value
  const places = xliff.files.flatMap(file => placesOf(file, xliff)).map((place, i) => ({ ...place, number: i + 1 }))
  const byTarget = new Map(places.map(one => [targetId(one), one]))
  const blocks = places.flatMap(one => (one.segment.target ? [blockOf(one.segment.target, targetId(one), one)] : []))
  return {
    text,
    segments: places.map(segmentOf),
    sourceLanguage: xliff.sourceLanguage,
    targetLanguage: xliff.targetLanguage,
    codes: 'id',
    targets: { parts: [], blocks, embedded: [], comments: [] },
    problems: reading.problems,
    write(changes) {
      const list = [...changes].map(([id, runs]): XliffChange => {
        const { unit, segment } = byTarget.get(id)!
        return { unit, segment, target: runs as readonly InlineRun[] }
      })
      return encodeXml({ ...decoded, text: writeXliff(text, xliff, list, { copies: true }).value })
    },
  }
}

/** A segment where it stands in its file. */
interface SegmentPlace {
  readonly file: XliffFile
  readonly xliff: XliffDocument
  readonly unit: Unit
  readonly segment: Segment
  readonly number: number
}

const targetId = ({ number }: SegmentPlace): string => `target ${number}`

/** The segments that are to be translated. */
function placesOf(file: XliffFile, xliff: XliffDocument): Omit<SegmentPlace, 'number'>[] {
  return [...unitsOf(file)]
    .filter(unit => unit.translate)
    .flatMap(unit => unit.segments.filter(({ kind }) => kind === 'segment').map(segment => ({ unit, segment })))
    .map(({ unit, segment }) => ({ file, xliff, unit, segment }))
}

function segmentOf(place: SegmentPlace): BilingualSegment {
  const { unit, segment, number } = place
  const { source, target } = segment
  const said = segment.state !== 'initial' || segment.subState !== undefined || 'state' in segment.attributes
  return {
    id: unit.id,
    number,
    ...(unit.name !== undefined && { context: unit.name }),
    source: blockOf(source, `source ${number}`, place, plainRuns(source)),
    ...(target && { target: blockOf(target, targetId(place), place, plainRuns(target)) }),
    place: target?.span ?? segment.span,
    ...(said && { state: segment.state }),
    loose: !(target ?? source).preserve,
  }
}

/** Marks of terms and comments, and comments of XML, are no codes of the text. */
const plainRuns = ({ runs }: Content): Run[] =>
  runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run)))

function blockOf(
  content: Content,
  id: string,
  { file, xliff, unit }: SegmentPlace,
  runs: readonly Run[] = content.runs,
): Block {
  const own = id.startsWith('source')
    ? (file.sourceLanguage ?? xliff.sourceLanguage)
    : (file.targetLanguage ?? xliff.targetLanguage)
  const language = content.language ?? own
  const characters = characterLimit(unit)
  return {
    id,
    kind: 'paragraph',
    scope: 'body',
    span: { start: content.span.openEnd, end: content.span.closeStart },
    runs,
    ...(language !== undefined && { language }),
    ...(characters !== undefined && { limits: { characters } }),
  }
}
