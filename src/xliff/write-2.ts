import { element, writeXml, type XmlElement, type XmlNode } from '../xml/index.ts'
import type {
  Attributes,
  Content,
  Group,
  InlineCode,
  Match,
  Meta,
  Note,
  Term,
  Unit,
  XliffDocument,
  XliffFile,
} from './model.ts'
import { coreNamespaces, keep, keepNamespace, moduleNamespaces } from './namespaces.ts'
import { freeName, planCodes } from './plan-codes.ts'
import { inlineNodes, kept, keptElement, originalData } from './write-codes-2.ts'

const mixed: ReadonlySet<string> = new Set(['source', 'target', 'data', 'note', 'skeleton', 'cp', `${keep}original`])

/**
 * A model as an XLIFF 2 file in canonical form: core, glossary, matches and metadata. Ids are made valid and unique where
 * they are not. Codes must speak XLIFF 2 (see `convertXliff`); foreign elements are not written.
 */
export function composeXliff2(document: XliffDocument): string {
  if (document.version === '1.2') throw new RangeError('composeXliff2 writes 2.0, 2.1 and 2.2')
  const taken = new Set<string>()
  const files = document.files.map(file => fileElement(file, freeName(file.id, taken)))
  const used = new Set<string>()
  for (const file of files) findPrefixes(file, used)
  const attributes: Record<string, string | undefined> = { xmlns: coreNamespaces[document.version] }
  for (const [prefix, uri] of Object.entries(moduleNamespaces)) {
    if (used.has(prefix)) attributes[`xmlns:${prefix}`] = uri
  }
  if (used.has('x12')) attributes['xmlns:x12'] = keepNamespace
  attributes.version = document.version
  attributes.srcLang = document.sourceLanguage ?? document.files[0]?.sourceLanguage ?? 'und'
  attributes.trgLang = document.targetLanguage ?? document.files[0]?.targetLanguage
  const notes = document.version === '2.2' ? notesElement(document.notes) : []
  return writeXml(element('xliff', attributes, ...notes, ...files), { mixed })
}

function findPrefixes(node: XmlElement, into: Set<string>): void {
  for (const name of [node.name, ...Object.keys(node.attributes)]) {
    const colon = name.indexOf(':')
    if (colon > 0) into.add(name.slice(0, colon))
  }
  for (const child of node.children) if (typeof child !== 'string') findPrefixes(child, into)
}

/** What a file's elements share while they are written, and whether white space counts where they stand. */
interface Scope {
  readonly groups: Set<string>
  readonly units: Set<string>
  readonly preserve: boolean
}

const within = (scope: Scope, attributes: Attributes): Scope =>
  attributes['xml:space'] === undefined ? scope : { ...scope, preserve: attributes['xml:space'] === 'preserve' }

function fileElement(file: XliffFile, id: string): XmlElement {
  const scope = within({ groups: new Set(), units: new Set(), preserve: false }, file.attributes)
  const { skeleton } = file
  const head: XmlNode[] = []
  if (skeleton?.embedded) head.push(element('skeleton', {}, skeleton.embedded))
  else if (skeleton) head.push(element('skeleton', { href: skeleton.href ?? file.original ?? '' }))
  const children = file.children.map(child => childElement(child, scope))
  const attributes = {
    id,
    original: file.original,
    ...picked(file.attributes, ['canResegment', 'translate', 'srcDir', 'trgDir', 'xml:space']),
    ...kept(file.attributes),
  }
  return element(
    'file',
    attributes,
    ...head,
    ...(file.sizes ? [sizeProfile] : []),
    ...metadataElement(file.metadata),
    ...(file.carried ? [element(`${keep}original`, {}, file.carried.text)] : []),
    ...notesElement(file.notes),
    ...children,
  )
}

/** Sizes are counted in code points of the composed form (XLIFF 2.1, size and length restriction module). */
const sizeProfile = element(
  'slr:profiles',
  { generalProfile: 'xliff:codepoints' },
  element('slr:normalization', { general: 'nfc' }),
)

const childElement = (child: Group | Unit, scope: Scope): XmlElement =>
  child.kind === 'group' ? groupElement(child, scope) : unitElement(child, freeName(child.id, scope.units), scope)

const inherited = ['canResegment', 'translate', 'srcDir', 'trgDir', 'xml:space', 'type'] as const

function groupElement(group: Group, scope: Scope): XmlElement {
  const attributes = {
    id: freeName(group.id ?? 'g', scope.groups),
    name: group.name,
    ...picked(group.attributes, inherited),
    ...kept(group.attributes),
  }
  const children = group.children.map(child => childElement(child, within(scope, group.attributes)))
  return element('group', attributes, ...metadataElement(group.metadata), ...notesElement(group.notes), ...children)
}

function picked(attributes: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(names.map(name => [name, attributes[name]]))
}

