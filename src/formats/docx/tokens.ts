import type { Piece } from '../../content/index.ts'
import { childElements, type Element } from '../../xml/index.ts'
import type { DressedSlot, Token } from '../package/tokens.ts'
import { fieldName, fieldsAmong, isLink } from './fields.ts'
import { formattingOf } from './formatting.ts'
import { isOn, isWord, wordAttribute, wordChild, wordName } from './names.ts'
import type { Style, Styles } from './styles.ts'

/** Text of a run: a `w:t`, or a hyphen that is an element (§17.3.3.18, §17.3.3.29). */
export interface TextSlot extends DressedSlot<Element> {
  readonly element: Element
  readonly language: string | undefined
}

export type WordToken = Token<TextSlot, Element>

export interface TokenContext {
  readonly styles: Styles
  /** True of runs whose text Word makes anew. */
  readonly isMade: (offset: number) => boolean
  readonly paragraphStyles: readonly Style[]
}

export function paragraphTokens(paragraph: Element, context: TokenContext): WordToken[] {
  const tokens: WordToken[] = []
  addSiblings(
    childElements(paragraph).filter(child => !isWord(child, 'pPr')),
    context,
    tokens,
  )
  return tokens
}

function addSiblings(siblings: readonly Element[], context: TokenContext, tokens: WordToken[]): void {
  const fields = fieldsAmong(siblings)
  for (let i = 0; i < siblings.length; i++) {
    const element = siblings[i]!
    const field = fields.get(i)
    if (!field || context.isMade(element.span.start)) {
      addElement(element, context, tokens)
      continue
    }
    const { separate, end, instruction } = field
    const { start } = element.span
    if (separate !== undefined && separate < end && isLink(instruction)) {
      tokens.push({ kind: 'open', start, end: siblings[separate]!.span.end, label: '<a>' })
      addSiblings(siblings.slice(separate + 1, end), context, tokens)
      tokens.push({ kind: 'close', ...siblings[end]!.span, label: '</a>' })
    } else tokens.push({ kind: 'code', start, end: siblings[end]!.span.end, label: `[${fieldName(instruction)}]` })
    i = end
  }
}

/** Children of a paragraph that pair around text, by local name. */
const pairs: Readonly<Record<string, string>> = {
  hyperlink: 'a',
  ins: 'ins',
  moveTo: 'ins',
  customXml: 'custom',
  dir: 'dir',
  bdo: 'bdo',
}
const deletions = new Set(['del', 'moveFrom'])

function addElement(element: Element, context: TokenContext, tokens: WordToken[]): void {
  const name = wordName(element)
  const { start, end } = element.span
  const pair = pairs[name ?? '']
  if (name === 'r') addRun(element, context, tokens)
  else if (name === 'smartTag') addSiblings(contents(element), context, tokens)
  else if (pair !== undefined && !element.selfClosing) addPair(element, element, pair, context, tokens)
  else if (name === 'sdt') addControl(element, context, tokens)
  else if (name === 'fldSimple') {
    const instruction = wordAttribute(element, 'instr') ?? ''
    if (isLink(instruction) && !element.selfClosing) addPair(element, element, 'a', context, tokens)
    else tokens.push({ kind: 'code', start, end, label: `[${fieldName(instruction)}]` })
  } else if (name !== undefined && isMark(element, name)) tokens.push({ kind: 'mark', start, end })
  else tokens.push({ kind: 'code', start, end, label: labelOf(element, name) })
}

const contents = (element: Element): Element[] => childElements(element).filter(child => !isProperties(child))

const isProperties = (element: Element): boolean => ['smartTagPr', 'customXmlPr'].includes(wordName(element) ?? '')

/** A pair around the children of `inner`, which is the element itself or what holds its content. */
function addPair(outer: Element, inner: Element, label: string, context: TokenContext, tokens: WordToken[]): void {
  const properties = childElements(inner).find(isProperties)
  const end = properties?.span.end ?? inner.openEnd
  tokens.push({ kind: 'open', start: outer.span.start, end, label: `<${label}>` })
  addSiblings(contents(inner), context, tokens)
  tokens.push({ kind: 'close', start: inner.closeStart, end: outer.span.end, label: `</${label}>` })
}

/** A content control (§17.5.2) in a line; what it shows while it is empty is no text. */
function addControl(element: Element, context: TokenContext, tokens: WordToken[]): void {
  const content = wordChild(element, 'sdtContent')
  const isEmpty = isOn(wordChild(wordChild(element, 'sdtPr'), 'showingPlcHdr'))
  if (content && !content.selfClosing && !isEmpty) addPair(element, content, 'field', context, tokens)
  else tokens.push({ kind: 'code', ...element.span, label: '[field]' })
}

