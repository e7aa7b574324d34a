import { element, splitForbidden, writeXml, type XmlElement, type XmlNode } from '../xml/index.ts'
import type { Group, InlineCode, InlineRun, Match, Note, Unit, XliffDocument, XliffFile } from './model.ts'
import { isAside, isMarker, nowhere } from './model.ts'
import { carriedForm, coreNamespaces } from './namespaces.ts'
import { freeName, freeText, type Planned, planCodes } from './plan-codes.ts'
import { targetOrder } from './write-2.ts'

const mixed: ReadonlySet<string> = new Set(['source', 'seg-source', 'target', 'note', 'internal-file'])

/**
 * A model as an XLIFF 1.2 file in canonical form, valid by the strict schema. Codes, units and matches must speak 1.2 (see
 * `convertXliff`): their attributes are written as they are. Ids are made unique where they are not.
 */
export function composeXliff1(document: XliffDocument): string {
  const files = document.files.map(file => fileElement(file, document))
  return writeXml(element('xliff', { xmlns: coreNamespaces['1.2'], version: '1.2' }, ...files), { mixed })
}

interface Scope {
  readonly groups: Set<string>
  readonly units: Set<string>
}

function fileElement(file: XliffFile, document: XliffDocument): XmlElement {
  const scope: Scope = { groups: new Set(), units: new Set() }
  const head = [...skeletonElement(file), ...carriedElement(file), ...file.notes.map(noteElement)]
  const attributes = {
    original: file.original ?? file.id,
    datatype: 'plaintext',
    ...file.attributes,
    'source-language': file.sourceLanguage ?? document.sourceLanguage ?? 'und',
    'target-language': file.targetLanguage ?? document.targetLanguage,
  }
  const body = element('body', {}, ...file.children.map(child => childElement(child, scope)))
  return element('file', attributes, ...(head.length > 0 ? [element('header', {}, ...head)] : []), body)
}

function skeletonElement({ skeleton }: XliffFile): XmlElement[] {
  if (!skeleton) return []
  const inside =
    skeleton.embedded === undefined
      ? element('external-file', { href: skeleton.href ?? '', crc: skeleton.crc })
      : element('internal-file', { form: skeleton.form, crc: skeleton.crc }, skeleton.embedded)
  return [element('skl', {}, inside)]
}

const carriedElement = ({ carried }: XliffFile): XmlElement[] =>
  carried ? [element('reference', {}, element('internal-file', { form: carriedForm }, carried.text))] : []

const noteElement = (note: Note): XmlElement =>
  element('note', { priority: note.priority, from: note.from, annotates: note.appliesTo }, note.text)

const childElement = (child: Group | Unit, scope: Scope): XmlElement =>
  child.kind === 'group' ? groupElement(child, scope) : unitElement(child, freeText(child.id, scope.units))

function groupElement(group: Group, scope: Scope): XmlElement {
  const id = group.id === undefined ? undefined : freeText(group.id, scope.groups)
  const children = group.children.map(child => childElement(child, scope))
  return element('group', { ...group.attributes, id }, ...group.notes.map(noteElement), ...children)
}

function unitElement(unit: Unit, id: string): XmlElement {
  const isWhole = unit.segments.length === 1 && !unit.whole
  const mids = isWhole ? [] : midsOf(unit)
  const sources = unit.segments.map(segment => segment.source.runs)
  const elements = [element('source', {}, ...contentNodes(sources.flat()))]
  if (!isWhole)
    elements.push(element('seg-source', {}, ...contentNodes(sources.flatMap((runs, i) => framed(runs, mids[i])))))
  // what stands between translations is between their sources, too
  const translated = targetOrder(unit).filter(i => unit.segments[i]!.target || unit.segments[i]!.kind === 'ignorable')
  if (unit.segments.some(({ target }) => target)) {
    const targets = translated.flatMap(i =>
      framed((unit.segments[i]!.target ?? unit.segments[i]!.source).runs, mids[i]),
    )
    const said = translated.find(i => unit.segments[i]!.kind === 'segment') ?? translated[0]!
    elements.push(element('target', unit.segments[said]!.attributes, ...contentNodes(targets)))
  }
  const more = [...unit.notes.map(noteElement), ...unit.matches.flatMap(match => matchElement(match, unit, mids))]
  return element('trans-unit', { ...unit.attributes, id }, ...elements, ...more)
}

/** What stands in one element. */
const contentNodes = (runs: readonly InlineRun[]): XmlNode[] =>
  inlineNodes(runs, planCodes([runs], [], new Set(), isAround).source[0]!)

