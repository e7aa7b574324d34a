import type { Span } from '../../text/index.ts'
import type { Element, Node } from '../../xml/index.ts'
import type { DressedSlot, Token } from '../package/tokens.ts'
import { odfAttribute, odfName } from './names.ts'
import { type Spacing, slotText } from './slot.ts'
import type { Styles } from './styles.ts'

/** The spans around a text, outermost first; those that differ in nothing visible are among them. */
export type Spans = readonly Element[]

/** A stretch of characters and spaces. */
export interface TextSlot extends DressedSlot<Spans> {
  readonly language: string | undefined
}

export type OdtToken = Token<TextSlot, Spans>

/** A stretch of white space that says nothing beside other white space; a paragraph that changes loses it. */
export interface Filler {
  readonly start: number
  readonly end: number
}

export function paragraphTokens(paragraph: Element, styles: Styles): { tokens: OdtToken[]; fillers: Filler[] } {
  const tokens: OdtToken[] = []
  const fillers: Filler[] = []
  const style = odfAttribute(paragraph, 'text:style-name')
  addChildren(
    paragraph.children,
    { styles, style, spacing: { isIgnored: true }, fillers, spans: [], inside: [] },
    tokens,
  )
  return { tokens, fillers }
}

interface Context {
  readonly styles: Styles
  /** The paragraph's. */
  readonly style: string | undefined
  readonly spacing: Spacing
  readonly fillers: Filler[]
  readonly spans: Spans
  /** Those of them that were opened in the innermost pair. */
  readonly inside: Spans
}

/** Kept in place without a meaning for the text: bookmarks, deletions, ends of insertions in other paragraphs, comments. */
const marks =
  /^(?:text:(?:bookmark|reference-mark)(?:-start|-end)?|text:change(?:-start|-end)?|text:soft-page-break|office:annotation(?:-end)?|text:toc-mark.*|text:alphabetical-index-mark.*|text:user-index-mark.*)$/

const labels: Readonly<Record<string, string>> = {
  'text:tab': 'tab',
  'text:line-break': 'br',
  'text:note': 'footnote',
  'draw:frame': 'image',
  'draw:a': 'image',
}

function addChildren(nodes: readonly Node[], context: Context, tokens: OdtToken[]): void {
  let characters: Node[] = []
  const flush = () => {
    addSlot(characters, context, tokens)
    characters = []
  }
  const ends = endsOfInsertions(nodes)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if (isCharacters(node)) {
      characters.push(node)
      continue
    }
    flush()
    const end = ends.get(changeId(node, 'text:change-start')) ?? -1
    if (end > i) {
      const inserted = nodes.slice(i + 1, end)
      addInsertion(node.span, inserted, nodes[end]!.span, context, tokens)
      i = end
    } else if (node.kind === 'element') addElement(node, context, tokens)
  }
  flush()
}

/** Where among these nodes insertions end, by their ids. */
const endsOfInsertions = (nodes: readonly Node[]): ReadonlyMap<string | undefined, number> =>
  new Map(
    nodes.flatMap((node, i) => {
      const id = changeId(node, 'text:change-end')
      return id === undefined ? [] : [[id, i] as const]
    }),
  )

const changeId = (node: Node, name: string): string | undefined =>
  node.kind === 'element' && odfName(node) === name ? odfAttribute(node, 'text:change-id') : undefined

/** What was inserted and is tracked is a pair, so that it travels with its words. */
function addInsertion(start: Span, inserted: readonly Node[], end: Span, context: Context, tokens: OdtToken[]): void {
  tokens.push({ kind: 'open', start: start.start, end: start.end, label: '<ins>' })
  addChildren(inserted, { ...context, inside: [] }, tokens)
  tokens.push({ kind: 'close', start: end.start, end: end.end, label: '</ins>', inside: context.inside })
}

function addElement(element: Element, context: Context, tokens: OdtToken[]): void {
  const { styles, spacing, spans, inside } = context
  const name = odfName(element)
  const { start, end } = element.span
  if (name === 'text:span' && !isHidden(element, styles)) {
    const deeper = { ...context, spans: [...spans, element], inside: [...inside, element] }
    if (!element.selfClosing) addChildren(element.children, deeper, tokens)
  } else if ((name === 'text:a' || name === 'text:meta') && !element.selfClosing) addPair(element, context, tokens)
  else if (marks.test(name)) tokens.push({ kind: 'mark', start, end })
  else {
    const label = name === 'text:span' ? 'hidden' : (labels[name] ?? element.local)
    tokens.push({ kind: 'code', start, end, label: `[${label}]`, inside })
    spacing.isIgnored = false
  }
}

const isCharacters = (node: Node): boolean =>
  node.kind === 'text' || (node.kind === 'element' && odfName(node) === 'text:s')

const styleNames = (spans: Spans): string[] => spans.flatMap(span => odfAttribute(span, 'text:style-name') ?? [])

const isHidden = (span: Element, styles: Styles): boolean => styles.formattingOf(styleNames([span]), undefined).isHidden

function addPair(element: Element, context: Context, tokens: OdtToken[]): void {
  const label = odfName(element) === 'text:a' ? 'a' : 'field'
  const { start, end } = element.span
  tokens.push({ kind: 'open', start, end: element.openEnd, label: `<${label}>` })
  addChildren(element.children, { ...context, inside: [] }, tokens)
  tokens.push({ kind: 'close', start: element.closeStart, end, label: `</${label}>`, inside: context.inside })
}

function addSlot(
  nodes: readonly Node[],
  { styles, style, spacing, fillers, spans, inside }: Context,
  tokens: OdtToken[],
): void {
  const [first] = nodes
  if (!first) return
  const slot = slotText(spacing)
  for (const node of nodes) {
    if (node.kind === 'text') slot.text(node)
    else if (node.kind === 'element') {
      const count = Number(odfAttribute(node, 'text:c') ?? 1)
      if (count >= 1 && count <= 10_000) slot.spaces(Math.floor(count), node.span.start, node.span.end)
    }
  }
  const { text, map } = slot.content
  const { start } = first.span
  const { end } = nodes.at(-1)!.span
  if (text === '') {
    fillers.push({ start, end })
    return
  }
  const names = styleNames(spans)
  const inner = spans.at(-1)
  const dressSpan = inner ? { start: inner.span.start, end: inner.openEnd } : { start, end: start }
  tokens.push({
    kind: 'slot',
    slot: {
      start,
      end,
      text,
      map,
      dress: spans,
      inside,
      dressSpan,
      formatting: styles.formattingOf(names, style),
      language: styles.languageOf(names),
    },
  })
}
