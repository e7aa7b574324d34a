import type { Reading } from '../text/index.ts'
import { splitForbidden } from '../xml/index.ts'
import { ctypeOfType } from './code-types.ts'
import { type Losses, losses } from './losses.ts'
import type {
  Attributes,
  Content,
  Flow,
  Group,
  InlineCode,
  InlineRun,
  Match,
  Note,
  Segment,
  Term,
  Unit,
  XliffDocument,
  XliffFile,
} from './model.ts'
import { isAside, isMarker, nowhere, unitsOf } from './model.ts'
import { keep } from './namespaces.ts'
import { extradataFor, headerFor, provenance } from './origin.ts'
import { asToken } from './plan-codes.ts'
import { prefix1, states1, states2 } from './states.ts'
import { language, spaceOf, tellForeign } from './to-2.ts'

interface Context {
  readonly text: string
  readonly losses: Losses
  /** Sizes are counted in code points: 1.2 has a word for that. */
  readonly sized: boolean
  /** Units of the file by id: what `subFlows` points to. */
  readonly units: ReadonlyMap<string, Unit>
}

/** A document of 2.x in the words of 1.2. What came from 1.2 gets its own words back. */
export function toFamily1(text: string, document: XliffDocument): Reading<XliffDocument> {
  const lost = losses()
  const notes = document.notes
  const files = document.files.map((file, i) =>
    fileTo1(file, document, i === 0 ? notes : [], { text, losses: lost, sized: false, units: new Map() }),
  )
  const value: XliffDocument = { version: '1.2', files, notes: [], attributes: {}, span: nowhere }
  return { value, problems: lost.problems() }
}

const own: ReadonlySet<string> = new Set([
  'element',
  'sub',
  'segmented',
  'no-source',
  'source-language',
  'target-language',
  'lang',
  'from',
])

/** What was kept of an element's attributes in 1.2. */
function restored(attributes: Attributes): Record<string, string> {
  const back: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const word = name.startsWith(keep) ? name.slice(keep.length) : ''
    if (word !== '' && !own.has(word)) back[word] = value
  }
  return back
}

/** Attributes that have no word in 1.2 are told; namespace declarations and those of ours are not. */
function tell(attributes: Attributes, known: readonly string[], span: Unit['span'], { losses: lost }: Context): void {
  for (const name of Object.keys(attributes)) {
    if (!name.startsWith(keep) && !name.startsWith('xml') && !known.includes(name)) lost.add(name, span)
  }
}

function fileTo1(file: XliffFile, document: XliffDocument, notes: readonly Note[], outer: Context): XliffFile {
  const units = new Map([...unitsOf(file)].map(unit => [unit.id, unit]))
  const profiles = file.foreign.filter(({ start, end }) => sizeProfile.test(outer.text.slice(start, end)))
  const context: Context = { ...outer, sized: profiles.length > 0, units }
  tellForeign(
    file.foreign.filter(span => !profiles.includes(span)),
    context,
  )
  tellMetadata(file, context)
  tell(file.attributes, ['id', 'original'], file.span, context)
  const flows = flowIds(file)
  const { attributes, skeleton } = headerFor(file)
  const target = language(file.attributes[`${keep}target-language`] ?? document.targetLanguage)
  return {
    ...file,
    sourceLanguage: language(file.attributes[`${keep}source-language`] ?? document.sourceLanguage) ?? 'und',
    targetLanguage: target === 'und' ? undefined : target,
    notes: [...notes, ...file.notes].map(note => noteTo1(note, context)),
    metadata: [],
    children: file.children.flatMap(child => childTo1(child, flows, context)),
    skeleton,
    attributes: { ...attributes, ...spaceOf(file.attributes), ...restored(file.attributes) },
  }
}

/** What is not ours is lost. */
function tellMetadata({ metadata, span }: Pick<Unit, 'metadata' | 'span'>, { losses: lost }: Context): void {
  if (metadata.some(({ category }) => category !== provenance)) lost.add('mda:metadata', span)
}

/** The ids of units that hold text of a code. */
function flowIds(file: XliffFile): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const unit of unitsOf(file)) {
    for (const { source, target } of unit.segments) {
      for (const run of [...source.runs, ...(target?.runs ?? [])]) {
        if (run.kind !== 'text') for (const id of (run.attributes.subFlows ?? '').split(/\s+/)) ids.add(id)
      }
    }
  }
  return ids
}

