import type { Span } from '../text/index.ts'

/** Where `length` units of a decoded text from `at` stand in the source. Equal lengths: unit by unit; otherwise one whole. */
export interface TextPiece {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

export interface Attribute {
  /** As written, prefix included. */
  readonly name: string
  readonly local: string
  /** The namespace; empty for a name without prefix, which XML puts in none. */
  readonly ns: string
  /** Decoded and normalised (XML 1.0, 3.3.3). */
  readonly value: string
  /** Name, equals sign and quoted value. */
  readonly span: Span
  /** What stands between the quotes. */
  readonly valueSpan: Span
}

export interface Element {
  readonly kind: 'element'
  readonly name: string
  readonly local: string
  readonly ns: string
  /** In the order of the source, namespace declarations included. */
  readonly attributes: readonly Attribute[]
  readonly children: readonly Node[]
  readonly span: Span
  /** End of the start tag. */
  readonly openEnd: number
  /** Start of the end tag; `openEnd` where the tag closes itself. */
  readonly closeStart: number
  readonly selfClosing: boolean
}

/** Character data between two pieces of markup, or one CDATA section. */
export interface Text {
  readonly kind: 'text'
  readonly text: string
  readonly span: Span
  readonly cdata: boolean
  readonly map: readonly TextPiece[]
}

export interface Comment {
  readonly kind: 'comment'
  readonly text: string
  readonly span: Span
}

export interface Instruction {
  readonly kind: 'instruction'
  readonly target: string
  readonly body: string
  readonly span: Span
}

export type Node = Element | Text | Comment | Instruction

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'

/** The value of an attribute by local name and namespace (none unless given). */
export function attributeValue(element: Element, local: string, ns = ''): string | undefined {
  return findAttribute(element, local, ns)?.value
}

export function findAttribute(element: Element, local: string, ns = ''): Attribute | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.ns === ns) return attribute
  }
  return undefined
}

export function childElements(element: Element): Element[] {
  return element.children.filter(node => node.kind === 'element')
}

/** All character data inside, in order; comments and instructions are not part of it. Iterative: depth costs no stack. */
export function textContent(element: Element): string {
  const parts: string[] = []
  const stack: Node[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text') parts.push(node.text)
    else if (node.kind === 'element') for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
  return parts.join('')
}
