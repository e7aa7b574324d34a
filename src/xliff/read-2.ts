import { attributeValue, childElements, type Element, textContent } from '../xml/index.ts'
import type { Inherited, Match, Meta, Note, Segment, State, Term, Unit } from './model.ts'
import { isOwn, moduleNamespaces as modules } from './namespaces.ts'
import { attributesOf, type InlineContext, readContent, spaceOf } from './read-inline.ts'

/** Reads a `<unit>` (XLIFF 2.1 §4.2.2.5). */
export function readUnit2(element: Element, inherited: Inherited): Unit {
  const preserve = spaceOf(element, inherited.preserve)
  const children = childElements(element)
  const context: InlineContext = { family: 2, preserve, data: readData(children) }
  const name = attributeValue(element, 'name')
  const translate = attributeValue(element, 'translate')
  return {
    kind: 'unit',
    id: attributeValue(element, 'id') ?? '',
    ...(name === undefined ? {} : { name }),
    translate: translate === undefined ? inherited.translate : translate !== 'no',
    segments: children.filter(isSegment).map(child => readSegment(child, context)),
    notes: readNotes(children),
    matches: within(children, 'matches', modules.mtc).map(match => readMatch(match, preserve)),
    terms: within(children, 'glossary', modules.gls).map(readTerm),
    metadata: readMetadata(children),
    attributes: attributesOf(element),
    foreign: children.filter(child => !isKnown(child)).map(child => child.span),
    span: element.span,
  }
}

const isSegment = (child: Element) => isOwn(child.ns) && (child.local === 'segment' || child.local === 'ignorable')

/** True for the elements of a file, group or unit that the model holds. */
export const isKnown = (child: Element): boolean =>
  (isOwn(child.ns) && ['segment', 'ignorable', 'notes', 'originalData', 'skeleton'].includes(child.local)) ||
  (child.ns === modules.mtc && child.local === 'matches') ||
  (child.ns === modules.gls && child.local === 'glossary') ||
  (child.ns === modules.mda && child.local === 'metadata')

/** The children of the elements with that name. */
function within(children: readonly Element[], local: string, ns: string): Element[] {
  return children.filter(child => child.local === local && child.ns === ns).flatMap(childElements)
}

function readData(children: readonly Element[]): ReadonlyMap<string, string> {
  const data = new Map<string, string>()
  for (const list of children) {
    if (list.local !== 'originalData' || !isOwn(list.ns)) continue
    for (const item of childElements(list)) {
      const runs = readContent(item, { family: 2, preserve: true }).runs
      data.set(attributeValue(item, 'id') ?? '', runs.map(run => (run.kind === 'text' ? run.text : '')).join(''))
    }
  }
  return data
}

function readSegment(element: Element, context: InlineContext): Segment {
  const children = childElements(element)
  const own = (local: string) => children.find(child => child.local === local && isOwn(child.ns))
  const source = own('source')
  const target = own('target')
  const id = attributeValue(element, 'id')
  const subState = attributeValue(element, 'subState')
  const order = Number(target && attributeValue(target, 'order'))
  return {
    kind: element.local === 'segment' ? 'segment' : 'ignorable',
    ...(id === undefined ? {} : { id }),
    state: stateOf(attributeValue(element, 'state')),
    ...(subState === undefined ? {} : { subState }),
    source: source ? readContent(source, context) : missing(element, context),
    ...(target ? { target: readContent(target, context) } : {}),
    ...(order >= 1 ? { order } : {}),
    attributes: attributesOf(element),
    span: element.span,
  }
}

/** A broken file may lack what must be there. */
export function missing(element: Element, context: InlineContext) {
  const place = { start: element.openEnd, end: element.openEnd }
  return { runs: [], span: place, inner: place, preserve: context.preserve }
}

const states: readonly string[] = ['initial', 'translated', 'reviewed', 'final']
const stateOf = (state: string | undefined): State => (states.includes(state ?? '') ? (state as State) : 'initial')

export function readNotes(children: readonly Element[]): Note[] {
  const lists = children.filter(child => child.local === 'notes' && isOwn(child.ns))
  return lists.flatMap(childElements).map(note => ({
    ...present(note, ['id', 'category', 'appliesTo', 'priority']),
    text: textContent(note),
    span: note.span,
  }))
}

function present<N extends string>(element: Element, names: readonly N[]): { [K in N]?: string } {
  const found: { [K in N]?: string } = {}
  for (const name of names) {
    const value = attributeValue(element, name)
    if (value !== undefined) found[name] = value
  }
  return found
}

function readMatch(element: Element, preserve: boolean): Match {
  const children = childElements(element)
  const context: InlineContext = { family: 2, preserve: spaceOf(element, preserve), data: readData(children) }
  const own = (local: string) => children.find(child => child.local === local && isOwn(child.ns))
  const source = own('source')
  const target = own('target')
  const similarity = Number.parseFloat(attributeValue(element, 'similarity') ?? '')
  return {
    ...present(element, ['id', 'ref', 'origin']),
    ...(Number.isNaN(similarity) ? {} : { similarity }),
    ...(source ? { source: readContent(source, context) } : {}),
    ...(target ? { target: readContent(target, context) } : {}),
    attributes: attributesOf(element),
    span: element.span,
  }
}

function readTerm(element: Element): Term {
  const children = childElements(element)
  const term = children.find(child => child.local === 'term')
  const source = term && attributeValue(term, 'source')
  const definition = children.find(child => child.local === 'definition')
  return {
    ...present(element, ['id', 'ref']),
    term: term ? textContent(term) : '',
    ...(source === undefined ? {} : { source }),
    translations: children
      .filter(child => child.local === 'translation')
      .map(child => ({ text: textContent(child), ...present(child, ['source']) })),
    ...(definition ? { definition: textContent(definition) } : {}),
    metadata: readMetadata(children),
    span: element.span,
  }
}

/** `mda:metadata`; groups in groups are flattened, each item keeping the innermost category. */
export function readMetadata(children: readonly Element[]): Meta[] {
  const metas: Meta[] = []
  const walk = (element: Element, category: string | undefined) => {
    for (const child of childElements(element)) {
      const type = attributeValue(child, 'type')
      if (child.local === 'metaGroup') walk(child, attributeValue(child, 'category') ?? category)
      else if (child.local === 'meta' && type !== undefined) {
        metas.push({ ...(category === undefined ? {} : { category }), type, text: textContent(child) })
      }
    }
  }
  for (const child of children) if (child.local === 'metadata' && child.ns === modules.mda) walk(child, undefined)
  return metas
}
