import { type Block, blockText, type Changes, type Languages, type Run, sourceSpan } from '../content/index.ts'
import type { Language } from '../language/index.ts'
import { similarity } from '../memory/index.ts'
import { lines } from '../text/index.ts'
import {
  type Merge,
  type MergedSegment,
  mergeXliff,
  needsReview,
  originOf,
  readXliff,
  shownText,
  unitsOf,
  type XliffDocument,
} from '../xliff/index.ts'
import { decodeXliff } from './decode-xliff.ts'
import { difference } from './difference.ts'
import { askedOf } from './export.ts'
import { targetName } from './file-names.ts'
import type { Project } from './open.ts'
import { isOurs } from './our-language.ts'
import { profileOf } from './profiles.ts'
import { isRefused, type Read, readSource, refused } from './read.ts'
import { segmentationOf } from './segmentation.ts'
import { type Translatable, translatableOf } from './translatable.ts'
import type { Checked, Finding, Merged, Origin, Settings, Source } from './verbs.ts'

const nothing: Merged['segments'] = { total: 0, translated: 0, unreviewed: 0, untranslated: 0, stale: 0, invalid: 0 }

/** An XLIFF file read, and what it says of the document it was made from. */
export interface OpenedXliff {
  readonly checked: Checked
  readonly origin: Origin
  readonly xliff?: XliffDocument
}

/** Reads an XLIFF file to find its document. */
export function openXliff(source: Source): OpenedXliff {
  const { value, problems } = decodeXliff(source.bytes)
  const reading = problems.length > 0 ? undefined : readXliff(value.text)
  const file = reading?.value.files[0]
  if (!reading || !file) {
    const all = problems.length > 0 ? problems : (reading?.problems ?? [])
    const said = all.length > 0 ? all : [{ code: 'xliff-no-file', span: { start: 0, end: 0 } }]
    return { checked: refused(source, value.text, said), origin: {} }
  }
  const { original, hash, format, profile, source: embedded } = originOf(file)
  // In 1.2 each file says its languages.
  const sourceLanguage = reading.value.sourceLanguage ?? file.sourceLanguage
  const targetLanguage = reading.value.targetLanguage ?? file.targetLanguage
  const origin: Origin = {
    ...(original !== undefined && { original }),
    ...(hash !== undefined && { hash }),
    ...(format !== undefined && { format }),
    ...(profile !== undefined && { profile }),
    ...(embedded !== undefined && { embedded }),
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
  }
  const problemsOf = reading.problems.map((p): Finding => ({ ...p, severity: p.severity ?? 'error' }))
  const broken = problemsOf.some(p => p.severity === 'error')
  const checked: Checked = { path: source.path, text: value.text, problems: problemsOf, unusable: broken }
  return broken ? { checked, origin } : { checked, origin, xliff: reading.value }
}

export interface MergeOptions {
  /** The profile of the program that the file comes from; default the one that the file says. */
  readonly profile?: string
  /** Nothing is given back unless every segment is translated, needs no review, and is neither stale nor invalid. */
  readonly strict?: boolean
}

/** The document with the translations of an opened XLIFF file, in its own format. `problems` count in the XLIFF. */
export async function mergeDocument(
  project: Project,
  opened: OpenedXliff,
  document: Source,
  settings: Settings,
  options: MergeOptions = {},
): Promise<Merged> {
  const { checked, origin, xliff } = opened
  if (!xliff) return { ...checked, segments: nothing }
  const source = await readSource(document, {
    ...(origin.format !== undefined && { readAs: origin.format }),
    ...settings,
  })
  if (isRefused(source)) return { ...source, segments: nothing }
  const read = (origin.targetLanguage !== undefined && source.forTarget?.(origin.targetLanguage)) || source
  const { document: asked, translations } = translatableOf(read.document)
  const { accept = 'any' } = profileOf(options.profile ?? origin.profile) ?? {}
  const merged = mergeXliff(asked, xliff, {
    strict: options.strict === true,
    accept,
    likeness: likenessIn(xliff, origin.sourceLanguage, settings),
  })
  const list = merged.value.segments
  const count = (status: MergedSegment['status']) => list.filter(s => s.status === status).length
  const unasked = unaskedIn(merged.value.uncovered, translations, origin.sourceLanguage)
  const segments = {
    total: list.length + unasked.length,
    translated: count('translated'),
    unreviewed: count('unreviewed'),
    untranslated: count('untranslated') + unasked.length,
    stale: count('stale'),
    invalid: count('invalid'),
  }
  const problems = [
    ...checked.problems,
    ...changedSource(project, origin, document),
    ...merged.problems.map((p): Finding => ({ ...p, severity: p.severity ?? 'warning' })),
    ...list.flatMap(told(options.strict === true, textsOf(xliff))),
    ...unasked.map(toldUnasked(options.strict === true, document.path, read)),
  ]
  const complete = segments.translated === segments.total
  const base: Merged = { path: checked.path, text: checked.text, problems, unusable: false, segments }
  if (options.strict && !complete) return base
  const bytes = read.write(confirmedChanges(merged.value, translations), languagesOf(origin))
  const name = targetName(
    document.name ?? origin.original ?? document.path,
    origin.targetLanguage?.split('-')[0] ?? 'und',
  )
  return { ...base, result: { name: name.base + name.extension, bytes } }
}

