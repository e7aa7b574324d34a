import { applyEdits, compareSpans, type Edit, type Problem, type Reading } from '../text/index.ts'
import { cdataSections, escapeAttribute, escapeText } from '../xml/index.ts'
import type { Content, InlineRun, Segment, State, Unit, XliffDocument, XliffVersion } from './model.ts'
import { filled, type Place, spellRuns } from './spell.ts'
import { indentBefore, type Source, startTagAt, withAttribute, withoutAttribute } from './start-tag.ts'
import { prefix1, states2 } from './states.ts'

/** What is to be different: a segment's target or state, or a note more. Codes of a target come from the same file. */
export type XliffChange =
  | {
      readonly unit: Unit
      readonly segment: Segment
      readonly target?: readonly InlineRun[]
      readonly state?: State
      readonly subState?: string
    }
  | { readonly unit: Unit; readonly note: { readonly category?: string; readonly text: string } }

export interface EditOptions {
  /** Written where targets are added and the file says none. */
  readonly targetLanguage?: string
  /** Text of targets that has a place in this file is copied from there, not spelled anew. */
  readonly copies?: boolean
}

type SegmentChange = Extract<XliffChange, { segment: Segment }>
type NoteChange = Extract<XliffChange, { note: unknown }>

/**
 * The text of an XLIFF file with changes made. Nothing else differs by a byte: the source is the skeleton. Segments that a
 * tool has locked or a person has confirmed there stay as they are (`xliff-segment-locked`).
 */
export function writeXliff(
  text: string,
  document: XliffDocument,
  changes: readonly XliffChange[],
  options: EditOptions = {},
): Reading<string> {
  const { value, problems } = xliffEdits(text, document, changes, options)
  return { value: applyEdits(text, value), problems }
}

/** The same as edits. They do not overlap. */
export function xliffEdits(
  text: string,
  document: XliffDocument,
  changes: readonly XliffChange[],
  { targetLanguage, copies = false }: EditOptions = {},
): Reading<Edit[]> {
  const edited = [...byUnit(changes)].map(([unit, list]) => editUnit(text, document.version, unit, list, copies))
  const edits = edited.flatMap(({ value }) => value.edits)
  const addsTarget = edited.some(({ value }) => value.addsTarget)
  if (targetLanguage !== undefined && addsTarget) edits.push(...languageEdits(text, document, targetLanguage))
  return { value: edits, problems: edited.flatMap(({ problems }) => problems) }
}

/** The edits of one unit's changes, in order. `addsTarget`: one of its segments had no target before. */
export function editUnit(
  source: Source,
  version: XliffVersion,
  unit: Unit,
  changes: readonly XliffChange[],
  copies = false,
): Reading<{ readonly edits: readonly Edit[]; readonly addsTarget: boolean }> {
  const isLocked = (change: XliffChange) => 'segment' in change && (change.segment.locked || unit.locked) === true
  const allowed = changes.filter(change => !isLocked(change))
  const problems = changes.filter(isLocked).map((change): Problem => {
    const { span } = (change as SegmentChange).segment
    return { code: 'xliff-segment-locked', severity: 'warning', span, data: { unit: unit.id } }
  })
  const prefix =
    /^<([^\s/>:]+:)?/.exec(source.slice(unit.span.start, startTagAt(source, unit.span.start).end))?.[1] ?? ''
  const sections = copies ? cdataSections(source.slice(unit.span.start, unit.span.end), unit.span.start) : undefined
  const place: Place = { text: source, family: version === '1.2' ? 1 : 2, prefix, copies: sections }
  const edits = unitEdits(unit, allowed, place)
  const addsTarget = allowed.some(change => 'segment' in change && change.target && !change.segment.target)
  return { value: { edits, addsTarget }, problems }
}

function byUnit(changes: readonly XliffChange[]): Map<Unit, XliffChange[]> {
  const units = new Map<Unit, XliffChange[]>()
  for (const change of changes) {
    const there = units.get(change.unit)
    if (there) there.push(change)
    else units.set(change.unit, [change])
  }
  return units
}

/** A file without a target language may have no targets (XLIFF 2.1, attribute trgLang). */
function languageEdits(text: string, document: XliffDocument, language: string): Edit[] {
  const places = document.version === '1.2' ? document.files : [document]
  const bare = places.filter(({ targetLanguage }) => targetLanguage === undefined)
  return bare.map(({ span }) => languageEdit(text, document.version, span.start, language))
}

/** The start tag that says a target language: of the root, in 1.2 of a file. */
export function languageEdit(source: Source, version: XliffVersion, start: number, language: string): Edit {
  const span = startTagAt(source, start)
  const name = version === '1.2' ? 'target-language' : 'trgLang'
  return { span, insert: withAttribute(source.slice(span.start, span.end), name, language) }
}

function unitEdits(unit: Unit, changes: readonly XliffChange[], place: Place): Edit[] {
  const notes = changes.filter((change): change is NoteChange => 'note' in change)
  // the last change of a segment holds
  const segments = new Map<Segment, SegmentChange>()
  for (const change of changes) {
    if ('segment' in change) segments.set(change.segment, { ...segments.get(change.segment), ...change })
  }
  const edits: Edit[] = []
  const list = [...segments.values()]
  if (unit.whole && list.some(change => change.target && !change.segment.target))
    edits.push(wholeTarget(unit, segments, place))
  else
    for (const change of list) edits.push(...(place.family === 1 ? edits1(unit, change, place) : edits2(change, place)))
  if (notes.length > 0) edits.push(noteEdit(unit, notes, place))
  return joined(edits)
}

