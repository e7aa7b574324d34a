import { attributeValue, childElements, type Element, textContent } from '../xml/index.ts'
import {
  type Attributes,
  type Inherited,
  type Match,
  type Meta,
  type Note,
  none,
  type Segment,
  type State,
  type Term,
  type Unit,
} from './model.ts'
import { isOwn, keep, keepNamespace, moduleNamespaces as modules } from './namespaces.ts'
import { attributesOf, noAttributes, type Pool } from './pool.ts'
import { contentText, type InlineContext, readContent, spaceOf } from './read-inline.ts'

/** Reads a `<unit>` (XLIFF 2.1 §4.2.2.5). */
export function readUnit2(element: Element, inherited: Inherited, pool: Pool): Unit {
  const preserve = spaceOf(element, inherited.preserve)
  const children = childElements(element)
  const others = children.filter(child => !isSegment(child))
  const bare: InlineContext = { family: 2, preserve, pool }
  const context: InlineContext = { ...bare, data: readData(others, bare), kept: readKept(others), side: 'source' }
  const translate = attributeValue(element, 'translate')
  return {
    kind: 'unit',
    id: attributeValue(element, 'id') ?? '',
    name: attributeValue(element, 'name'),
    translate: translate === undefined ? inherited.translate : translate !== 'no',
    segments: children.filter(isSegment).map(child => readSegment(child, context)),
    notes: readNotes(others, pool),
    matches: slim(within(others, 'matches', modules.mtc).map(match => readMatch(match, bare))),
    terms: slim(within(others, 'glossary', modules.gls).map(readTerm)),
    metadata: readMetadata(others),
    attributes: othersOf(element),
    foreign: slim(others.filter(child => !isKnown(child)).map(child => child.span)),
    noteAt: (children.find(child => isSegment(child) || child.local === 'originalData')?.span ?? element.span).start,
    span: element.span,
  }
}

/** Most units say nothing else of themselves. */
const othersOf = (element: Element): Attributes =>
  element.attributes.every(({ name }) => name === 'id' || name === 'name') ? noAttributes : attributesOf(element)

/** Most lists are empty: they are one. */
const slim = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list)

const isSegment = (child: Element) => isOwn(child.ns) && (child.local === 'segment' || child.local === 'ignorable')

/** True for the elements of a file, group or unit that the model holds. */
export const isKnown = (child: Element): boolean =>
  (isOwn(child.ns) && ['segment', 'ignorable', 'notes', 'originalData', 'skeleton'].includes(child.local)) ||
  (child.ns === modules.mtc && child.local === 'matches') ||
  (child.ns === modules.gls && child.local === 'glossary') ||
  (child.ns === modules.mda && child.local === 'metadata') ||
  (child.ns === keepNamespace && child.local === 'codes')

/** The children of the elements with that name. */
function within(children: readonly Element[], local: string, ns: string): Element[] {
  return children.filter(child => child.local === local && child.ns === ns).flatMap(childElements)
}

function readData(children: readonly Element[], context: InlineContext): ReadonlyMap<string, string> | undefined {
  if (!children.some(child => child.local === 'originalData')) return undefined
  const data = new Map<string, string>()
  for (const list of children) {
    if (list.local !== 'originalData' || !isOwn(list.ns)) continue
    for (const item of childElements(list)) data.set(attributeValue(item, 'id') ?? '', contentText(item, context))
  }
  return data
}

/** What the unit's codes were in 1.2, by side, end and id. */
function readKept(children: readonly Element[]): ReadonlyMap<string, Attributes> | undefined {
  const list = children.find(child => child.ns === keepNamespace && child.local === 'codes')
  if (!list) return undefined
  const kept = new Map<string, Attributes>()
  for (const item of childElements(list)) {
    const { of, ...attributes } = attributesOf(item)
    const named = Object.entries(attributes).map(([name, value]) => [keep + (name === 'was' ? 'id' : name), value])
    kept.set(of ?? '', Object.fromEntries(named))
  }
  return kept
}

const onTarget = (context: InlineContext): InlineContext => (context.kept ? { ...context, side: 'target' } : context)

