import { type Block, blockText, type CodeRun, type Limits, newText, type Run } from '../content/index.ts'
import { splitForbidden } from '../xml/index.ts'
import { toBase64 } from './base64.ts'
import { type ExportMatch, matchesOf } from './export-match.ts'
import { type Mark, markRuns } from './mark-terms.ts'
import type {
  Attributes,
  Content,
  Group,
  InlineCode,
  InlineRun,
  Meta,
  Note,
  Segment,
  Term,
  Unit,
  XliffDocument,
  XliffVersion,
} from './model.ts'
import { documentRuns, nowhere } from './model.ts'
import { type Neighbours, neighbours } from './neighbours.ts'
import { metadataFor, ownMeta } from './origin.ts'
import { codeIds, splitRuns } from './pieces.ts'
import { needsReview, needsTranslation } from './states.ts'
import { toFamily1 } from './to-1.ts'
import { unitId, unitName, visible } from './unit-id.ts'
import { composeXliff1 } from './write-1.ts'
import { composeXliff2 } from './write-2.ts'

/** A glossary term in a block's text. `concept` is its id in the glossary. */
export interface ExportTerm {
  readonly start: number
  readonly end: number
  readonly concept: string
  readonly source: string
  readonly translations: readonly string[]
  readonly definition?: string
  /** Other spellings and case forms of the translations that count as the term. */
  readonly forms?: readonly string[]
  /** How the translations decline, word by word. */
  readonly declension?: readonly string[]
  readonly note?: string
}

export interface ExportUnit {
  readonly block: Block
  /** Stretches of the block's text in order, without overlap; what is between them becomes ignorables. */
  readonly segments: readonly { readonly start: number; readonly end: number }[]
  readonly notes?: readonly { readonly category?: string; readonly text: string }[]
  readonly terms?: readonly ExportTerm[]
  /** The translation that there is; `unconfirmed` where a person has yet to look at it. */
  readonly target?: { readonly runs: readonly Run[]; readonly unconfirmed: boolean }
  /** `false`: shown, but not to be translated. */
  readonly translate?: false
  /** Earlier translations of its segments. */
  readonly matches?: readonly ExportMatch[]
}

export interface ExportOptions {
  /** Default 2.1. */
  readonly version?: XliffVersion
  readonly sourceLanguage: string
  readonly targetLanguage: string
  /** Where the source document is, as seen from the XLIFF file. */
  readonly original: string
  readonly sourceHash: string
  /** The format's id, by which the document is read again. */
  readonly format: string
  /** The whole source document, when it is to travel inside the file. */
  readonly embedded?: string | Uint8Array
  readonly units: readonly ExportUnit[]
  /** The profile that the file is made for, which it says. */
  readonly profile?: string
  /** Segments without a target get a copy of their source, which the file says is no translation. */
  readonly copySource?: boolean
  /** Terms are marked within the text; default true. Without, the glossary alone tells of them. */
  readonly marks?: boolean
  /** The source of a code; without it `embedded` is asked, then the code's label is shown alone. */
  readonly markup?: (code: CodeRun, block: Block) => string
}

/** A document's blocks as an XLIFF file for one target language. */
export const exportXliff = (options: ExportOptions): string =>
  composeXliff(exportModel(options), options.version ?? defaultVersion)

const defaultVersion = '2.1'

/** A model in the words of 2.x as a file of any version. */
export const composeXliff = (document: XliffDocument, version: XliffVersion): string =>
  version === '1.2' ? composeXliff1(toFamily1('', document).value) : composeXliff2({ ...document, version })

/** What `exportXliff` writes, in the words of 2.x. */
export function exportModel(options: ExportOptions): XliffDocument {
  const { embedded } = options
  const skeleton =
    embedded === undefined ? { href: asReference(options.original), span: nowhere } : skeletonOf(embedded)
  const seen = new Map<string, number>()
  const near = neighbours(options.units.map(({ block }) => block))
  const units = options.units.map((unit, i) => unitOf(unit, unitId(unit.block.runs, seen), near[i]!, options))
  const { version = defaultVersion } = options
  return {
    version: version === '1.2' ? defaultVersion : version,
    sourceLanguage: options.sourceLanguage,
    targetLanguage: options.targetLanguage,
    notes: [],
    attributes: {},
    span: nowhere,
    files: [
      {
        kind: 'file',
        id: 'f1',
        original: options.original,
        skeleton,
        notes: [],
        metadata: metadataOf(options),
        ...(options.units.some(({ block }) => charactersFor(block.limits) !== undefined) && { sizes: true }),
        children: units.length > 0 ? units : [emptyGroup],
        attributes: { 'xml:space': 'preserve' },
        foreign: [],
        span: nowhere,
      },
    ],
  }
}