/** Insertions at one place become one, and one with what is replaced there. */
function joined(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = []
  for (const edit of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    const last = out.at(-1)
    if (last && last.span.start === edit.span.start && last.span.end === last.span.start) {
      out[out.length - 1] = { span: edit.span, insert: last.insert + edit.insert }
    } else out.push(edit)
  }
  return out
}

function edits2({ segment, target, state, subState }: SegmentChange, place: Place): Edit[] {
  const edits: Edit[] = []
  // an ignorable has no state
  if (state !== undefined && segment.kind === 'segment') {
    const span = startTagAt(place.text, segment.span.start)
    const tag = withAttribute(place.text.slice(span.start, span.end), 'state', state)
    // who sets the state must set or delete what refines it (XLIFF 2.1, attribute state)
    const gone = subState === undefined && state !== segment.state
    const insert = gone
      ? withoutAttribute(tag, 'subState')
      : subState === undefined
        ? tag
        : withAttribute(tag, 'subState', subState)
    edits.push({ span, insert })
  }
  if (target && segment.target) edits.push(contentEdit(segment.target, target, place))
  else if (target) edits.push(newTarget(segment.source, segment.source.span.end, target, place, {}))
  return edits
}

/** In 1.2 the state stands on the target; where the target holds many segments it is not theirs. */
function edits1(unit: Unit, { segment, target, state, subState }: SegmentChange, place: Place): Edit[] {
  const word = subState?.startsWith(prefix1) ? subState.slice(prefix1.length).split(';')[0] : state && states2[state]
  const attributes = word === undefined || unit.whole ? {} : { state: word }
  if (!segment.target) {
    return target
      ? [
          newTarget(
            segment.source,
            unit.whole?.segmented.span.end ?? segment.source.span.end,
            target,
            place,
            attributes,
          ),
        ]
      : []
  }
  return [contentEdit(segment.target, target, place, attributes)]
}

/** The element with other runs or attributes; what is not given stays as it is. */
function contentEdit(
  content: Content,
  runs: readonly InlineRun[] | undefined,
  place: Place,
  attributes: Readonly<Record<string, string>> = {},
): Edit {
  const { span } = content
  let startTag = place.text.slice(span.start, span.openEnd)
  for (const [name, value] of Object.entries(attributes)) startTag = withAttribute(startTag, name, value)
  const inside = runs ? spellRuns(runs, place) : place.text.slice(span.openEnd, span.closeStart)
  return { span, insert: filled(startTag, inside, place.text.slice(span.closeStart, span.end)) }
}

/** A `<target>` after its source, indented like it; white space counts in it where it counts in the source. */
function newTarget(
  source: Content,
  at: number,
  runs: readonly InlineRun[],
  place: Place,
  attributes: Readonly<Record<string, string>>,
): Edit {
  const tag = place.text.slice(source.span.start, source.span.openEnd)
  const space = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag)?.[0] ?? ''
  const more = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
  const element = `<${place.prefix}target${space}${more}>${spellRuns(runs, place)}</${place.prefix}target>`
  return { span: { start: at, end: at }, insert: indentBefore(place.text, source.span.start) + element }
}

/** The target of a unit of 1.2 whose segments were not all in it: made anew in the order of the source. */
function wholeTarget(unit: Unit, changes: ReadonlyMap<Segment, SegmentChange>, place: Place): Edit {
  const { source, segmented, target } = unit.whole!
  const raw = ({ span }: Content) => place.text.slice(span.start, span.end)
  const inside = unit.segments
    .map(segment => {
      const runs = changes.get(segment)?.target
      const shell = segment.target ?? segment.source
      if (segment.kind === 'ignorable' && !runs) return raw(shell)
      const startTag = place.text.slice(shell.span.start, shell.span.openEnd)
      const endTag = place.text.slice(shell.span.closeStart, shell.span.end)
      if (runs) return filled(startTag, spellRuns(runs, place), endTag)
      return segment.target ? raw(segment.target) : startTag + endTag
    })
    .join('')
  if (!target) {
    const element = `<${place.prefix}target>${inside}</${place.prefix}target>`
    return {
      span: { start: segmented.span.end, end: segmented.span.end },
      insert: indentBefore(place.text, source.span.start) + element,
    }
  }
  const { span } = target
  return {
    span,
    insert: filled(place.text.slice(span.start, span.openEnd), inside, place.text.slice(span.closeStart, span.end)),
  }
}

/** Notes more: after the last one, else where the first may stand. */
function noteEdit(unit: Unit, notes: readonly NoteChange[], place: Place): Edit {
  const { text, family, prefix } = place
  const last = unit.notes.at(-1)
  const spelled = notes.map(({ note }) => {
    const category = family === 2 && note.category !== undefined ? ` category="${escapeAttribute(note.category)}"` : ''
    return `<${prefix}note${category}>${escapeText(note.text)}</${prefix}note>`
  })
  if (last) {
    const indent = indentBefore(text, last.span.start)
    return insertion(last.span.end, spelled.map(note => indent + note).join(''))
  }
  const first = unit.segments[0]?.source.span.start ?? unit.noteAt
  if (family === 1) return insertion(unit.noteAt, spelled.map(note => indentBefore(text, first) + note).join(''))
  const indent = indentBefore(text, unit.noteAt)
  const step = indent === '' ? '' : '  '
  const inside = spelled.map(note => (indent === '' ? note : indent + step + note)).join('')
  return insertion(unit.noteAt, `<${prefix}notes>${inside}${indent}</${prefix}notes>${indent}`)
}

const insertion = (at: number, insert: string): Edit => ({ span: { start: at, end: at }, insert })
