import type { Piece } from '../content/index.ts'
import { attributeValue, type Element, type Node, textContent, xmlNamespace } from '../xml/index.ts'
import type { Attributes, Content, InlineCode, InlineRun } from './model.ts'
import { isOwn } from './namespaces.ts'

/** What is known where a `<source>` or `<target>` stands. */
export interface InlineContext {
  readonly family: 1 | 2
  readonly preserve: boolean
  /** `<originalData>` of the unit or match: markup by id. */
  readonly data?: ReadonlyMap<string, string>
}

/** Reads what a `<source>`, `<target>`, `<seg-source>` or `<sub>` holds. */
export function readContent(element: Element, context: InlineContext): Content {
  const preserve = spaceOf(element, context.preserve)
  const language = attributeValue(element, 'lang', xmlNamespace)
  const runs: InlineRun[] = []
  readNodes(element.children, runs, { ...context, preserve })
  return {
    runs,
    span: element.span,
    inner: { start: element.openEnd, end: element.closeStart },
    preserve,
    ...(language === undefined ? {} : { language }),
  }
}

export function spaceOf(element: Element, inherited: boolean): boolean {
  const space = attributeValue(element, 'space', xmlNamespace)
  return space === undefined ? inherited : space === 'preserve'
}

/** All attributes by their names as written. */
export function attributesOf(element: Element): Attributes {
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) attributes[name] = value
  return attributes
}

type Reader = (element: Element, runs: InlineRun[], context: InlineContext) => void

function readNodes(nodes: readonly Node[], runs: InlineRun[], context: InlineContext): void {
  for (const node of nodes) {
    if (node.kind === 'text') pushText(runs, node.text, node.map)
    else if (node.kind === 'element') readElement(node, runs, context)
    else {
      const element = node.kind === 'comment' ? '#comment' : '#instruction'
      runs.push({ kind: 'open', element, id: '', label: '', attributes: {}, span: node.span })
    }
  }
}

/** An element of another vocabulary is kept whole, as a code. */
function readElement(node: Element, runs: InlineRun[], context: InlineContext): void {
  const readers = context.family === 1 ? readers1 : readers2
  const read = Object.hasOwn(readers, node.local) && isOwn(node.ns) ? readers[node.local] : undefined
  if (read) read(node, runs, context)
  else runs.push(code('code', node, { element: node.name }))
}

/** Adds text, to the last run where that is text. `map` counts from the text's own start. */
function pushText(runs: InlineRun[], text: string, map: readonly Piece[]): void {
  if (text === '') return
  const last = runs.at(-1)
  if (last?.kind !== 'text') {
    runs.push({ kind: 'text', text, map })
    return
  }
  const moved = map.map(piece => ({ ...piece, at: piece.at + last.text.length }))
  runs[runs.length - 1] = { kind: 'text', text: last.text + text, map: [...last.map, ...moved] }
}

function code(kind: InlineCode['kind'], node: Element, more: Partial<InlineCode>): InlineCode {
  const attributes = more.attributes ?? attributesOf(node)
  const label =
    attributes.disp ?? attributes.equiv ?? attributes['equiv-text'] ?? more.data ?? attributes.ctype ?? node.local
  return { kind, element: node.local, id: attributes.id ?? '', label, span: node.span, ...more, attributes }
}

const startTag = (node: Element) => ({ start: node.span.start, end: node.openEnd })
const endTag = (node: Element) => ({ start: node.closeStart, end: node.span.end })

/** Start tag, content, end tag: a pair around text. */
function readPair(
  node: Element,
  runs: InlineRun[],
  context: InlineContext,
  open: InlineCode,
  close: Partial<InlineCode>,
): void {
  runs.push({ ...open, span: startTag(node) })
  readNodes(node.children, runs, context)
  runs.push(code('close', node, { id: open.id, attributes: {}, ...close, span: endTag(node) }))
}

function dataOf(attributes: Attributes, context: InlineContext): { data?: string } {
  const data = attributes.dataRef === undefined ? undefined : context.data?.get(attributes.dataRef)
  return data === undefined ? {} : { data }
}

