import { XMLParser } from 'fast-xml-parser'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  maxNestedTags: 10_000,
})

/** What of an XML document is its text or says its language, and so may change. */
export interface TextInXml {
  /** Elements that are characters of a text. */
  readonly characters?: ReadonlySet<string>
  /** Whether an attribute's value may change. */
  isText(attribute: string, element: string): boolean
}

/** The tree as another parser than ours reads it, without its texts: an element a line. CDATA is text, comments stay. */
export function xmlShape(xml: string, { characters = new Set(), isText }: TextInXml): string[] {
  const lines: string[] = []
  const visit = (nodes: readonly Readonly<Record<string, unknown>>[], depth: number): void => {
    for (const node of nodes) {
      const name = Object.keys(node).find(key => key !== ':@')!
      if (name === '#text' || name === '#cdata' || characters.has(name)) continue
      const attributes = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>)
        .filter(([attribute]) => attribute !== 'xml:space')
        .map(([attribute, value]) => (isText(attribute, name) ? attribute : `${attribute}=${value}`))
      const children = node[name] as readonly Readonly<Record<string, unknown>>[]
      const comment = name === '#comment' ? JSON.stringify(children) : ''
      lines.push(`${depth} ${[name, ...attributes].join(' ')}${comment}`)
      if (name !== '#comment') visit(children, depth + 1)
    }
  }
  visit(parser.parse(xml), 0)
  return lines
}