/** A path as a URI reference: what URIs cannot hold is percent-encoded, and so is a percent sign. */
export const asReference = (path: string) => encodeURI(visible(path))

/** A file must hold something, and a group may be empty. */
const emptyGroup: Group = {
  kind: 'group',
  id: 'g1',
  notes: [],
  metadata: [],
  children: [],
  attributes: {},
  foreign: [],
  span: nowhere,
}

function metadataOf({ format, sourceHash, embedded, profile }: ExportOptions): Meta[] {
  const encoding = embedded === undefined ? undefined : encodingOf(embedded)
  return metadataFor({ format, profile, 'source-hash': sourceHash, 'skeleton-encoding': encoding })
}

// an empty skeleton would have to be a reference
const needsNoEscape = (text: string) => text !== '' && splitForbidden(text).length === 1

const encodingOf = (embedded: string | Uint8Array): 'base64' | 'json' | undefined =>
  typeof embedded !== 'string' ? 'base64' : needsNoEscape(embedded) ? undefined : 'json'

/** The document as text where XML can hold it, else as a JSON string; a package in base64 (`metadataOf` says which). */
function skeletonOf(embedded: string | Uint8Array) {
  if (typeof embedded !== 'string') return { embedded: toBase64(embedded), span: nowhere }
  const json = () =>
    splitForbidden(JSON.stringify(embedded))
      .map(unit => (unit.length === 1 ? escapeUnit(unit) : unit))
      .join('')
  return { embedded: needsNoEscape(embedded) ? embedded : json(), span: nowhere }
}

const escapeUnit = (unit: string) =>
  splitForbidden(unit).length === 1 ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Programs that read 1.2 (OmegaT, translate-toolkit) do not look for white space that counts at the file: units say it, too. */
function unitOf(unit: ExportUnit, id: string, near: Neighbours, options: ExportOptions): Unit {
  const { block } = unit
  const ids = codeIds(block.runs)
  const runs = block.runs.map((run, i) => (run.kind === 'text' ? run : codeOf(run, ids.get(i)!, block, options)))
  const { length } = blockText(block)
  const terms = (unit.terms ?? []).filter(({ start, end }) => start >= 0 && start < end && end <= length)
  const { entries, marks } = glossaryOf(terms, options.marks !== false)
  const said = withTarget(segmentsOf(unit, markRuns(runs, marks)), unit, ids)
  const { translate = true } = unit
  const target = options.copySource && !unit.target && translate ? 'copy' : undefined
  const segments = target === 'copy' ? said.map(withCopy) : said
  const limit = charactersFor(block.limits)
  // A copy is what it is, and a program that gets copies knows no limits.
  const characters = target === 'copy' && limit !== undefined && lengthOf(block) > limit ? undefined : limit
  const segmentIds = segments.flatMap(({ kind, id }) => (kind === 'segment' && id !== undefined ? [id] : []))
  return {
    kind: 'unit',
    id,
    name: unitName(block),
    ...(characters !== undefined && { characters }),
    translate,
    segments,
    notes: (unit.notes ?? []).map((note, i): Note => ({ id: `n${i + 1}`, ...note, span: nowhere })),
    matches: matchesOf(unit.matches ?? [], segmentIds),
    terms: entries,
    metadata: metadataFor({ ...near, target }),
    attributes: {
      ...(!translate && { translate: 'no' }),
      ...(options.version === '1.2' && { 'xml:space': 'preserve' }),
    },
    foreign: [],
    noteAt: 0,
    span: nowhere,
  }
}

/** How many characters a text may have; undefined where nothing limits it. */
function charactersFor(limits: Limits | undefined): number | undefined {
  if (!limits) return undefined
  const { characters, lines, charactersPerLine, seconds, charactersPerSecond } = limits
  const all = [
    characters,
    lines && charactersPerLine && lines * charactersPerLine,
    seconds && charactersPerSecond && Math.max(1, Math.floor(seconds * charactersPerSecond)),
  ].filter(limit => limit !== undefined)
  return all.length > 0 ? Math.min(...all) : undefined
}

const lengthOf = (block: Block): number => [...blockText(block)].length

/**
 * The one segment of a unit with its translation; codes are those of the source that look the same. What the translation does
 * without may be deleted.
 */
function withTarget(segments: Segment[], { target, block }: ExportUnit, ids: ReadonlyMap<number, string>): Segment[] {
  const [segment] = segments
  if (!target || !segment || segments.length > 1) return segments
  const waiting = block.runs.flatMap((run, i) => (run.kind === 'text' ? [] : [{ run, id: ids.get(i)! }]))
  const runs = target.runs.map((run): InlineRun => {
    if (run.kind === 'text') return run
    const at = waiting.findIndex(({ run: own }) => own.kind === run.kind && own.label === run.label)
    const [own] = at < 0 ? [] : waiting.splice(at, 1)
    if (!own) return newText(run.label)
    return segment.source.runs.find((code): code is InlineCode => code.kind === run.kind && code.id === own.id)!
  })
  const state = { state: 'translated', ...(target.unconfirmed && { subState: needsReview }) } as const
  const dropped = new Set(waiting.map(({ id }) => id))
  const source = segment.source.runs.map(run => (isCodeOf(run, dropped) ? deletable(run) : run))
  return [
    {
      ...segment,
      ...state,
      source: { ...segment.source, runs: source },
      target: { runs, span: nowhere, preserve: true },
    },
  ]
}