const isolation = (attributes: Attributes) => (attributes.isolated === 'yes' ? { isolated: true } : {})

/** XLIFF 2.1 §4.2.3. */
const readers2: Readonly<Record<string, Reader>> = {
  cp(node, runs) {
    const unit = Number.parseInt(attributeValue(node, 'hex') ?? '', 16)
    const text = unit >= 0 && unit <= 0x10ffff ? String.fromCodePoint(unit) : '\ufffd'
    pushText(runs, text, [{ at: 0, length: text.length, start: node.span.start, end: node.span.end }])
  },
  ph(node, runs, context) {
    const attributes = attributesOf(node)
    runs.push(code('code', node, { attributes, ...dataOf(attributes, context) }))
  },
  pc(node, runs, context) {
    const { start, end } = splitPair(attributesOf(node))
    const open = code('open', node, { attributes: start, ...dataOf(start, context) })
    readPair(node, runs, context, open, { attributes: end, ...dataOf(end, context) })
  },
  sc(node, runs, context) {
    const attributes = attributesOf(node)
    runs.push(code('open', node, { attributes, ...dataOf(attributes, context), ...isolation(attributes) }))
  },
  ec(node, runs, context) {
    const attributes = attributesOf(node)
    const id = attributes.startRef ?? attributes.id ?? ''
    runs.push(code('close', node, { id, attributes, ...dataOf(attributes, context), ...isolation(attributes) }))
  },
  mrk: (node, runs, context) => readPair(node, runs, context, code('open', node, {}), {}),
  sm: (node, runs) => void runs.push(code('open', node, {})),
  em: (node, runs) => void runs.push(code('close', node, { id: attributeValue(node, 'startRef') ?? '' })),
}

/** What a `pc` says of its start and of its end, in the words of `sc` and `ec`. */
function splitPair(attributes: Attributes): { start: Attributes; end: Attributes } {
  const start: Record<string, string> = {}
  const end: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const [, base, side] = /^(disp|equiv|dataRef|subFlows)(Start|End)$/.exec(name) ?? []
    if (side === 'End') end[base!] = value
    else start[base ?? name] = value
  }
  return { start, end }
}

/** XLIFF 1.2 §2.4: `rid` ties the ends of a pair, else their `id`. */
const readers1: Readonly<Record<string, Reader>> = {
  g: (node, runs, context) => readPair(node, runs, context, code('open', node, {}), {}),
  mrk: (node, runs, context) => readPair(node, runs, context, code('open', node, { id: markId(node) }), {}),
  x: (node, runs) => void runs.push(code('code', node, {})),
  bx: (node, runs) => void runs.push(code('open', node, { id: pairId(node) })),
  ex: (node, runs) => void runs.push(code('close', node, { id: pairId(node) })),
  ph: (node, runs, context) => void runs.push(code('code', node, native(node, context))),
  bpt: (node, runs, context) => void runs.push(code('open', node, { id: pairId(node), ...native(node, context) })),
  ept: (node, runs, context) => void runs.push(code('close', node, { id: pairId(node), ...native(node, context) })),
  it(node, runs, context) {
    const kind = attributeValue(node, 'pos') === 'close' ? 'close' : 'open'
    runs.push(code(kind, node, { id: pairId(node), isolated: true, ...native(node, context) }))
  },
}

const pairId = (node: Element) => attributeValue(node, 'rid') ?? attributeValue(node, 'id') ?? ''
const markId = (node: Element) => attributeValue(node, 'mid') ?? attributeValue(node, 'id') ?? ''

/** The native code inside an element of 1.2, and the text inside that code (`<sub>`). */
function native(node: Element, context: InlineContext): { data: string; flows?: readonly Content[] } {
  let data = ''
  const flows: Content[] = []
  for (const child of node.children) {
    if (child.kind === 'text') data += child.text
    else if (child.kind === 'element' && child.local === 'sub') flows.push(readContent(child, context))
    else if (child.kind === 'element') data += textContent(child)
  }
  return flows.length > 0 ? { data, flows } : { data }
}
