import type { Comment, Document } from '../../content/index.ts'
import type { Reading, Span } from '../../text/index.ts'
import { finishRuns, hasText, joinTexts, type MutableCode, type MutableRun } from '../growing.ts'
import { type GrowingBlock, Paragraph } from '../markup/paragraph.ts'
import { attributeText, isBlank, literal, prose, readText, type TextKind } from '../markup/text.ts'
import { blockElements, invisibleElements, isWordless } from './elements.ts'
import { type Element, OpenElements } from './open-elements.ts'
import { type Shortcode, shortcodesOf } from './shortcodes.ts'
import { templatesIn, withoutTemplates } from './templates.ts'
import { attributeOf, metaName, type TextAttribute, textAttributes } from './text-attributes.ts'
import { type Attribute, isXml, type StartTag, type Token, tokens } from './tokens.ts'

/**
 * Reads a page or a fragment as the HTML Standard reads it, as far as the borders of text go: blocks are what stands between the
 * tags of block elements, and attributes that hold text. Two line breaks, and a blank line in text that stands loose, part blocks,
 * since that is how fragments without `<p>` are stored; so do the comments that part WordPress' blocks. Linear.
 */
export function readHtml(source: string): Reading<Document> {
  const reader = new HtmlReader(source)
  const blocks = reader.read().sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const [i, block] of blocks.entries()) block.id = `b${i + 1}`
  const value: Document = {
    parts: [],
    blocks,
    embedded: [],
    comments: reader.comments,
    ...(reader.language !== undefined && { language: reader.language }),
    ...(reader.date !== undefined && { date: reader.date }),
  }
  return { value, problems: [] }
}

const languageTag = /^[A-Za-z]{2,8}(?:[-_][A-Za-z\d]{1,8})*$/
/** WordPress' comments around its blocks. */
const blockComment = /^\s*\/?wp:/
const metaDates: ReadonlySet<string> = new Set(['article:published_time', 'date', 'dc.date', 'dcterms.created'])
/** What stands above a word is none of it: its tags are objects in the line. */
const annotation = 'rt'
/** Where a blank line begins a paragraph. */
const looseIn: ReadonlySet<string> = new Set(['', 'body', 'div', 'section', 'article', 'main', 'blockquote'])

class HtmlReader {
  readonly comments: Comment[] = []
  language: string | undefined
  private published: string | undefined
  private firstTime: string | undefined
  private readonly blocks: GrowingBlock[] = []
  private readonly open = new OpenElements()
  private readonly source: string
  private readonly templates: readonly Span[]
  private readonly shortcodeAt: (at: number) => Shortcode | undefined
  private readonly isXml: boolean
  private paragraph: Paragraph | undefined
  /** The inline element without text in which the reader is, and its code. */
  private opaque: { readonly element: Element; readonly code: MutableCode } | undefined

  constructor(source: string) {
    this.source = source
    this.templates = templatesIn(source)
    this.shortcodeAt = source.includes('[') ? shortcodesOf(source) : () => undefined
    this.isXml = isXml(source)
  }

  get date(): string | undefined {
    return this.published ?? this.firstTime
  }

  read(): GrowingBlock[] {
    const masked = this.templates.length > 0 ? withoutTemplates(this.source, this.templates) : this.source
    for (const token of tokens(masked, this.isXml)) this.take(token)
    this.endParagraph(this.source.length)
    return this.blocks
  }

  private take(token: Token): void {
    if (token.kind === 'text') this.takeText(token.start, token.end, token.literal)
    else if (token.kind === 'start') this.takeStart(token)
    else if (token.kind === 'end') this.takeEnd(token)
    else if (token.kind === 'other') this.takeCode(token, 'none')
    else {
      this.comments.push({ span: { start: token.start, end: token.end }, text: token.text })
      if (blockComment.test(token.text)) this.endParagraph(token.start)
      else this.takeCode(token, 'none')
    }
  }

  /** The paragraph that is read; a new one where none is. */
  private here(): Paragraph {
    const { place, language } = this.open.innermost
    this.paragraph ??= new Paragraph(this.source, place, language)
    return this.paragraph
  }

  private endParagraph(at: number): void {
    if (this.opaque) this.paragraph?.extend(this.opaque.code, at)
    this.opaque = undefined
    const block = this.paragraph?.finish()
    if (block) this.blocks.push(block)
    this.paragraph = undefined
  }