const isCodeOf = (run: InlineRun, ids: ReadonlySet<string>): run is InlineCode => run.kind === 'code' && ids.has(run.id)

function deletable(code: InlineCode): InlineCode {
  const { canDelete: _, ...attributes } = code.attributes
  return { ...code, attributes }
}

/** A copy is no translation: its state says so as well. */
function withCopy(segment: Segment): Segment {
  const target = { ...segment.source, runs: documentRuns(segment.source.runs) }
  return { ...segment, target, ...(segment.kind === 'segment' && { subState: needsTranslation }) }
}

function segmentsOf(unit: ExportUnit, runs: readonly InlineRun[]): Segment[] {
  const length = blockText(unit.block).length
  const given = unit.target ? [{ start: 0, end: length }] : unit.segments.filter(s => s.start < s.end)
  const stretches = given.length > 0 ? withGaps(given, length) : [{ segment: true, end: length }]
  const pieces = splitRuns(
    runs,
    stretches.slice(0, -1).map(s => s.end),
  )
  let segments = 0
  let ignorables = 0
  return stretches.map(({ segment }, i): Segment => {
    const content: Content = { runs: pieces[i]!, span: nowhere, preserve: true }
    const rest = { state: 'initial', source: content, attributes: {}, span: nowhere } as const
    return segment
      ? { kind: 'segment', id: `s${++segments}`, ...rest }
      : { kind: 'ignorable', id: `i${++ignorables}`, ...rest }
  })
}

function withGaps(given: ExportUnit['segments'], length: number): { segment: boolean; end: number }[] {
  const stretches: { segment: boolean; end: number }[] = []
  let at = 0
  for (const { start, end } of given) {
    if (start > at) stretches.push({ segment: false, end: start })
    stretches.push({ segment: true, end })
    at = end
  }
  if (at < length) stretches.push({ segment: false, end: length })
  return stretches
}

/** A pair around text may be dropped or doubled by the translator, an object may not. */
function codeOf(run: CodeRun, id: string, block: Block, options: ExportOptions): InlineCode {
  const { markup, embedded } = options
  const data = markup
    ? markup(run, block)
    : typeof embedded === 'string'
      ? embedded.slice(run.span.start, run.span.end)
      : undefined
  const disp = visible(run.label)
  const attributes: Attributes = run.kind === 'code' ? { canCopy: 'no', canDelete: 'no', disp, equiv: disp } : { disp }
  const element = { code: 'ph', open: 'sc', close: 'ec' }[run.kind]
  return {
    kind: run.kind,
    id,
    label: run.label,
    span: run.span,
    element,
    attributes,
    ...(data === undefined ? {} : { data }),
  }
}

/** One entry a concept and text; its first place is what the entry refers to, every place refers to the entry. */
function glossaryOf(terms: readonly ExportTerm[], marked: boolean): { entries: Term[]; marks: Mark[] } {
  const entries = new Map<string, Term>()
  const marks: Mark[] = []
  for (const term of terms) {
    const key = `${term.concept}\n${term.source}`
    const mark = `m${marks.length + 1}`
    const entry = entries.get(key) ?? entryOf(term, `g${entries.size + 1}`, marked ? mark : undefined)
    entries.set(key, entry)
    marks.push({ start: term.start, end: term.end, id: mark, attributes: { type: 'term', ref: `#gls=${entry.id}` } })
  }
  return { entries: [...entries.values()], marks: marked ? marks : [] }
}

function entryOf(term: ExportTerm, id: string, mark: string | undefined): Term {
  // an entry needs a translation or a definition (XLIFF 2.1, glossary module)
  const definition = term.definition ?? (term.translations.length === 0 ? term.source : undefined)
  return {
    id,
    ...(mark !== undefined && { ref: `#${mark}` }),
    term: term.source,
    translations: term.translations.map(text => ({ text })),
    ...(definition === undefined ? {} : { definition }),
    metadata: [
      ownMeta('concept', term.concept),
      ...(term.declension ? [ownMeta('declension', term.declension.join(' '))] : []),
      ...(term.forms ?? []).map(form => ownMeta('form', form)),
      ...(term.note === undefined ? [] : [ownMeta('note', term.note)]),
    ],
    span: nowhere,
  }
}
