import type { Attribute, Element, Node } from '../xml/index.ts'

/** Shorter strings are copied by the engine anyway when they are cut out of a longer one. */
const shortest = 13

type Holder = { text: string } | { value: string }

/**
 * Frees a tree from the text it was read from: its strings are cuttings, and each would keep the whole piece of the file in
 * memory. They become cuttings of two copies that hold nothing else, one for text of single bytes, one for the rest. The
 * tree is changed in place: only for trees that are read from a stream and not yet in anybody's hands.
 */
export function compact(root: Element): void {
  const narrow: Holder[] = []
  const wide: Holder[] = []
  const keep = (holder: Holder) => {
    const text = 'text' in holder ? holder.text : holder.value
    if (text.length >= shortest) (isNarrow.test(text) ? narrow : wide).push(holder)
  }
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text') keep(node as { text: string })
    if (node.kind !== 'element') continue
    for (const attribute of node.attributes) keep(attribute as { -readonly [K in keyof Attribute]: Attribute[K] })
    for (const child of node.children) stack.push(child)
  }
  copy(narrow)
  copy(wide)
}

const isNarrow = /^[\0-\xff]*$/

function copy(holders: readonly Holder[]): void {
  if (holders.length === 0) return
  const joined = holders.map(holder => ('text' in holder ? holder.text : holder.value)).join('')
  // a round through JSON is the cheapest way to a string of its own
  const own: string = JSON.parse(JSON.stringify(joined))
  let at = 0
  for (const holder of holders) {
    const length = ('text' in holder ? holder.text : holder.value).length
    const text = own.slice(at, at + length)
    if ('text' in holder) holder.text = text
    else holder.value = text
    at += length
  }
}
