import type { Problem, Reading } from '../text/index.ts'
import type { Comment, Element, Instruction, Node, Text } from './node.ts'
import { type OpenElement, xmlParser } from './parser.ts'

/** An element while its end is not yet known. */
type Growing = { -readonly [K in keyof Element]: Element[K] } & { children: Node[] }

/**
 * Grows the tree of one element from events. `open` begins it, and it is finished when `close` returns it.
 * A streaming reader uses it for one unit at a time.
 */
export interface Growth {
  open(element: OpenElement): void
  /** Closes the innermost open element; returns the tree when that was its root. */
  close(closeStart: number, end: number): Element | undefined
  add(node: Text | Comment | Instruction): void
  readonly depth: number
}

export function growth(): Growth {
  const stack: Growing[] = []
  return {
    open(element) {
      const growing: Growing = element as Element as Growing
      stack.at(-1)?.children.push(growing)
      stack.push(growing)
    },
    close(closeStart, end) {
      const element = stack.pop()
      if (!element) return undefined
      element.closeStart = closeStart
      element.span = { start: element.span.start, end }
      return stack.length === 0 ? element : undefined
    },
    add: node => void stack.at(-1)?.children.push(node),
    get depth() {
      return stack.length
    },
  }
}

/** A document's tree and what is worth keeping of its head. */
export interface XmlDocument {
  /** Undefined where not even a start tag could be read. */
  readonly root: Element | undefined
  readonly doctype: { readonly start: number; readonly end: number } | undefined
}

/** Reads a whole document. A source that is not well-formed gives one problem and what stands before it. O(n). */
export function readXmlDocument(text: string): Reading<XmlDocument> {
  const tree = growth()
  let root: Element | undefined
  let doctype: XmlDocument['doctype']
  const parser = xmlParser({
    open: element => tree.open(element),
    close: (closeStart, end) => {
      root = tree.close(closeStart, end) ?? root
    },
    text: node => tree.add(node),
    comment: node => tree.add(node),
    instruction: node => tree.add(node),
    doctype: span => {
      doctype = span
    },
  })
  parser.write(text)
  const problems: readonly Problem[] = parser.end()
  while (tree.depth > 0) root = tree.close(text.length, text.length) ?? root
  return { value: { root, doctype }, problems }
}

export function readXml(text: string): Reading<Element | undefined> {
  const { value, problems } = readXmlDocument(text)
  return { value: value.root, problems }
}
