import { XMLBuilder } from 'fast-xml-parser'

/** What is written: an element or text, both decoded. */
export type XmlNode = XmlElement | string

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** An element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly XmlNode[]
): XmlElement {
  const set = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { name, attributes: Object.fromEntries(set), children }
}

/**
 * XML with its declaration. Elements that hold only elements are indented, except those named in `mixed` and what is in
 * them: there white space is text. Characters that XML 1.0 forbids (§2.2) become U+FFFD; who must keep them spells them otherwise.
 * The builder recurses: at most some thousand levels.
 */
export function writeXml(root: XmlElement, { mixed }: { readonly mixed: ReadonlySet<string> }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNodes([ordered(root, mixed, '\n')])}\n`
}

/** XML of some nodes as they are, without declaration and indentation. */
export function writeFragment(nodes: readonly XmlNode[]): string {
  return writeNodes(nodes.map(node => ordered(node, undefined, undefined)))
}

type Ordered = Record<string, unknown>

/** fast-xml-parser's own form: `{name: children, ':@': attributes}`, text under `#text`. Without `indent` white space stays. */
function ordered(node: XmlNode, mixed: ReadonlySet<string> | undefined, indent: string | undefined): Ordered {
  if (typeof node === 'string') return { '#text': escapeText(node) }
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(node.attributes)) attributes[name] = escapeAttribute(value)
  const inside = indent === undefined || mixed?.has(node.name) ? undefined : `${indent}  `
  const laidOut = inside !== undefined && node.children.length > 0 && node.children.every(n => typeof n !== 'string')
  const children: Ordered[] = []
  for (const child of node.children) {
    if (laidOut) children.push({ '#text': inside })
    children.push(ordered(child, mixed, inside))
  }
  if (laidOut) children.push({ '#text': indent })
  return { [node.name]: children, ':@': attributes }
}

function writeNodes(nodes: readonly Ordered[]): string {
  return builder.build(nodes)
}

const builder = new XMLBuilder({
  preserveOrder: true,
  processEntities: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  maxNestedTags: Number.MAX_SAFE_INTEGER,
})

/** Text between tags. A carriage return is written as a reference, since a bare one is read as a line feed (XML 1.0 §2.11). */
export function escapeText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, char => textReferences[char]!)
}

/** An attribute's value for double quotes; white space other than a space is written as references (XML 1.0 §3.3.3). */
export function escapeAttribute(text: string): string {
  return allowed(text).replace(/[&<>"\t\n\r]/g, char => attributeReferences[char]!)
}

const textReferences: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const attributeReferences: Readonly<Record<string, string>> = {
  ...textReferences,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

// What XML 1.0 §2.2 forbids: most controls, halves of surrogate pairs, U+FFFE and U+FFFF.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text with U+FFFD in place of what XML cannot hold. */
const allowed = (text: string): string => text.replace(forbidden, '\ufffd')

/** The text cut at the units that XML cannot hold: even places are text, odd ones a single unit. */
export function splitForbidden(text: string): string[] {
  const parts: string[] = []
  let at = 0
  for (const match of text.matchAll(forbidden)) {
    parts.push(text.slice(at, match.index), match[0])
    at = match.index + 1
  }
  parts.push(text.slice(at))
  return parts
}
