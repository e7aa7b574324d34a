import type { Attribute, Element, Node } from '../xml/index.ts'

type Holder = { text: string } | { value: string }

/**
 * Frees a tree from the text it was read from: its strings are cuttings, and each would keep the whole piece of the file in
 * memory. The tree is changed in place: only for trees that are read from a stream and not yet in anybody's hands.
 */
export function compact(root: Element): void {
  const holders: Holder[] = []
  const texts: string[] = []
  const keep = (holder: Holder, text: string) => {
    // the engine has one string for each letter
    if (text.length < 2) return
    holders.push(holder)
    texts.push(text)
  }
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text') keep(node as { text: string }, node.text)
    if (node.kind !== 'element') continue
    for (const attribute of node.attributes) {
      keep(attribute as { -readonly [K in keyof Attribute]: Attribute[K] }, attribute.value)
    }
    for (const child of node.children) stack.push(child)
  }
  // a round through JSON is the cheapest way to strings of their own
  const copies: readonly string[] = JSON.parse(JSON.stringify(texts))
  holders.forEach((holder, i) => {
    if ('text' in holder) holder.text = copies[i]!
    else holder.value = copies[i]!
  })
}
