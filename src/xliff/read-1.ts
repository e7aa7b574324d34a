import { attributeValue, childElements, type Element, textContent } from '../xml/index.ts'
import type { Content, Inherited, InlineRun, Match, Note, Segment, State, Unit } from './model.ts'
import { isOwn } from './namespaces.ts'
import { attributesOf, type Pool } from './pool.ts'
import { missing } from './read-2.ts'
import { type InlineContext, readContent, spaceOf } from './read-inline.ts'
import { prefix1, states1 } from './states.ts'
import { isSettledUnit, segmentDefinitions } from './vendors.ts'

/** Reads a `<trans-unit>` of XLIFF 1.2. */
export function readUnit1(element: Element, inherited: Inherited, pool: Pool): Unit {
  const context: InlineContext = { family: 1, preserve: spaceOf(element, inherited.preserve), pool }
  const children = childElements(element)
  const own = (local: string) => children.find(child => child.local === local && isOwn(child.ns))
  const read = (child: Element | undefined) => (child ? readContent(child, context) : undefined)
  const [source, segmented, target] = [read(own('source')), read(own('seg-source')), read(own('target'))]
  const whole = source && segmented && { source, segmented, ...(target ? { target } : {}) }
  const facts = factsOf(element, children, own('target'))
  const name = attributeValue(element, 'resname')
  const translate = attributeValue(element, 'translate')
  return {
    kind: 'unit',
    id: attributeValue(element, 'id') ?? '',
    ...(name === undefined ? {} : { name }),
    translate: translate === undefined ? inherited.translate : translate !== 'no',
    ...(facts.locked ? { locked: true } : {}),
    segments: whole
      ? readSegments(whole.segmented, target, facts)
      : [{ kind: 'segment', ...facts.all, source: source ?? missing(element, context), ...(target ? { target } : {}) }],
    ...(whole ? { whole } : {}),
    notes: readNotes1(children),
    matches: children.filter(child => child.local === 'alt-trans').map(child => readAlternative(child, context)),
    terms: [],
    metadata: [],
    attributes: attributesOf(element),
    foreign: children.filter(child => !known.has(child.local) || !isOwn(child.ns)).map(child => child.span),
    noteAt: (own('target') ?? own('seg-source') ?? own('source'))?.span.end ?? element.openEnd,
    span: element.span,
  }
}

const known: ReadonlySet<string> = new Set(['source', 'seg-source', 'target', 'note', 'alt-trans'])

type SegmentFacts = Pick<Segment, 'state' | 'subState' | 'locked' | 'attributes' | 'span'>

interface Facts {
  readonly locked: boolean
  /** Of the unit as one segment. */
  readonly all: SegmentFacts
  /** Of single segments, by their `mid`. */
  readonly byId: ReadonlyMap<string, SegmentFacts>
}

/** State and locks; they stand on the target, on the unit, or in what a tool wrote beside them. */
function factsOf(element: Element, children: readonly Element[], target: Element | undefined): Facts {
  const attributes = target ? attributesOf(target) : {}
  const { state, 'state-qualifier': qualifier } = attributes
  const approved = attributeValue(element, 'approved') === 'yes'
  const locked = isSettledUnit(element)
  const said = (state ?? '') + (qualifier === undefined ? '' : `;q=${qualifier}`)
  const all: SegmentFacts = {
    state: approved ? 'final' : stateOf(state),
    ...(said ? { subState: prefix1 + said } : {}),
    ...(locked ? { locked } : {}),
    attributes,
    span: element.span,
  }
  const byId = new Map<string, SegmentFacts>()
  for (const definition of segmentDefinitions(children)) {
    byId.set(definition.id, {
      ...all,
      state: definition.state ?? all.state,
      ...(definition.locked ? { locked: true } : {}),
      attributes: attributesOf(definition.element),
    })
  }
  return { locked, all, byId }
}

/** A state of an extension (`x-…`) says nothing that is known here. */
const stateOf = (state: string | undefined): State => states1[state ?? ''] ?? 'initial'

