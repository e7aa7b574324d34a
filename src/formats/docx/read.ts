import {
  type Block,
  type BlockId,
  type Document,
  objectCharacter,
  runsText,
  type TextRun,
} from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { type Attribute, childElements, type Element, mapText, type Text } from '../../xml/index.ts'
import { flowRuns } from '../package/flow.ts'
import { languagesOf } from '../package/language.ts'
import { openParts, type Part, type Parts } from '../package/parts.ts'
import { readingOf } from '../package/reading.ts'
import { type Woven, weave } from '../package/weave.ts'
import { madeByFields } from './fields.ts'
import { wordAttribute, wordChild, wordName } from './names.ts'
import { findDocumentParts } from './parts.ts'
import { paragraphStyles, placeOf } from './place.ts'
import { readStyles, type Styles } from './styles.ts'
import { paragraphTokens, type TextSlot, type TokenContext } from './tokens.ts'

/** Word shows both as the alternative text of a picture. */
const isDescription = ({ local, ns }: Attribute): boolean => ns === '' && (local === 'descr' || local === 'title')

type WordParagraph = Woven<TextSlot, Element>

/** A block with what it is written by. */
export type Story =
  | { readonly kind: 'paragraph'; readonly block: Block; readonly woven: WordParagraph; readonly element: Element }
  | { readonly kind: 'attribute' | 'text'; readonly block: Block }

/** A document as its writer needs it. */
export interface DocxDocument {
  readonly document: Document
  readonly parts: Parts
  readonly stories: ReadonlyMap<BlockId, Story>
  /** The names of the parts that hold the styles and the properties. */
  readonly styles: string | undefined
  readonly properties: string | undefined
}

export const readDocxDocument = (bytes: Uint8Array): Reading<Document> => {
  const { document, parts, problems } = readDocx(bytes)
  return readingOf(document, parts, problems)
}

/**
 * Reads what people read in a WordprocessingML document: body, notes, headers and footers, text boxes, descriptions of pictures, and
 * the title among its properties. Comments and deleted text are left alone. Linear.
 */
export function readDocx(bytes: Uint8Array): DocxDocument & Pick<Reading<unknown>, 'problems'> {
  const parts = openParts(bytes, 'DOCX')
  const found = findDocumentParts(parts)
  const styles = readStyles(found.styles?.root)
  const reader = new DocxReader(styles)
  for (const part of found.stories) reader.readPart(part)
  if (found.properties) reader.readTitle(found.properties)
  const { stories } = reader
  const names = [...found.stories, ...(found.properties ? [found.properties] : [])].map(part => part.name)
  const document = { parts: names, blocks: [...stories.values()].map(story => story.block), embedded: [], comments: [] }
  const also = { styles: found.styles?.name, properties: found.properties?.name }
  return { document, parts, stories, ...also, problems: found.problems }
}

interface Where {
  readonly isInTable: boolean
}

class DocxReader {
  readonly stories = new Map<BlockId, Story>()
  private part!: Part
  private isMade: TokenContext['isMade'] = () => false
  private readonly styles: Styles

  constructor(styles: Styles) {
    this.styles = styles
  }

  readPart(part: Part): void {
    this.part = part
    this.isMade = madeByFields(part.root)
    this.visit(part.root, { isInTable: false })
  }

  /** Dublin Core's title in the properties of the package (ECMA-376-2, §11). */
  readTitle(part: Part): void {
    this.part = part
    const title = childElements(part.root).find(({ local }) => local === 'title')
    const texts = title?.children.filter((node): node is Text => node.kind === 'text') ?? []
    const [text] = texts
    if (texts.length !== 1 || !text || text.cdata) return
    const runs: TextRun[] = [{ kind: 'text', text: text.text, map: text.map }]
    this.addText('text', { kind: 'data', scope: 'front-matter' }, text.span, runs)
  }

  private visit(element: Element, where: Where): void {
    const name = wordName(element)
    if (name === 'p') this.readParagraph(element, where)
    else if (element.local === 'docPr')
      for (const attribute of element.attributes.filter(isDescription)) this.readDescription(attribute)
    if (isLeftAlone(element, name)) return
    const isInTable = name === 'tc' || (where.isInTable && name !== 'txbxContent')
    for (const child of element.children) if (child.kind === 'element') this.visit(child, { isInTable })
  }

  private readParagraph(element: Element, { isInTable }: Where): void {
    if (element.selfClosing) return
    const { styles, isMade } = this
    const tokens = paragraphTokens(element, { styles, isMade, paragraphStyles: paragraphStyles(element, styles) })
    if (!tokens.some(token => token.kind === 'slot')) return
    const start = wordChild(element, 'pPr')?.span.end ?? element.openEnd
    const woven = weave(tokens, start)
    const runs = flowRuns(woven)
    if (!hasText(runsText(runs))) return
    const block: Block = {
      id: this.nextId(),
      part: this.part.name,
      ...placeOf(element, styles, isInTable),
      span: { start, end: element.closeStart, part: this.part.name },
      ...languagesOf(woven),
      runs,
    }
    this.stories.set(block.id, { kind: 'paragraph', block, woven, element })
  }

  private readDescription(attribute: Attribute): void {
    if (!hasText(attribute.value)) return
    const { value, valueSpan } = attribute
    const raw = this.part.decoded.text.slice(valueSpan.start, valueSpan.end)
    const map = mapText(raw, value.length, valueSpan.start, false)
    this.addText('attribute', { kind: 'alt-text', scope: 'alt-text' }, valueSpan, [{ kind: 'text', text: value, map }])
  }

  private addText(
    kind: 'attribute' | 'text',
    place: Pick<Block, 'kind' | 'scope'>,
    { start, end }: { readonly start: number; readonly end: number },
    runs: readonly TextRun[],
  ): void {
    if (!hasText(runsText(runs))) return
    const part = this.part.name
    const block: Block = { id: this.nextId(), part, ...place, span: { start, end, part }, runs }
    this.stories.set(block.id, { kind, block })
  }

  private nextId(): BlockId {
    return `b${this.stories.size + 1}`
  }
}

const hasText = (text: string): boolean => text.replaceAll(objectCharacter, '').trim() !== ''

/** Deleted text, the copy of a drawing for older programs, and the lines that part notes from the text. */
function isLeftAlone(element: Element, name: string | undefined): boolean {
  if (name === 'footnote' || name === 'endnote') return !['normal', undefined].includes(wordAttribute(element, 'type'))
  return name === 'del' || name === 'moveFrom' || element.local === 'Fallback'
}