/** A segment as `<mrk mtype="seg">`; what is no segment stands free. */
function framed(runs: readonly InlineRun[], mid: string | undefined): readonly InlineRun[] {
  if (mid === undefined) return runs
  const frame = { element: 'mrk', id: `segment ${mid}`, label: '', span: nowhere }
  return [
    { ...frame, kind: 'open', attributes: { mtype: 'seg', mid } },
    ...runs,
    { ...frame, kind: 'close', attributes: {} },
  ]
}

/** The `mid` of each segment; an ignorable has none. */
function midsOf(unit: Unit): (string | undefined)[] {
  const taken = new Set<string>()
  return unit.segments.map((segment, i) =>
    segment.kind === 'ignorable' ? undefined : freeName(segment.id ?? String(i + 1), taken),
  )
}

function matchElement(match: Match, unit: Unit, mids: readonly (string | undefined)[]): XmlElement[] {
  if (!match.target) return []
  const { ref } = match
  const at = ref === undefined ? -1 : unit.segments.findIndex(segment => segment.id === ref)
  const attributes = { ...match.attributes, origin: match.origin, mid: unit.segments.length > 1 ? mids[at] : undefined }
  const source = match.source ? [element('source', {}, ...contentNodes(match.source.runs))] : []
  return [element('alt-trans', attributes, ...source, element('target', {}, ...contentNodes(match.target.runs)))]
}

/** Text without what XML cannot hold: 1.2 has no word for it. */
const plain = (text: string): XmlNode[] => {
  const kept = splitForbidden(text)
    .map((part, i) => (i % 2 === 0 ? part : '\ufffd'))
    .join('')
  return kept === '' ? [] : [kept]
}

const isAround = (code: InlineCode) => isMarker(code) || code.element === 'g'

function inlineNodes(runs: readonly InlineRun[], plan: readonly Planned[]): XmlNode[] {
  const rids = new Map<string, Planned>()
  const frames: { start?: InlineCode; nodes: XmlNode[] }[] = [{ nodes: [] }]
  const put = (...nodes: XmlNode[]) => void frames.at(-1)!.nodes.push(...nodes)
  let next = 0
  for (const run of runs) {
    if (run.kind === 'text') put(...plain(run.text))
    if (run.kind === 'text' || isAside(run)) continue
    const planned = plan[next++]!
    const opener = run.kind === 'close' ? (planned.partner ?? planned) : planned
    if (run.kind === 'code' || !isAround(opener.code)) put(...emptyCode(planned, rids))
    else if (!planned.wrap) put(...(isMarker(run) ? [] : emptyCode(planned, rids)))
    else if (run.kind === 'open') frames.push({ start: run, nodes: [] })
    else {
      const { start, nodes } = frames.pop()!
      put(element(isMarker(run) ? 'mrk' : 'g', start!.attributes, ...nodes))
    }
  }
  return frames[0]!.nodes
}

/** A pair that is there twice (a copy) may not have one `rid`: then the second has its own. */
function ridOf(planned: Planned, rids: Map<string, Planned>): string | undefined {
  const opener = planned.code.kind === 'close' ? planned.partner : planned
  const { rid } = planned.code.attributes
  if (rid === undefined || !opener) return undefined
  const key = `${opener.code.element} ${opener.code.attributes.rid ?? rid}`
  const owner = rids.get(key) ?? opener
  rids.set(key, owner)
  return owner === opener ? rid : opener.name
}

/** A code without text in it. A `g` that cannot be one element is two: `bx` and `ex`. */
function emptyCode(planned: Planned, rids: Map<string, Planned>): XmlElement[] {
  const { code, name, partner } = planned
  const loose = code.element === 'g' || (code.kind === 'close' && partner?.code.element === 'g')
  if (!loose) {
    const rid = ridOf(planned, rids)
    return [element(code.element, { ...code.attributes, rid }, ...nativeNodes(code))]
  }
  const rid = partner ? name : undefined
  const id = code.attributes.id ?? partner?.code.attributes.id ?? name
  const attributes: Record<string, string | undefined> = { ...code.attributes, id, rid }
  return [element(code.kind === 'open' ? 'bx' : 'ex', attributes)]
}

/** The native markup with the text in it. */
function nativeNodes(code: InlineCode): XmlNode[] {
  const data = code.data ?? ''
  const nodes: XmlNode[] = []
  let at = 0
  for (const { at: until, content, attributes } of code.flows ?? []) {
    nodes.push(...plain(data.slice(at, until)))
    nodes.push(element('sub', attributes, ...contentNodes(content.runs)))
    at = Math.max(at, until)
  }
  return [...nodes, ...plain(data.slice(at))]
}