const languagesOf = ({ sourceLanguage: from, targetLanguage: to }: Origin): Languages | undefined =>
  from === undefined || to === undefined ? undefined : { from, to }

/** How a changed source is known again. */
const likenessIn = (xliff: XliffDocument, from: string | undefined, settings: Settings) => {
  return {
    similarity: (a: string, b: string) => similarity([a], [b]),
    difference,
    sentences: segmentationOf(xliff, ourLanguageOf(from), settings),
  }
}

/** The language by whose rules sentences are found. */
const ourLanguageOf = (tag: string | undefined): Language => {
  const language = tag?.toLowerCase().split('-')[0]
  return isOurs(language) ? language : 'en'
}

/** Without the translations that still wait for somebody to look at them, as they did before. */
function confirmedChanges({ changes, units }: Merge, translations: Translatable['translations']): Changes {
  return new Map(
    [...changes].filter(([id, runs]) => {
      const before = translations.get(id)
      const waits = units.get(id)?.segments.some(segment => segment.subState === needsReview)
      return !(before?.unconfirmed && waits && written(before.runs) === written(runs))
    }),
  )
}

const written = (runs: readonly Run[]) => runs.map(run => (run.kind === 'text' ? run.text : run.label)).join('')

function changedSource(project: Project, origin: Origin, document: Source): Finding[] {
  if (origin.hash === undefined || origin.hash === project.host.hash(document.bytes)) return []
  return [
    { code: 'merge-source-changed', severity: 'warning', span: { start: 0, end: 0 }, data: { path: document.path } },
  ]
}

const severities = { untranslated: 'info', unreviewed: 'warning' } as const

/** The source texts of segments by where these stand; what is between them in a table stands nowhere. */
const textsOf = (xliff: XliffDocument): ReadonlyMap<number, string> =>
  new Map(
    [...unitsOf(xliff)]
      .flatMap(unit => unit.segments.filter(({ kind }) => kind === 'segment'))
      .map(({ span, source }) => [span.start, shownText(source.runs)]),
  )

/** What is to be said of a segment of which the merge itself says nothing. */
const told =
  (strict: boolean, texts: ReadonlyMap<number, string>) =>
  ({ status, unit, segment, span }: MergedSegment): Finding[] => {
    if (status !== 'untranslated' && status !== 'unreviewed') return []
    const severity = strict ? 'error' : severities[status]
    const text = excerpt(texts.get(span.start) ?? '')
    return [{ code: `merge-${status}`, severity, span, data: { unit, segment: segment || 'none', text } }]
  }

/** A stretch of the document that the XLIFF has no segment for. */
interface Unasked {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** What is in the document since the export, or that a tool has dropped; what the document itself has translated (PO) is not missing. */
const unaskedIn = (
  blocks: readonly Block[],
  translations: Translatable['translations'],
  sourceLanguage: string | undefined,
): Unasked[] => {
  const language = ourLanguageOf(sourceLanguage)
  const isDone = (block: Block) => {
    const before = translations.get(block.id)
    return before !== undefined && before.runs.length > 0 && !before.unconfirmed
  }
  return blocks.filter(block => !isDone(block)).flatMap(block => askedOf(block, language).map(at => ({ block, ...at })))
}

/** Its place is in the document, so the text says it. */
const toldUnasked = (strict: boolean, path: string, { text, shown }: Read) => {
  const places = lines(text)
  return ({ block, start, end }: Unasked): Finding => {
    const span = sourceSpan(block, start, end)
    const { line, column } = places.at((shown ? shown(span) : span).start)
    const data = {
      text: excerpt(blockText(block).slice(start, end).replaceAll('\ufffc', '')),
      place: `${path}:${line}:${column}`,
    }
    return { code: 'merge-not-in-file', severity: strict ? 'error' : 'info', span: { start: 0, end: 0 }, data }
  }
}

/** So much of a text is enough to know it by. */
const enough = 60

function excerpt(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ').trim()]
  return chars.length <= enough
    ? chars.join('')
    : `${chars
        .slice(0, enough - 1)
        .join('')
        .trimEnd()}…`
}