function unitElement(unit: Unit, id: string, scope: Scope): XmlElement {
  const { preserve } = within(scope, unit.attributes)
  const taken = new Set<string>()
  const segmentIds = unit.segments.map(s => (s.id === undefined ? undefined : freeName(s.id, taken)))
  const inOrder = targetOrder(unit)
  const places: number[] = []
  for (const [place, i] of inOrder.entries()) places[i] = place
  const targets = inOrder.map(i => unit.segments[i]!.target?.runs ?? [])
  const plan = planCodes(
    unit.segments.map(s => s.source.runs),
    targets,
    taken,
    isAround,
  )
  const data = originalData()
  const segments = unit.segments.map((segment, i) => {
    const place = places[i]!
    const source = contentElement(
      'source',
      segment.source,
      preserve,
      inlineNodes(segment.source.runs, plan.source[i]!, data),
    )
    const target =
      segment.target &&
      contentElement('target', segment.target, preserve, inlineNodes(segment.target.runs, plan.target[place]!, data), {
        order: place === i ? undefined : String(place + 1),
      })
    const states =
      segment.kind === 'ignorable' || (segment.state === 'initial' && !segment.subState)
        ? {}
        : { state: segment.state, subState: segment.subState }
    const attributes = { id: segmentIds[i], ...picked(segment.attributes, ['canResegment']), ...states }
    return element(segment.kind, attributes, source, ...(target ? [target] : []))
  })
  const size = unit.characters === undefined ? {} : { 'slr:sizeRestriction': String(unit.characters) }
  const attributes = { id, name: unit.name, ...picked(unit.attributes, inherited), ...size, ...kept(unit.attributes) }
  return element(
    'unit',
    attributes,
    ...glossaryElement(unit.terms),
    ...matchesElement(unit, segmentIds, preserve),
    ...metadataElement(unit.metadata),
    ...keptElement(plan),
    ...notesElement(unit.notes),
    ...[data.element()].filter(e => e !== undefined),
    ...segments,
  )
}

/** Pairs of empty elements in 1.2 stay such: each end has attributes of its own. */
const isAround = ({ attributes }: InlineCode) =>
  !['bpt', 'ept', 'bx', 'ex', 'it'].includes(attributes[`${keep}element`] ?? '')

/** The indexes of the segments in the order of their targets. */
export function targetOrder(unit: Unit): number[] {
  const free = unit.segments.map((_, i) => i)
  const order: (number | undefined)[] = unit.segments.map(() => undefined)
  unit.segments.forEach((segment, i) => {
    const at = (segment.target && segment.order) ?? 0
    if (at < 1 || at > order.length || order[at - 1] !== undefined) return
    order[at - 1] = i
    free[i] = -1
  })
  const rest = free.filter(i => i >= 0)
  let next = 0
  return order.map(i => i ?? rest[next++]!)
}

function contentElement(
  name: string,
  content: Content,
  inherited: boolean,
  nodes: readonly XmlNode[],
  more: Record<string, string | undefined> = {},
): XmlElement {
  const space = content.preserve === inherited ? undefined : content.preserve ? 'preserve' : 'default'
  return element(name, { ...more, 'xml:space': space }, ...nodes)
}

function notesElement(notes: readonly Note[]): XmlElement[] {
  if (notes.length === 0) return []
  const taken = new Set<string>()
  const children = notes.map(({ id, appliesTo, category, priority, from, text }) =>
    element(
      'note',
      { id: id === undefined ? undefined : freeName(id, taken), appliesTo, category, priority, [`${keep}from`]: from },
      text,
    ),
  )
  return [element('notes', {}, ...children)]
}

function glossaryElement(terms: readonly Term[]): XmlElement[] {
  if (terms.length === 0) return []
  const taken = new Set<string>()
  return [
    element(
      'gls:glossary',
      {},
      ...terms.map(term =>
        element(
          'gls:glossEntry',
          { id: term.id === undefined ? undefined : freeName(term.id, taken), ref: term.ref },
          element('gls:term', { source: term.source }, term.term),
          ...term.translations.map(t => element('gls:translation', { source: t.source }, t.text)),
          ...(term.definition === undefined ? [] : [element('gls:definition', {}, term.definition)]),
          ...metadataElement(term.metadata),
        ),
      ),
    ),
  ]
}

function matchesElement(unit: Unit, segmentIds: readonly (string | undefined)[], preserve: boolean): XmlElement[] {
  const elements = unit.matches.flatMap(match => matchElement(match, unit, segmentIds, preserve))
  return elements.length === 0 ? [] : [element('mtc:matches', {}, ...elements)]
}

/** A match without both texts, or about nothing in the unit, cannot be said in XLIFF 2. */
function matchElement(
  match: Match,
  unit: Unit,
  segmentIds: readonly (string | undefined)[],
  preserve: boolean,
): XmlElement[] {
  const { source, target } = match
  const first = segmentIds.find(id => id !== undefined)
  const at = unit.segments.findIndex(segment => segment.id !== undefined && match.ref === `#${segment.id}`)
  const ref = at >= 0 ? `#${segmentIds[at]}` : (match.ref ?? (first && `#${first}`))
  if (!source || !target || !ref) return []
  const plan = planCodes([source.runs], [target.runs], new Set(), isAround)
  const data = originalData()
  const inside = [
    contentElement('source', source, preserve, inlineNodes(source.runs, plan.source[0]!, data)),
    contentElement('target', target, preserve, inlineNodes(target.runs, plan.target[0]!, data)),
  ]
  const markup = data.element()
  const attributes = {
    id: match.id,
    ref,
    origin: match.origin,
    ...picked(match.attributes, ['matchQuality', 'matchSuitability', 'type', 'subType', 'reference']),
    ...kept(match.attributes),
    similarity: match.similarity === undefined ? undefined : String(match.similarity),
  }
  return [element('mtc:match', attributes, ...(markup ? [markup] : []), ...inside, ...keptElement(plan))]
}

function metadataElement(metadata: readonly Meta[]): XmlElement[] {
  if (metadata.length === 0) return []
  const groups = new Map<string | undefined, Meta[]>()
  for (const meta of metadata) groups.set(meta.category, [...(groups.get(meta.category) ?? []), meta])
  return [
    element(
      'mda:metadata',
      {},
      ...[...groups].map(([category, metas]) =>
        element('mda:metaGroup', { category }, ...metas.map(m => element('mda:meta', { type: m.type }, m.text))),
      ),
    ),
  ]
}