  private takeCode(span: Span, effect?: MutableCode['effect']): void {
    if (!this.open.innermost.isHidden) this.here().code(span, effect)
  }

  private takeText(start: number, end: number, isLiteral: boolean): void {
    if (this.open.innermost.isHidden || (!this.paragraph && isBlank(this.source, start, end))) return
    const kind = isLiteral ? literal : prose
    let at = start
    for (const cut of this.cutsIn(start, end)) {
      this.putText(at, cut.start, kind)
      at = cut.end
      if (cut.kind === 'paragraph') this.endParagraph(cut.start)
      else if (cut.kind === 'template') this.takeCode(cut, isSilent(this.source, cut) ? 'none' : undefined)
      else if (cut.kind === 'shortcode') this.takeShortcode(cut, cut.shortcode)
    }
    this.putText(at, end, kind)
  }

  /** What stands in a shortcode without text is its code's. */
  private putText(start: number, end: number, kind: TextKind): void {
    if (end > start && !this.open.innermost.isHidden) this.here().text(start, end, kind)
  }

  /** What parts a text: templates, shortcodes, blank lines where they begin a paragraph. In order, without overlap. */
  private *cutsIn(start: number, end: number): Generator<Cut> {
    const text = this.source.slice(start, end)
    if (this.templates.length === 0 && !text.includes('[') && !text.includes('\n')) return
    const mark = looseIn.has(this.open.innermost.block) ? /\[|\n[ \t\r\f]*\n[ \t\r\f\n]*/g : /\[/g
    let template = firstFrom(this.templates, start)
    for (let at = start; at < end; ) {
      mark.lastIndex = at - start
      const match = mark.exec(text)
      const next = match ? start + match.index : end
      const span = this.templates[template]
      if (span && span.start < end && span.start <= next) {
        yield { kind: 'template', start: span.start, end: span.end }
        at = span.end
        template++
      } else if (match?.[0] === '[') {
        const shortcode = this.shortcodeAt(next)
        const isWhole = shortcode !== undefined && shortcode.end <= end
        if (isWhole) yield { kind: 'shortcode', start: next, end: shortcode.end, shortcode }
        at = isWhole ? shortcode.end : next + 1
      } else if (match) {
        at = start + mark.lastIndex
        if (!this.open.innermost.isHidden && this.here().isFlat) yield { kind: 'paragraph', start: next, end: at }
      } else return
    }
  }

  private takeShortcode(span: Span, { kind, name }: Shortcode): void {
    const element = `[${name}`
    if (kind === 'alone') this.takeCode(span)
    else if (kind === 'open') this.openInline(element, span, undefined, name === 'embed')
    else this.closeInline(element, span)
  }

  private takeStart(tag: StartTag): void {
    const { name } = tag
    const around = this.open.innermost
    const isBlock = blockElements.has(name) && !around.isForeign
    if (isBlock) {
      this.endParagraph(tag.start)
      this.open.closeImplied(name)
    }
    const isKept = this.isKept(tag)
    const isHidden = isKept || isWordless(name)
    const language = this.languageOf(tag)
    this.readData(tag)
    if (isBlock && !tag.isEmpty) this.open.push({ name, isBlock, isHidden, language })
    else if (tag.isEmpty) this.takeEmpty(tag, isBlock)
    else if (name === annotation && !isHidden && language === undefined) this.takeCode(tag)
    else this.openInline(name, tag, language, isHidden)
    if (!isKept) this.readAttributes(tag)
  }

  /** An element without content. */
  private takeEmpty(tag: StartTag, isBlock: boolean): void {
    if (isBlock || this.open.innermost.isHidden) return
    if (tag.name === 'br' && this.here().endsInBreak && this.here().isFlat) this.endParagraph(tag.start)
    this.here().code(tag, tag.name === 'br' ? 'break' : invisibleElements.has(tag.name) ? 'none' : undefined)
  }

  private openInline(name: string, span: Span, language: string | undefined, isHidden: boolean): void {
    const around = this.open.innermost
    const paragraph = around.isHidden ? undefined : this.here()
    const element = this.open.push({ name, isBlock: false, isHidden: isHidden || around.isHidden, language })
    if (!paragraph) return
    if (isHidden)
      this.opaque = { element, code: paragraph.code(span, invisibleElements.has(name) ? 'none' : undefined) }
    else paragraph.open(span, element, language)
  }

  private takeEnd(tag: Token & { kind: 'end' }): void {
    const { name } = tag
    if (blockElements.has(name) && !this.open.innermost.isForeign) {
      this.endParagraph(tag.start)
      this.open.close(name)
    } else if (name === 'br') this.takeCode(tag, 'break')
    else if (name === annotation && !this.open.has(name)) this.takeCode(tag)
    else this.closeInline(name, tag)
  }

  private closeInline(name: string, span: Span): void {
    const element = this.open.close(name)
    const { opaque } = this
    if (opaque && !opaque.element.isOpen) {
      this.here().extend(opaque.code, element === opaque.element ? span.end : span.start)
      this.opaque = undefined
      if (element === opaque.element) return
    }
    if (!this.open.innermost.isHidden) this.here().close(span, element)
  }

  /** HTML Standard §3.2.6.3, and the class by which machine translation is told so. */
  private isKept(tag: StartTag): boolean {
    const translate = attributeOf(tag, 'translate')
    if (translate) return this.value(translate).trim().toLowerCase() === 'no'
    const list = attributeOf(tag, 'class')
    return this.open.innermost.isHidden || (list !== undefined && /(?:^|\s)notranslate(?:\s|$)/i.test(this.value(list)))
  }

  /** The language that a tag gives its content; that of the page is the document's. */
  private languageOf(tag: StartTag): string | undefined {
    const attribute = attributeOf(tag, 'lang') ?? attributeOf(tag, 'xml:lang')
    const value = attribute && this.value(attribute).trim()
    if (value === undefined || (value !== '' && !languageTag.test(value))) return undefined
    if (tag.name !== 'html' && tag.name !== 'body') return value === '' ? 'und' : value.replaceAll('_', '-')
    if (value !== '') this.language ??= value.replaceAll('_', '-')
    return undefined
  }

  /** The date that a page says it was published on; else the first that it marks. */
  private readData(tag: StartTag): void {
    const isMeta = tag.name === 'meta' && metaDates.has(metaName(tag, this.value))
    const attribute = isMeta
      ? attributeOf(tag, 'content')
      : tag.name === 'time'
        ? attributeOf(tag, 'datetime')
        : undefined
    const date = attribute && /^\s*(\d{4}-\d\d-\d\d)(?!\d)/.exec(this.value(attribute))?.[1]
    if (isMeta) this.published ??= date
    else this.firstTime ??= date
  }

  private readAttributes(tag: StartTag): void {
    const { language } = this.open.innermost
    for (const found of textAttributes(tag, this.value)) {
      const block = this.attributeBlock(found)
      if (block && language !== undefined) block.language = language
      if (block) this.blocks.push(block)
    }
  }

  /** An attribute's value as a block, whose span holds the quotes: new text may need other ones. */
  private attributeBlock({ attribute, kind }: TextAttribute): GrowingBlock | undefined {
    const runs = finishRuns(joinTexts(this.attributeRuns(attribute)))
    if (!hasText(runs)) return undefined
    const quote = attribute.quote.length
    const span = { start: attribute.start - quote, end: attribute.end + quote }
    return { id: '', kind, scope: kind === 'alt-text' ? kind : 'attribute', span, runs }
  }

  private attributeRuns({ start, end }: Attribute): MutableRun[] {
    const runs: MutableRun[] = []
    let at = start
    for (let i = firstFrom(this.templates, start); (this.templates[i]?.start ?? end) < end; i++) {
      const span = this.templates[i]!
      const label = this.source.slice(span.start, span.end)
      runs.push(readText(this.source, at, span.start, attributeText))
      runs.push({ kind: 'code', id: String(runs.length), span: { ...span }, label })
      at = span.end
    }
    return [...runs, readText(this.source, at, end, attributeText)]
  }

  /** What an attribute says. */
  private readonly value = ({ start, end }: Attribute): string => readText(this.source, start, end, attributeText).text
}

type Cut =
  | { readonly kind: 'template' | 'paragraph'; readonly start: number; readonly end: number }
  | { readonly kind: 'shortcode'; readonly start: number; readonly end: number; readonly shortcode: Shortcode }

/** The index of the first span that begins at `from` or later. */
function firstFrom(spans: readonly Span[], from: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < from) low = middle + 1
    else high = middle
  }
  return low
}

/** A template that controls and puts no text in its place. */
const isSilent = (source: string, { start, end }: Span): boolean =>
  /^(?:\{[%#]|<%(?!=)|<\?(?!=|php\s+echo\b))/.test(source.slice(start, Math.min(end, start + 20)))