function childTo1(child: Group | Unit, flows: ReadonlySet<string>, context: Context): (Group | Unit)[] {
  if (child.kind === 'unit') return flows.has(child.id) ? [] : [unitTo1(child, context)]
  const isFiller = child.id === 'empty' && child.children.length === 0 && Object.keys(child.attributes).length === 1
  if (isFiller) return []
  tellForeign(child.foreign, context)
  tellMetadata(child, context)
  tell(child.attributes, ['id', 'name', 'translate'], child.span, context)
  const back = restored(child.attributes)
  return [
    {
      ...child,
      id: back.id ?? child.id,
      notes: child.notes.map(note => noteTo1(note, context)),
      metadata: [],
      children: child.children.flatMap(inner => childTo1(inner, flows, context)),
      attributes: named({ ...spaceOf(child.attributes), ...translateOf(child.attributes), ...back }, child.name),
    },
  ]
}

const named = (attributes: Attributes, name: string | undefined): Attributes =>
  name === undefined || attributes.resname !== undefined ? attributes : { ...attributes, resname: name }

const translateOf = ({ translate }: Attributes): Attributes =>
  translate === 'yes' || translate === 'no' ? { translate } : {}

function noteTo1(note: Note, { losses: lost }: Context): Note {
  if (note.category !== undefined) lost.add('note category', note.span)
  return { ...note, category: undefined }
}

