import { type Languages, retagged } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { childElements, type Element } from '../../xml/index.ts'
import type { Part } from '../package/parts.ts'
import { odfAttribute, odfName } from './names.ts'

/** How paragraphs that stay in the source's language keep saying so, though the styles of their part are put into another one. */
export interface KeptStyles {
  /** In the part as it was: those paragraphs get styles of their own. */
  readonly edits: readonly Edit[]
  /** The part with these styles. */
  added(xml: string): string
}

/**
 * Automatic styles say what a writer has set by hand, so what is translated and what is not share them. Each that says the source's
 * language is copied once for the paragraphs that are left (OpenDocument 1.3, part 3, §3.15.3). Linear in the part.
 */
export function keptStyles(part: Part, paragraphs: readonly Element[], languages: Languages): KeptStyles {
  const source = part.decoded.text
  const automatic = childElements(part.root).find(child => odfName(child) === 'office:automatic-styles')
  const styles = (automatic ? childElements(automatic) : []).filter(style => saysSource(style, languages))
  const known = new Map(styles.map(style => [keyOf(odfAttribute(style, 'style:family'), nameOf(style)), style]))
  const names = new Set((automatic ? childElements(automatic) : []).map(nameOf))
  const copies = new Map<Element, string>()
  const edits: Edit[] = []
  for (const user of paragraphs.flatMap(usersIn)) {
    const attribute = user.attributes.find(each => odfName(each) === 'text:style-name')
    const style = attribute && known.get(keyOf(familyOf(user), attribute.value))
    if (!style) continue
    const name = copies.get(style) ?? newName(nameOf(style), names)
    copies.set(style, name)
    edits.push({ span: { ...attribute.valueSpan, part: part.name }, insert: name })
  }
  const written = [...copies].map(([style, name]) => renamed(source, style, name)).join('')
  return {
    edits,
    added: xml => (written === '' ? xml : xml.replace(/(?=<\/(?:[\w.-]+:)?automatic-styles\s*>)/, () => written)),
  }
}

const keyOf = (family: string | undefined, name: string | undefined) => `${family} ${name}`
const nameOf = (style: Element) => odfAttribute(style, 'style:name') ?? ''

function saysSource(style: Element, languages: Languages): boolean {
  const properties = childElements(style).find(child => odfName(child) === 'style:text-properties')
  const language = odfAttribute(properties, 'fo:language')
  return language !== undefined && retagged(language, languages) !== undefined
}

const isParagraph = (element: Element) => /^text:[ph]$/.test(odfName(element))
const familyOf = (element: Element) => (isParagraph(element) ? 'paragraph' : 'text')

/** The paragraph and what it holds that may have a style of text; paragraphs within it (notes, text boxes) stand for themselves. */
function usersIn(paragraph: Element): Element[] {
  const inner = (element: Element): Element[] =>
    childElements(element).flatMap(child => (isParagraph(child) ? [] : [child, ...inner(child)]))
  return [paragraph, ...inner(paragraph).filter(child => /^text:(?:span|a)$/.test(odfName(child)))]
}

function newName(name: string, names: Set<string>): string {
  let count = 1
  while (names.has(`${name}_${count}`)) count++
  const found = `${name}_${count}`
  names.add(found)
  return found
}

function renamed(source: string, style: Element, name: string): string {
  const { start, end } = style.span
  const at = style.attributes.find(each => odfName(each) === 'style:name')!.valueSpan
  return source.slice(start, at.start) + name + source.slice(at.end, end)
}
