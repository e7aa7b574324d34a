import type { Language } from '../language/index.ts'
import { type Entry, similarity, writeTmx } from '../memory/index.ts'
import { type RemovedSegment, updateXliff, type XliffDocument } from '../xliff/index.ts'
import { decodeXml, encodeXmlOrUtf8 } from '../xml/index.ts'
import { difference } from './difference.ts'
import { exportTo, subjectToExport } from './export.ts'
import { memoryRuns } from './memory-entries.ts'
import { openXliff } from './merge.ts'
import type { Project } from './open.ts'
import { isOurs } from './our-language.ts'
import { isRefused, readSource, refused } from './read.ts'
import { segmentationOf } from './segmentation.ts'
import type { Checked, Finding, Origin, Settings, Source } from './verbs.ts'

/** An XLIFF file carried over to a document that has changed. `problems` count in the XLIFF as it was. */
export interface Updated extends Checked {
  /** Absent where the file or the document could not be used. */
  readonly result?: {
    readonly bytes: Uint8Array
    /** False where the document says what it said. */
    readonly isChanged: boolean
    /** Segments that keep what they had, that wait for review, and that are new. */
    readonly kept: number
    readonly changed: number
    readonly added: number
    /** Translations whose source is gone. */
    readonly removed: readonly Entry[]
  }
}

/** Carries an XLIFF file over to its document as it is now. `date` (ISO 8601) is that of translations that go to the memory. */
export async function update(
  project: Project,
  document: Source,
  source: Source,
  settings: Settings,
  date?: string,
): Promise<Updated> {
  const { checked, origin, xliff } = openXliff(source)
  if (!xliff) return checked
  const languages = languagesOf(xliff)
  if (!languages) return refused(source, checked.text, [{ code: 'update-languages', span: xliff.span }])
  const { from, to } = languages
  const read = await readSource(document, {
    ...(origin.format !== undefined && { readAs: origin.format }),
    ...settings,
  })
  if (isRefused(read)) return read
  const own = read.forTarget?.(to) ?? read
  const subject = subjectToExport(project, own, settings, from)
  const how = {
    to: [to],
    version: xliff.version,
    locales: languages.tags,
    embed: origin.embedded !== undefined,
    ...(origin.profile !== undefined && { profile: origin.profile }),
    ...(origin.original !== undefined && { original: origin.original }),
  }
  const fresh = await exportTo(project, subject, own, document, from, to, how, segmentationOf(xliff, from, settings))
  const decoded = decodeXml(source.bytes).value
  const updated = updateXliff(decoded.text, xliff, fresh, {
    similarity: (a, b) => similarity([a], [b]),
    difference,
    ...(isRenamed(origin, document) && { original: document.name ?? document.path }),
  })
  const { text, kept, changed, added } = updated
  const isChanged = text !== decoded.text
  // A letter that the file's own encoding does not have makes it UTF-8.
  const encoded = () => encodeXmlOrUtf8({ ...decoded, text })
  const removed = updated.removed.map(one => entryOf(one, languages, document, date))
  const problems = updated.problems.map((p): Finding => ({ ...p, severity: p.severity ?? 'warning' }))
  return {
    ...checked,
    problems: [...checked.problems, ...problems],
    result: { bytes: isChanged ? encoded() : source.bytes, isChanged, kept, changed, added, removed },
  }
}

/** The document has another name than the one that the file was made from. */
const isRenamed = ({ original }: Origin, { name, path }: Source): boolean =>
  original !== undefined && baseName(original) !== baseName(name ?? path)

const baseName = (path: string): string => path.replaceAll('\\', '/').split('/').at(-1)!

interface Languages {
  readonly from: Language
  readonly to: Language
  readonly source: string
  readonly target: string
  /** What the file calls them. */
  readonly tags: readonly string[]
}

/** The languages of a file; undefined where they are not ours. */
function languagesOf({ sourceLanguage, targetLanguage, files }: XliffDocument): Languages | undefined {
  const source = sourceLanguage ?? files[0]?.sourceLanguage
  const target = targetLanguage ?? files[0]?.targetLanguage
  const [from, to] = [source, target].map(tag => tag?.toLowerCase().split(/[-_]/)[0])
  if (!isOurs(from) || !isOurs(to)) return undefined
  return { from, to, source: source!, target: target!, tags: [source!, target!] }
}

function entryOf(
  { source, target, unit, state, notes }: RemovedSegment,
  languages: Languages,
  document: Source,
  date: string | undefined,
): Entry {
  return {
    sourceLanguage: languages.source,
    targetLanguage: languages.target,
    source: memoryRuns(source),
    target: memoryRuns(target),
    file: document.name ?? document.path,
    unit,
    state,
    ...(date !== undefined && { changed: date }),
    ...(notes.length > 0 && { notes }),
  }
}

/** Translations as a TMX file, piece by piece. `version`: the program's. */
export async function* entriesAsTmx(entries: Iterable<Entry>, version: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of writeTmx(entries, { version })) yield encoder.encode(piece)
}