/** A stretch of `<seg-source>` or of its target: inside a `<mrk mtype="seg">`, or between two. */
interface Stretch {
  readonly id: string | undefined
  readonly content: Content
}

function stretchesOf(content: Content): Stretch[] {
  const stretches: Stretch[] = []
  let runs: InlineRun[] = []
  let id: string | undefined
  let from = content.span.openEnd
  let outer = content.span.openEnd
  const finish = (start: number, openEnd: number, closeStart: number, end: number) => {
    const span = { start, openEnd, closeStart, end }
    if (id !== undefined || runs.length > 0) stretches.push({ id, content: { ...content, runs, span } })
    runs = []
  }
  for (const run of content.runs) {
    const begins = run.kind === 'open' && run.element === 'mrk' && run.attributes.mtype === 'seg' && id === undefined
    const ends = run.kind === 'close' && run.element === 'mrk' && run.id === id
    if (begins) {
      finish(from, from, run.span.start, run.span.start)
      id = run.id
      outer = run.span.start
      from = run.span.end
    } else if (ends) {
      finish(outer, from, run.span.start, run.span.end)
      id = undefined
      from = run.span.end
    } else runs.push(run)
  }
  finish(from, from, content.span.closeStart, content.span.closeStart)
  return stretches
}

/** Segments of the source with those of the target by `mid`; what stands between them by its place among the segments. */
function readSegments(source: Content, target: Content | undefined, facts: Facts): Segment[] {
  const sources = keyed(stretchesOf(source))
  const inTarget = keyed(target ? stretchesOf(target) : [])
  const targets = new Map(inTarget)
  const places = new Map(inTarget.map(([key], i) => [key, i]))
  const complete = inTarget.length === sources.length
  return sources.map(([key, { id, content }], i): Segment => {
    const there = targets.get(key)?.content
    const place = complete ? places.get(key) : undefined
    const fact = (id === undefined ? undefined : facts.byId.get(id)) ?? facts.all
    return {
      kind: id === undefined ? 'ignorable' : 'segment',
      ...(id === undefined ? {} : { id }),
      ...fact,
      source: content,
      ...(there ? { target: there } : {}),
      ...(place === undefined || place === i ? {} : { order: place + 1 }),
      span: content.span,
    }
  })
}

function keyed(stretches: readonly Stretch[]): [string, Stretch][] {
  let after = ''
  return stretches.map(stretch => {
    if (stretch.id !== undefined) after = stretch.id
    return [stretch.id === undefined ? `after ${after}` : `segment ${stretch.id}`, stretch]
  })
}

export function readNotes1(children: readonly Element[]): Note[] {
  const notes = children.filter(child => child.local === 'note' && isOwn(child.ns))
  return notes.map((note): Note => {
    const [from, annotates, priority] = ['from', 'annotates', 'priority'].map(name => attributeValue(note, name))
    return {
      ...(from === undefined ? {} : { from }),
      ...(annotates === undefined || annotates === 'general' ? {} : { appliesTo: annotates }),
      ...(priority === undefined ? {} : { priority }),
      text: textContent(note),
      span: note.span,
    }
  })
}

function readAlternative(element: Element, outer: InlineContext): Match {
  const context = { ...outer, preserve: spaceOf(element, outer.preserve) }
  const children = childElements(element)
  const [source, target] = ['source', 'target'].map(local => children.find(child => child.local === local))
  const similarity = Number.parseFloat(attributeValue(element, 'match-quality') ?? '')
  const [origin, ref] = ['origin', 'mid'].map(name => attributeValue(element, name))
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(ref === undefined ? {} : { ref }),
    ...(Number.isNaN(similarity) ? {} : { similarity }),
    ...(source ? { source: readContent(source, context) } : {}),
    ...(target ? { target: readContent(target, context) } : {}),
    attributes: attributesOf(element),
    span: element.span,
  }
}
