import { attributeValue, type Element, type Node } from '../../../xml/index.ts'

/** An inline code of XLIFF 1.2 in the order of its start; `sub` and what is in it is text of its own and left out. */
export interface Code {
  readonly element: Element
  readonly name: string
  readonly id: string
  /** What pairs a start with its end: `rid`, else the id. */
  readonly pair: string
}

const names = new Set(['g', 'x', 'bx', 'ex', 'ph', 'bpt', 'ept', 'it'])
/** Their content is code, not text. */
const native = new Set(['ph', 'bpt', 'ept', 'it'])

/** The codes of a source or target. Iterative: depth costs no stack. */
export function codesOf(text: Element): Code[] {
  const codes: Code[] = []
  const stack: Node[] = [...text.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind !== 'element' || node.ns !== text.ns) continue
    if (names.has(node.local)) {
      const id = attributeValue(node, 'id') ?? ''
      codes.push({ element: node, name: node.local, id, pair: attributeValue(node, 'rid') ?? id })
    }
    if (native.has(node.local)) continue
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
  return codes
}

/** The text of a source or target, its codes left out. */
export function plainText(text: Element): string {
  const parts: string[] = []
  const stack: Node[] = [...text.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text') parts.push(node.text)
    else if (node.kind === 'element' && !native.has(node.local)) {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  return parts.join('')
}

/** Codes with what they hold, and text with white space made one: two texts that are alike here say the same. */
export function contentKey(text: Element): string {
  const parts: string[] = []
  const stack: Node[] = [...text.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text') parts.push(node.text)
    else if (node.kind === 'element') {
      if (names.has(node.local)) parts.push(`\u0000${node.local} ${attributeValue(node, 'id') ?? ''}\u0000`)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}
