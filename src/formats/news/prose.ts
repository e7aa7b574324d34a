import { type Attribute, attributeValue, type Element, type Node, type Text, xmlNamespace } from '../../xml/index.ts'
import { finishRuns, hasText, joinTexts } from '../growing.ts'
import { type GrowingBlock, type Element as Handle, Paragraph, type Place } from '../markup/paragraph.ts'
import { attributeText, isBlank, literal, prose, readText } from '../markup/text.ts'

/**
 * What an element is to the text around it. `block`: what stands in it is text of its own; `inline`: a pair of codes; `opaque`: one
 * code with all that is in it; `break`: the end of a line; `hidden`: nothing that people read, and the end of the text before it.
 */
export type Role = 'block' | 'inline' | 'opaque' | 'break' | 'hidden'

/** The elements of an XML vocabulary, as far as text goes. */
export interface Vocabulary {
  roleOf(element: Element): Role
  /** The place of text in a block, which inherits that around it. */
  placeIn(element: Element, around: Place): Place
  /** BCP 47, where it is not said by `xml:lang`. */
  languageOf?(element: Element): string | undefined
  /** An attribute that describes a picture. */
  descriptionOf?(element: Element): Attribute | undefined
  /** Takes elements that are read in a way of their own; true where it did. */
  take?(element: Element, around: Around): boolean
}

/** What is known of a stretch of text by where it stands. `language` is undefined where only the document's counts. */
export interface Around {
  readonly place: Place
  readonly language: string | undefined
}

export const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/

/** The language that an element says its content is in. */
export function languageIn(element: Element, languageOf?: Vocabulary['languageOf']): string | undefined {
  const tag = (attributeValue(element, 'lang', xmlNamespace) ?? languageOf?.(element))?.trim()
  return tag !== undefined && languageTag.test(tag) ? tag : undefined
}

/** Adds the blocks of an element's content to `blocks`, in the order of the source and without ids. Linear; as deep as XML may be. */
export function readProse(
  source: string,
  element: Element,
  around: Around,
  vocabulary: Vocabulary,
  blocks: GrowingBlock[],
): void {
  const reader = new ProseReader(source, vocabulary, blocks)
  reader.readAll(element.children, around)
  reader.endParagraph()
}

class ProseReader {
  private paragraph: Paragraph | undefined
  private readonly source: string
  private readonly vocabulary: Vocabulary
  private readonly blocks: GrowingBlock[]

  constructor(source: string, vocabulary: Vocabulary, blocks: GrowingBlock[]) {
    this.source = source
    this.vocabulary = vocabulary
    this.blocks = blocks
  }

  readAll(nodes: readonly Node[], around: Around): void {
    const lone = loneSection(nodes)
    for (const node of nodes) {
      if (node === lone) this.readSection(lone, around)
      else if (node.kind === 'element') this.readElement(node, around)
      else if (node.kind !== 'text') this.paragraph?.code(node.span, 'none')
      else if (node.cdata) this.here(around).code(node.span, /\S/.test(node.text) ? undefined : 'none')
      else if (this.paragraph || !isBlank(this.source, node.span.start, node.span.end))
        this.here(around).text(node.span.start, node.span.end, prose)
    }
  }

  endParagraph(): void {
    const block = this.paragraph?.finish()
    if (block) this.blocks.push(block)
    this.paragraph = undefined
  }

  /** The paragraph that is read; a new one where none is. */
  private here({ place, language }: Around): Paragraph {
    this.paragraph ??= new Paragraph(this.source, place, language)
    return this.paragraph
  }

  private readElement(element: Element, around: Around): void {
    const { vocabulary } = this
    const role = vocabulary.roleOf(element)
    if (role === 'block' || role === 'hidden') this.endParagraph()
    const description = vocabulary.descriptionOf?.(element)
    if (description) this.readDescription(description, around)
    if (role === 'hidden' || vocabulary.take?.(element, around)) return
    if (role === 'opaque') this.here(around).code(element.span)
    else if (role === 'break') this.here(around).code(element.span, 'break')
    else if (role === 'inline') this.readInline(element, around)
    else {
      const language = languageIn(element, vocabulary.languageOf) ?? around.language
      this.readAll(element.children, { place: vocabulary.placeIn(element, around.place), language })
      this.endParagraph()
    }
  }

  private readInline(element: Element, around: Around): void {
    const { span, openEnd, closeStart, selfClosing } = element
    if (selfClosing) {
      this.here(around).code(span, 'none')
      return
    }
    const language = languageIn(element, this.vocabulary.languageOf)
    const handle: Handle = { isOpen: true }
    this.here(around).open({ start: span.start, end: openEnd }, handle, language)
    this.readAll(element.children, language === undefined ? around : { ...around, language })
    this.here(around).close({ start: closeStart, end: span.end }, handle)
  }

  /** A CDATA section that is all of its element's text. */
  private readSection({ span }: Text, around: Around): void {
    this.endParagraph()
    this.here(around).text(span.start + '<![CDATA['.length, span.end - ']]>'.length, literal)
    this.endParagraph()
  }

  private readDescription({ valueSpan: span }: Attribute, { language }: Around): void {
    const runs = finishRuns(joinTexts([readText(this.source, span.start, span.end, attributeText)]))
    if (!hasText(runs)) return
    const kind = 'alt-text'
    this.blocks.push({ id: '', kind, scope: kind, span, runs, ...(language !== undefined && { language }) })
  }
}

/** The only node that is not white space, where that is a CDATA section with text. */
function loneSection(nodes: readonly Node[]): Text | undefined {
  const [first, ...others] = nodes.filter(node => node.kind !== 'text' || /\S/.test(node.text))
  return first?.kind === 'text' && first.cdata && others.length === 0 ? first : undefined
}
