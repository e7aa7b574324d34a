import { type Piece, runsText } from '../content/index.ts'
import type { Span } from '../text/index.ts'
import { attributeValue, type Element, type Node, textContent, xmlNamespace } from '../xml/index.ts'
import { type Attributes, type Content, type Flow, type InlineCode, type InlineRun, none } from './model.ts'
import { isOwn } from './namespaces.ts'
import { noAttributes, type Pool } from './pool.ts'
import { textRun } from './text-run.ts'

/** What is known where a `<source>` or `<target>` stands. */
export interface InlineContext {
  readonly family: 1 | 2
  readonly preserve: boolean
  readonly pool: Pool
  /** `<originalData>` of the unit or match: markup by id. */
  readonly data?: ReadonlyMap<string, string> | undefined
  /** What codes keep of 1.2, by side, end and id; and the side that is read. */
  readonly kept?: ReadonlyMap<string, Attributes> | undefined
  readonly side?: 'source' | 'target'
}

/** Reads what a `<source>`, `<target>`, `<seg-source>` or `<sub>` holds. */
export function readContent(element: Element, context: InlineContext): Content {
  const preserve = spaceOf(element, context.preserve)
  return {
    runs: readRuns(element, preserve === context.preserve ? context : { ...context, preserve }),
    span: {
      start: element.span.start,
      openEnd: element.openEnd,
      closeStart: element.closeStart,
      end: element.span.end,
    },
    language: attributeValue(element, 'lang', xmlNamespace),
    preserve,
  }
}

/** The runs in a list as long as it must be: lists that grow keep room for more. */
function readRuns(element: Element, context: InlineContext): readonly InlineRun[] {
  const sink: Sink = { runs: [], text: '', map: none, grown: undefined }
  readNodes(element.children, sink, context)
  finishText(sink)
  return sink.runs.slice()
}

/** Text with `<cp>`, as `<data>` holds it. */
export function contentText(element: Element, context: InlineContext): string {
  const [first] = element.children
  if (first?.kind === 'text' && element.children.length === 1) return context.pool.text(first.text)
  return runsText(readRuns(element, context))
}

export function spaceOf(element: Element, inherited: boolean): boolean {
  const space = attributeValue(element, 'space', xmlNamespace)
  return space === undefined ? inherited : space === 'preserve'
}

/** Runs as they grow. Neighbouring stretches of text become one run. */
interface Sink {
  readonly runs: InlineRun[]
  text: string
  map: readonly Piece[]
  /** The map where it has been made here and may grow. */
  grown: Piece[] | undefined
}

function addText(sink: Sink, text: string, map: readonly Piece[]): void {
  if (sink.text === '') {
    sink.text = text
    sink.map = map
    sink.grown = undefined
    return
  }
  sink.grown ??= [...sink.map]
  sink.map = sink.grown
  for (const piece of map) sink.grown.push({ ...piece, at: piece.at + sink.text.length })
  sink.text += text
}

function finishText(sink: Sink): void {
  if (sink.text !== '') sink.runs.push(textRun(sink.text, sink.map))
  sink.text = ''
}

function addCode(sink: Sink, run: InlineCode): void {
  finishText(sink)
  sink.runs.push(run)
}

type Reader = (element: Element, sink: Sink, context: InlineContext) => void

function readNodes(nodes: readonly Node[], sink: Sink, context: InlineContext): void {
  for (const node of nodes) {
    if (node.kind === 'text') addText(sink, node.text, node.map)
    else if (node.kind === 'element') readElement(node, sink, context)
    else {
      const element = node.kind === 'comment' ? '#comment' : '#instruction'
      addCode(sink, { kind: 'open', element, id: '', label: '', attributes: noAttributes, span: node.span })
    }
  }
}

/** An element of another vocabulary is kept whole, as a code. */
function readElement(node: Element, sink: Sink, context: InlineContext): void {
  const read = isOwn(node.ns) ? (context.family === 1 ? readers1 : readers2).get(node.local) : undefined
  if (read) read(node, sink, context)
  else addCode(sink, { ...codeOf('code', node, node.span, context.pool.attributes(node)), element: node.name })
}

function codeOf(
  kind: InlineCode['kind'],
  node: Element,
  span: Span,
  attributes: Attributes,
  id = attributes.id ?? '',
  data: string | undefined = undefined,
  flows: readonly Flow[] | undefined = undefined,
): InlineCode {
  const { disp, equiv, 'equiv-text': equivText, ctype } = attributes
  const label = disp || equiv || equivText || data || ctype || node.local
  const run = { kind, element: node.local, id, label, span, attributes, data }
  const isolated = attributes.isolated === 'yes' || node.local === 'it'
  return isolated || flows ? { ...run, isolated, flows } : run
}

