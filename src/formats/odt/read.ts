import {
  type Block,
  type BlockId,
  type BlockKind,
  type Document,
  objectCharacter,
  runsText,
  type Scope,
  type TextRun,
} from '../../content/index.ts'
import type { Problem, Reading } from '../../text/index.ts'
import { type Element, type Text, textContent } from '../../xml/index.ts'
import { flowRuns } from '../package/flow.ts'
import { languagesOf } from '../package/language.ts'
import { openParts, type Part, type Parts } from '../package/parts.ts'
import { fault } from '../package/problems.ts'
import { readingOf } from '../package/reading.ts'
import { type Woven, weave } from '../package/weave.ts'
import { odfAttribute, odfName } from './names.ts'
import { openStyles, type Styles } from './styles.ts'
import { type Filler, paragraphTokens, type Spans, type TextSlot } from './tokens.ts'

/** A block with what it is written by. `region`: the element whose list of tracked changes is the block's. */
export type Story =
  | {
      readonly kind: 'paragraph'
      readonly block: Block
      readonly woven: Woven<TextSlot, Spans>
      readonly fillers: readonly Filler[]
      readonly element: Element
      readonly region: Element
    }
  | { readonly kind: 'text'; readonly block: Block }

export interface OdtDocument {
  readonly document: Document
  readonly parts: Parts
  readonly stories: ReadonlyMap<BlockId, Story>
}

export const readOdtDocument = (bytes: Uint8Array): Reading<Document> => {
  const { document, parts, problems } = readOdt(bytes)
  return readingOf(document, parts, problems)
}

/**
 * Reads what people read in an OpenDocument text (1.3): body, notes, headers and footers, text boxes, titles and descriptions of
 * pictures, and the document's title. Comments, deleted text and what the program makes itself (a table of contents) are left alone.
 * Linear.
 */
export function readOdt(bytes: Uint8Array): OdtDocument & Pick<Reading<unknown>, 'problems'> {
  const parts = openParts(bytes, 'ODT')
  const refusal = refusalOf(parts)
  const reader = new OdtReader()
  const names: string[] = []
  if (parts.archive && !refusal) {
    // A template may have styles alone.
    const common = parts.read('styles.xml')
    const content = common ? parts.read('content.xml') : parts.need('content.xml')
    for (const part of [content, common]) if (part) reader.readPart(part, common?.root)
    const meta = parts.read('meta.xml')
    if (meta) reader.readTitle(meta)
    for (const part of [content, common, meta]) if (part) names.push(part.name)
  }
  const { stories } = reader
  const document = { parts: names, blocks: [...stories.values()].map(story => story.block), embedded: [], comments: [] }
  return { document, parts, stories, problems: refusal ? [refusal] : [] }
}

const textType = 'application/vnd.oasis.opendocument.text'

/** Why a package is no OpenDocument text that can be read. */
function refusalOf(parts: Parts): Problem | undefined {
  if (!parts.archive) return undefined
  const type = parts.plain('mimetype')?.trim()
  if (!type?.startsWith(textType)) {
    const found = parts.has('[Content_Types].xml') ? 'docx' : type === undefined ? 'zip' : 'odf'
    return fault('package-mislabelled', { found, format: 'ODT' })
  }
  // Some programs leave its namespace out, and others do not mind.
  const isEncrypted = parts.plain('META-INF/manifest.xml')?.includes('encryption-data')
  return isEncrypted ? fault('package-encrypted') : undefined
}

interface Where {
  readonly scope: Scope
  readonly region: Element
}

/** Deleted text, comments, and what the program makes anew. */
const leftAlone = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:index-body',
  'office:automatic-styles',
  'office:styles',
])
const regions = /^(?:office:text|style:(?:header|footer)(?:-left|-first)?)$/

class OdtReader {
  readonly stories = new Map<BlockId, Story>()
  private part!: Part
  private styles!: Styles

  readPart(part: Part, common: Element | undefined): void {
    this.part = part
    this.styles = openStyles(part.root, common)
    this.visit(part.root, { scope: 'body', region: part.root })
  }

  readTitle(part: Part): void {
    this.part = part
    const meta = part.root.children.find(node => node.kind === 'element' && odfName(node) === 'office:meta')
    const title =
      meta?.kind === 'element'
        ? meta.children.find(node => node.kind === 'element' && node.local === 'title')
        : undefined
    if (title?.kind === 'element') this.readText(title, { kind: 'data', scope: 'front-matter' })
  }

  private visit(element: Element, where: Where): void {
    const name = odfName(element)
    if (leftAlone.has(name)) return
    if (name === 'text:p' || name === 'text:h') this.readParagraph(element, name, where)
    else if (name === 'svg:title' || name === 'svg:desc')
      this.readText(element, { kind: 'alt-text', scope: 'alt-text' })
    const inner: Where = { scope: scopeInside(name, where.scope), region: regions.test(name) ? element : where.region }
    for (const child of element.children) if (child.kind === 'element') this.visit(child, inner)
  }

  private readParagraph(element: Element, name: string, { scope, region }: Where): void {
    const { styles, part } = this
    if (element.selfClosing) return
    const { tokens, fillers } = paragraphTokens(element, styles)
    if (!tokens.some(token => token.kind === 'slot')) return
    const woven = weave<TextSlot, Spans>(tokens, element.openEnd)
    const runs = flowRuns(woven)
    if (!hasText(runsText(runs))) return
    const place = placeOf(name, styles.paragraphNames(odfAttribute(element, 'text:style-name')), scope)
    const span = { start: element.openEnd, end: element.closeStart, part: part.name }
    const block: Block = { id: this.nextId(), part: part.name, ...place, span, ...languagesOf(woven), runs }
    this.stories.set(block.id, { kind: 'paragraph', block, woven, fillers, element, region })
  }

  private readText(element: Element, place: { readonly kind: BlockKind; readonly scope: Scope }): void {
    const [text, ...others] = element.children.filter((node): node is Text => node.kind === 'text')
    if (!text || others.length > 0 || text.cdata || textContent(element) !== text.text || !hasText(text.text)) return
    const part = this.part.name
    const runs: TextRun[] = [{ kind: 'text', text: text.text, map: text.map }]
    const block: Block = { id: this.nextId(), part, ...place, span: { ...text.span, part }, runs }
    this.stories.set(block.id, { kind: 'text', block })
  }

  private nextId(): BlockId {
    return `b${this.stories.size + 1}`
  }
}

const hasText = (text: string): boolean => text.replaceAll(objectCharacter, '').trim() !== ''

function scopeInside(name: string, scope: Scope): Scope {
  if (name === 'table:table') return 'table'
  if (name === 'text:list' && scope !== 'table') return 'list'
  return name === 'draw:text-box' || name === 'text:note-body' ? 'body' : scope
}

/** Styles that LibreOffice and OpenOffice ship, by their names in files, which are English. */
function placeOf(name: string, styles: readonly string[], scope: Scope): { kind: BlockKind; scope: Scope } {
  const isStyled = (pattern: RegExp) => styles.some(style => pattern.test(style))
  if (name === 'text:h' || isStyled(/^(?:Title|Subtitle|Heading(?: \d+)?)$/))
    return { kind: 'heading', scope: 'headline' }
  if (isStyled(/^Caption$/)) return { kind: 'caption', scope: 'caption' }
  if (isStyled(/^(?:Quotations|(?:Intense )?Quote)$/)) return { kind: 'paragraph', scope: 'quotation' }
  const kind = scope === 'table' ? 'table-cell' : scope === 'list' ? 'list-item' : 'paragraph'
  return { kind, scope }
}