const isMark = (element: Element, name: string): boolean =>
  name === 'proofErr' || (/(?:Start|End)$/.test(name) && element.children.length === 0)

function labelOf(element: Element, name: string | undefined): string {
  if (name !== undefined && deletions.has(name)) return '[del]'
  return element.local.startsWith('oMath') ? '[formula]' : `[${element.local}]`
}

/** What children of a run are called where they are codes. */
const runLabels: Readonly<Record<string, string>> = {
  tab: 'tab',
  ptab: 'tab',
  br: 'br',
  cr: 'br',
  drawing: 'image',
  pict: 'image',
  object: 'object',
  AlternateContent: 'image',
  footnoteReference: 'footnote',
  endnoteReference: 'footnote',
  footnoteRef: 'number',
  endnoteRef: 'number',
  sym: 'symbol',
  ruby: 'ruby',
}
const runMarks = new Set(['lastRenderedPageBreak', 'commentReference', 'annotationRef'])
const hyphens: Readonly<Record<string, string>> = { noBreakHyphen: '\u2011', softHyphen: '\u00ad' }

function addRun(run: Element, context: TokenContext, tokens: WordToken[]): void {
  const properties = wordChild(run, 'rPr')
  const children = childElements(run).filter(child => child !== properties)
  const { start, end } = run.span
  const hasText = children.some(child => isWord(child, 't') || (wordName(child) ?? '') in hyphens)
  const meaning = children.filter(child => !runMarks.has(wordName(child) ?? ''))
  if (meaning.length === 0) tokens.push({ kind: 'mark', start, end })
  else if (hasText && isHidden(properties, stylesOf(properties, context)))
    tokens.push({ kind: 'code', start, end, label: '[hidden]' })
  else if (!hasText || context.isMade(start)) {
    const labels = hasText ? ['field'] : meaning.map(runLabel)
    tokens.push({ kind: 'code', start, end, label: `[${[...new Set(labels)].join(' ')}]` })
  } else addText(run, children, properties, context, tokens)
}

const runLabel = (child: Element): string => runLabels[child.local] ?? child.local

function isHidden(properties: Element | undefined, styles: readonly Style[]): boolean {
  const own = wordChild(properties, 'vanish')
  return own ? isOn(own) : styles.some(style => style.turnedOn.has('vanish'))
}

/** The styles that a run's text has, the nearest first. */
const stylesOf = (properties: Element | undefined, context: TokenContext): readonly Style[] => [
  ...characterStyles(properties, context),
  ...context.paragraphStyles,
]

const characterStyles = (properties: Element | undefined, { styles }: TokenContext): readonly Style[] =>
  styles.chain(wordAttribute(wordChild(properties, 'rStyle'), 'val'))

function addText(
  run: Element,
  children: readonly Element[],
  properties: Element | undefined,
  context: TokenContext,
  tokens: WordToken[],
): void {
  const styles = stylesOf(properties, context)
  const formatting = formattingOf(properties, name => styles.some(style => style.turnedOn.has(name)))
  const dressSpan = properties?.span ?? { start: run.openEnd, end: run.openEnd }
  const dressed = { dress: run, inside: run, dressSpan, formatting }
  const stated = wordAttribute(wordChild(properties, 'lang'), 'val')
  const language = stated ?? characterStyles(properties, context).find(style => style.language !== undefined)?.language
  for (const element of children) {
    const name = wordName(element) ?? ''
    const { start, end } = element.span
    const hyphen = hyphens[name]
    if (name === 't' || hyphen !== undefined) {
      const content = hyphen === undefined ? textOf(element) : { text: hyphen, map: [{ at: 0, length: 1, start, end }] }
      tokens.push({ kind: 'slot', slot: { start, end, ...content, ...dressed, element, language } })
    } else if (runMarks.has(name)) tokens.push({ kind: 'mark', start, end })
    else tokens.push({ kind: 'code', start, end, label: `[${runLabel(element)}]`, inside: run })
  }
}

/** The text of a `w:t`; tabs and line ends in it are shown as the spaces they are. A CDATA section is one whole. */
function textOf(element: Element): { text: string; map: Piece[] } {
  let text = ''
  const map: Piece[] = []
  for (const node of element.children) {
    if (node.kind !== 'text') continue
    const pieces = node.cdata ? [{ at: 0, length: node.text.length, ...node.span }] : node.map
    for (const piece of pieces) map.push({ ...piece, at: piece.at + text.length })
    text += node.text.replace(/[\t\n\r]/g, ' ')
  }
  return { text, map }
}