const startTag = (node: Element): Span => ({ start: node.span.start, end: node.openEnd })
const endTag = (node: Element): Span => ({ start: node.closeStart, end: node.span.end })
const dataOf = (attributes: Attributes, context: InlineContext) =>
  attributes.dataRef === undefined ? undefined : context.data?.get(attributes.dataRef)

/** Start tag, content, end tag: a pair around text. */
function readMarker(node: Element, sink: Sink, context: InlineContext): void {
  const attributes = context.pool.attributes(node)
  const id = attributes.mid ?? attributes.id ?? ''
  addCode(sink, codeOf('open', node, startTag(node), attributes, id))
  readNodes(node.children, sink, context)
  addCode(sink, codeOf('close', node, endTag(node), noAttributes, id))
}

/** A code without text in it: `kind` and `id` as the element has them. */
function readCode(kind: InlineCode['kind'], idOf: (attributes: Attributes) => string | undefined): Reader {
  return (node, sink, context) => {
    const attributes = context.pool.attributes(node)
    const run = codeOf(kind, node, node.span, attributes, idOf(attributes) ?? '', dataOf(attributes, context))
    addCode(sink, remembering(run, context))
  }
}

/** The code with what it keeps of 1.2; a target's code that says nothing of its own says what its namesake says. */
function remembering(run: InlineCode, { kept, side }: InlineContext): InlineCode {
  if (!kept) return run
  const key = (run.kind === 'close' ? 'end ' : '') + run.id
  const more = kept.get(`${side} ${key}`) ?? kept.get(`source ${key}`)
  return more ? { ...run, attributes: { ...run.attributes, ...more } } : run
}

const own = (attributes: Attributes) => attributes.id

/** XLIFF 2.1 §4.2.3, inline elements. */
const readers2: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ph', readCode('code', own)],
  ['sc', readCode('open', own)],
  ['ec', readCode('close', attributes => attributes.startRef ?? attributes.id)],
  ['sm', readCode('open', own)],
  ['em', readCode('close', attributes => attributes.startRef)],
  ['mrk', readMarker],
  [
    'cp',
    (node, sink) => {
      const unit = Number.parseInt(attributeValue(node, 'hex') ?? '', 16)
      const text = unit >= 0 && unit <= 0x10ffff ? String.fromCodePoint(unit) : '\ufffd'
      addText(sink, text, [{ at: 0, length: text.length, start: node.span.start, end: node.span.end }])
    },
  ],
  [
    'pc',
    (node, sink, context) => {
      const { start, end } = context.pool.pair(node)
      const id = start.id ?? ''
      addCode(sink, remembering(codeOf('open', node, startTag(node), start, id, dataOf(start, context)), context))
      readNodes(node.children, sink, context)
      addCode(sink, remembering(codeOf('close', node, endTag(node), end, id, dataOf(end, context)), context))
    },
  ],
])

const paired = (attributes: Attributes) => attributes.rid ?? attributes.id

/** A code of 1.2 that holds the native markup. */
function readNative(kind: InlineCode['kind'] | 'pos', idOf: (attributes: Attributes) => string | undefined): Reader {
  return (node, sink, context) => {
    const attributes = context.pool.attributes(node)
    const { data, flows } = native(node, context)
    const as = kind !== 'pos' ? kind : attributes.pos === 'close' ? 'close' : 'open'
    addCode(sink, codeOf(as, node, node.span, attributes, idOf(attributes) ?? '', data, flows))
  }
}

/** XLIFF 1.2, inline elements: `rid` ties the ends of a pair, else their `id`. */
const readers1: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['g', readMarker],
  ['mrk', readMarker],
  ['x', readCode('code', own)],
  ['bx', readCode('open', paired)],
  ['ex', readCode('close', paired)],
  ['ph', readNative('code', own)],
  ['bpt', readNative('open', paired)],
  ['ept', readNative('close', paired)],
  ['it', readNative('pos', paired)],
])

/** The native code inside an element of 1.2, and the text inside that code (`<sub>`). */
function native(node: Element, context: InlineContext): { data: string; flows: readonly Flow[] | undefined } {
  let data = ''
  const flows: Flow[] = []
  for (const child of node.children) {
    if (child.kind === 'text') data += child.text
    else if (child.kind === 'element' && child.local === 'sub') {
      flows.push({ at: data.length, content: readContent(child, context), attributes: context.pool.attributes(child) })
    } else if (child.kind === 'element') data += textContent(child)
  }
  return { data, flows: flows.length > 0 ? flows : undefined }
}