const sizeProfile = /^<(?:[\w-]+:)?profiles\s[^>]*generalProfile\s*=\s*["']xliff:codepoints["']/

/** The most characters that a unit may have, where a plain number says it. */
function sizeOf(unit: Unit, { sized }: Context): Attributes | undefined {
  if (unit.characters !== undefined) return { maxwidth: String(unit.characters), 'size-unit': 'char' }
  const size = unit.attributes['slr:sizeRestriction']
  return sized && size !== undefined && /^\d+$/.test(size) ? { maxwidth: size, 'size-unit': 'char' } : undefined
}

/** From whom the notes are that say terms. */
export const glossaryAuthor = 'glossary'

/** A term of the glossary as a translator of 1.2 can see it. */
function termNote({ term, translations, definition, metadata, span }: Term): Note {
  const said = (type: string) =>
    metadata.filter(meta => meta.category === provenance && meta.type === type).map(({ text }) => text)
  const equals = translations.length > 0 ? ` = ${translations.map(({ text }) => text).join(', ')}` : ''
  const inflection = [...said('declension'), said('form').join(', ')].filter(Boolean).join(': ')
  const remark = [inflection, definition].filter(Boolean).join('; ')
  return { from: glossaryAuthor, appliesTo: 'source', text: term + equals + (remark && ` (${remark})`), span }
}

function unitTo1(unit: Unit, context: Context): Unit {
  tellForeign(unit.foreign, context)
  tellMetadata(unit, context)
  const size = sizeOf(unit, context)
  tell(unit.attributes, ['id', 'name', 'translate', ...(size ? ['slr:sizeRestriction'] : [])], unit.span, context)
  const pairs = pairsOf(unit.segments)
  const segments = unit.segments.map(
    (segment): Segment => ({
      ...segment,
      source: contentTo1(segment.source, false, pairs, context),
      target: segment.target && contentTo1(segment.target, true, pairs, context),
      attributes: targetAttributes(segment, unit, context),
    }),
  )
  if (segments.some(s => s.target && s.order !== undefined) && segments.some(s => !s.target)) {
    context.losses.add('order', unit.span)
  }
  const states = new Set(segments.filter(s => s.kind === 'segment').map(s => s.attributes.state))
  if (states.size > 1) context.losses.add('state of single segments', unit.span)
  const { approved, ...back } = restored(unit.attributes)
  const isFinal =
    approved === 'yes' && unit.segments.every(s => s.kind === 'ignorable' || !s.target || s.state === 'final')
  const attributes = {
    ...spaceOf(unit.attributes),
    ...translateOf(unit.attributes),
    ...size,
    ...extradataFor(unit.metadata),
    ...back,
    ...(approved === undefined ? {} : { approved: isFinal ? 'yes' : 'no' }),
  }
  const [first] = segments
  return {
    ...unit,
    id: back.id ?? unit.id,
    segments,
    whole: unit.attributes[`${keep}segmented`] && first ? { source: first.source, segmented: first.source } : undefined,
    notes: [...unit.notes.map(note => noteTo1(note, context)), ...unit.terms.map(termNote)],
    matches: unit.matches.map(match => matchTo1(match, context)),
    terms: [],
    metadata: [],
    attributes: named(attributes, unit.name),
  }
}

/** `state` and `state-qualifier`, their own words where the state is still what it was. */
function targetAttributes(segment: Segment, unit: Unit, { losses: lost }: Context): Attributes {
  if (segment.kind === 'ignorable' || !segment.target) return {}
  const { state, subState } = segment
  const said = subState?.startsWith(prefix1) ? subState.slice(prefix1.length) : undefined
  if (subState !== undefined && said === undefined) lost.add('subState', segment.span)
  const [word = '', qualifier] = said?.split(';q=') ?? []
  const wasApproved = unit.attributes[`${keep}approved`] === 'yes' && state === 'final'
  if (said !== undefined && (wasApproved || (states1[word] ?? 'initial') === state)) {
    return {
      ...(word === '' ? {} : { state: word }),
      ...(qualifier === undefined ? {} : { 'state-qualifier': qualifier }),
    }
  }
  return state === 'initial' || wasApproved ? {} : { state: states2[state] }
}

/** What the pairs of a unit or a match are, by id: `native` stands for markup, `g` was a `g` before. */
type Pairs = ReadonlyMap<string, 'native' | 'g'>

type Sides = { readonly source?: Content | undefined; readonly target?: Content | undefined }

/** Markup can only be in `bpt` and `ept`, so both ends must know of it. */
function pairsOf(scope: readonly Sides[]): Pairs {
  const pairs = new Map<string, 'native' | 'g'>()
  for (const content of scope.flatMap(({ source, target }) => [source, target])) {
    for (const run of content?.runs ?? []) {
      if (run.kind === 'text' || run.kind === 'code') continue
      const before = run.attributes[`${keep}element`]
      if (before === 'g') pairs.set(run.id, 'g')
      else if (before === undefined && (run.data !== undefined || run.attributes.subFlows !== undefined)) {
        pairs.set(run.id, 'native')
      }
    }
  }
  return pairs
}

function contentTo1(content: Content, target: boolean, pairs: Pairs, context: Context): Content {
  const whole = wholePairs(content.runs)
  const runs = content.runs.flatMap((run): InlineRun[] => {
    if (run.kind === 'text') {
      if (splitForbidden(run.text).length > 1) context.losses.add('cp', content.span)
      return [run]
    }
    if (isAside(run)) {
      context.losses.add(run.element === '#comment' ? 'comment' : 'processing instruction', run.span)
      return []
    }
    if (!isMarker(run)) return [codeTo1(run, target, pairs, whole.has(run), context)]
    const around = whole.has(run) || run.attributes[`${keep}mtype`] !== undefined
    if (!around && run.kind === 'open') context.losses.add('sm', run.span)
    return around || run.kind === 'close' ? [markerTo1(run, context)] : []
  })
  return { ...content, runs }
}

/** The ends of pairs that are both here, in their order. */
function wholePairs(runs: readonly InlineRun[]): ReadonlySet<InlineRun> {
  const open = new Map<string, InlineCode[]>()
  const whole = new Set<InlineRun>()
  for (const run of runs) {
    if (run.kind === 'text' || run.kind === 'code' || isAside(run)) continue
    const key = `${isMarker(run)} ${run.id}`
    const opener = run.kind === 'close' ? open.get(key)?.pop() : undefined
    if (opener) whole.add(opener).add(run)
    if (run.kind === 'open') open.set(key, [...(open.get(key) ?? []), run])
  }
  return whole
}

function markerTo1(run: InlineCode, context: Context): InlineCode {
  if (run.kind === 'close') return { ...run, element: 'mrk', attributes: {} }
  const back = restored(run.attributes)
  const { type = '', translate, value } = run.attributes
  tell(run.attributes, ['id', 'type', 'translate', 'value'], run.span, context)
  const mtype =
    type === 'term' ? 'term' : translate === 'no' ? 'protected' : `x-${type.replace(/[^\w.-]+/g, '-') || 'generic'}`
  const comment = value === undefined ? {} : { comment: value }
  // no `mid`: in a target it would have to be that of a segment (the strict schema of 1.2)
  const attributes = back.mtype === undefined ? { mtype, ...comment } : { ...back, ...comment }
  return { ...run, element: 'mrk', attributes }
}

const told = ['id', 'startRef', 'isolated', 'type', 'subType', 'equiv', 'dataRef', 'subFlows', 'canCopy'] as const

function codeTo1(run: InlineCode, target: boolean, pairs: Pairs, whole: boolean, context: Context): InlineCode {
  const { attributes } = run
  tell(attributes, told, run.span, context)
  const flows = flowsOf(run, target, pairs, context)
  const kept = attributes[`${keep}element`]
  if (kept !== undefined) return { ...run, element: kept, attributes: restored(attributes), flows }
  const element = elementOf(run, pairs, whole)
  const delimiter = run.kind !== 'close' && element !== 'ept'
  const ctype = delimiter ? ctypeOfType(attributes, run.kind === 'code') : undefined
  const clone = attributes.canCopy === 'no' && ['g', 'x', 'bx'].includes(element) ? 'no' : undefined
  const isEnd = ['bpt', 'ept', 'bx', 'ex'].includes(element) && !run.isolated
  const rid = isEnd ? asToken(run.id) : undefined
  const pos = element === 'it' ? run.kind : undefined
  const all = { id: run.id, rid, pos, ctype, clone, 'equiv-text': attributes.equiv }
  return {
    ...run,
    element,
    attributes: Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as Attributes,
    flows,
  }
}

function elementOf(run: InlineCode, pairs: Pairs, whole: boolean): string {
  if (run.kind === 'code') return run.data === undefined && run.attributes.subFlows === undefined ? 'x' : 'ph'
  const kind = pairs.get(run.id)
  if (run.isolated) return kind === 'native' ? 'it' : run.kind === 'open' ? 'bx' : 'ex'
  if (kind === 'native') return run.kind === 'open' ? 'bpt' : 'ept'
  // a pair over several segments cannot be an element around them: only `mrk` may hold those
  return whole || kind === 'g' ? 'g' : run.kind === 'open' ? 'bx' : 'ex'
}

/** Texts that are units of their own in 2.x come back into the code: where they were, else at its end. */
function flowsOf(run: InlineCode, target: boolean, pairs: Pairs, context: Context): Flow[] | undefined {
  const { subFlows } = run.attributes
  if (subFlows === undefined) return undefined
  const places = (run.attributes[`${keep}sub`] ?? '').split(' ').map(Number)
  const flows = subFlows.split(/\s+/).flatMap((id, i): Flow[] => {
    const unit = context.units.get(id)
    if (!unit) return []
    const contents = unit.segments.map(s => (target ? s.target : undefined) ?? s.source)
    const runs = contents.flatMap(content => contentTo1(content, target, pairs, context).runs)
    const at = places[i] !== undefined && places[i] >= 0 ? places[i] : (run.data?.length ?? 0)
    return [{ at, content: { ...contents[0]!, runs }, attributes: restored(unit.attributes) }]
  })
  return flows.map(flow => ({ ...flow, attributes: withoutId(flow.attributes) }))
}

/** `id` and the like are the unit's, not the text's. */
function withoutId({ datatype, ctype, xid }: Attributes): Attributes {
  return Object.fromEntries(Object.entries({ datatype, ctype, xid }).filter(([, v]) => v !== undefined)) as Attributes
}

function matchTo1(match: Match, context: Context): Match {
  const pairs = pairsOf([match])
  tell(match.attributes, ['id', 'ref', 'origin', 'similarity', 'reference'], match.span, context)
  const { mid, ...back } = restored(match.attributes)
  const quality = match.similarity === undefined ? {} : { 'match-quality': String(match.similarity) }
  const reference = match.attributes.reference === 'yes' ? { alttranstype: 'reference' } : {}
  return {
    ...match,
    ref: mid === undefined ? match.ref?.replace(/^#/, '') : mid || undefined,
    source:
      match.attributes[`${keep}no-source`] || !match.source
        ? undefined
        : contentTo1(match.source, false, pairs, context),
    target: match.target && contentTo1(match.target, true, pairs, context),
    attributes: { ...quality, ...reference, ...back, ...languageOf(match.attributes) },
  }
}

function languageOf(attributes: Attributes): Attributes {
  const kept = language(attributes[`${keep}lang`])
  return kept === undefined ? {} : { 'xml:lang': kept }
}
