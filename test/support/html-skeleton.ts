import { type DefaultTreeAdapterTypes, parse } from 'parse5'

const texts = /^(?:alt|title|placeholder|label|value|content|aria-.*)$/

/** Parse5's tree without its texts: elements, their attributes but for the values of those that hold text and of `more`, and where text stands; white space alone is none, as it collapses. */
export function htmlSkeleton(source: string, more: readonly string[] = []): string[] {
  const out: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node, depth: number): void => {
    const attributes = 'attrs' in node ? node.attrs : []
    const shown = attributes.map(({ name, value }) =>
      texts.test(name) || more.includes(name) ? name : `${name}=${value}`,
    )
    const isText = node.nodeName === '#text' && 'value' in node
    if (!isText || (node.value.trim() !== '' && out.at(-1) !== `${depth} #text`))
      out.push(`${depth} ${[node.nodeName, ...shown].join(' ')}`)
    const inner = 'content' in node ? node.content : node
    if ('childNodes' in inner) for (const child of inner.childNodes) visit(child, depth + 1)
  }
  visit(parse(source), 0)
  return out
}