function readSegment(element: Element, context: InlineContext): Segment {
  let source: Element | undefined
  let target: Element | undefined
  for (const child of element.children) {
    if (child.kind !== 'element' || !isOwn(child.ns)) continue
    if (child.local === 'source') source ??= child
    else if (child.local === 'target') target ??= child
  }
  const attributes = context.pool.attributes(element)
  const segment: Segment = {
    kind: element.local === 'segment' ? 'segment' : 'ignorable',
    id: attributes.id,
    state: stateOf(attributes.state),
    source: source ? readContent(source, context) : missing(element, context),
    target: target && readContent(target, onTarget(context)),
    attributes,
    span: element.span,
  }
  const { subState } = attributes
  const order = Number(target && attributeValue(target, 'order'))
  if (subState === undefined && !(order >= 1)) return segment
  return { ...segment, subState, order: order >= 1 ? order : undefined }
}

/** A broken file may lack what must be there. */
export function missing(element: Element, context: InlineContext) {
  const at = element.openEnd
  const place = { start: at, openEnd: at, closeStart: at, end: at }
  return { runs: none, span: place, preserve: context.preserve }
}

const states: readonly string[] = ['initial', 'translated', 'reviewed', 'final']
const stateOf = (state: string | undefined): State => (states.includes(state ?? '') ? (state as State) : 'initial')

export function readNotes(children: readonly Element[], pool: Pool): readonly Note[] {
  const lists = children.filter(child => child.local === 'notes' && isOwn(child.ns))
  return slim(
    lists.flatMap(childElements).map(note => {
      const { id, category, appliesTo, priority } = pool.attributes(note)
      const from = attributeValue(note, 'from', keepNamespace)
      return { id, category, appliesTo, priority, from, text: textContent(note), span: note.span }
    }),
  )
}

function readMatch(element: Element, outer: InlineContext): Match {
  const children = childElements(element)
  const bare = { ...outer, preserve: spaceOf(element, outer.preserve) }
  const context: InlineContext = { ...bare, data: readData(children, bare), kept: readKept(children), side: 'source' }
  const own = (local: string) => children.find(child => child.local === local && isOwn(child.ns))
  const source = own('source')
  const target = own('target')
  const similarity = Number.parseFloat(attributeValue(element, 'similarity') ?? '')
  return {
    id: attributeValue(element, 'id'),
    ref: attributeValue(element, 'ref'),
    origin: attributeValue(element, 'origin'),
    similarity: Number.isNaN(similarity) ? undefined : similarity,
    source: source && readContent(source, context),
    target: target && readContent(target, onTarget(context)),
    attributes: attributesOf(element),
    span: element.span,
  }
}

function readTerm(element: Element): Term {
  const children = childElements(element)
  const term = children.find(child => child.local === 'term')
  const definition = children.find(child => child.local === 'definition')
  return {
    id: attributeValue(element, 'id'),
    ref: attributeValue(element, 'ref'),
    term: term ? textContent(term) : '',
    source: term && attributeValue(term, 'source'),
    translations: children
      .filter(child => child.local === 'translation')
      .map(child => ({ text: textContent(child), source: attributeValue(child, 'source') })),
    definition: definition && textContent(definition),
    metadata: readMetadata(children),
    span: element.span,
  }
}

const isMetadata = (element: Element) => element.local === 'metadata' && element.ns === modules.mda

/** `mda:metadata`; groups in groups are flattened, each item keeping the innermost category. */
export function readMetadata(children: readonly Element[]): readonly Meta[] {
  if (!children.some(isMetadata)) return none
  const metas: Meta[] = []
  const walk = (element: Element, category: string | undefined) => {
    for (const child of childElements(element)) {
      const type = attributeValue(child, 'type')
      if (child.local === 'metaGroup') walk(child, attributeValue(child, 'category') ?? category)
      else if (child.local === 'meta' && type !== undefined) {
        metas.push({ category, type, text: textContent(child) })
      }
    }
  }
  for (const child of children) if (isMetadata(child)) walk(child, undefined)
  return metas
}
