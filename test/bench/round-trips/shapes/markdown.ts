import type { SyntaxNode } from '@lezer/common'
import { GFM, parser } from '@lezer/markdown'
import { parse as parseYaml } from 'yaml'
import { htmlSkeleton } from '../../../support/html-skeleton.ts'
import { languageAttributes } from './languages.ts'

const gfm = parser.configure(GFM)

/** Signs of a text that may be spelled in another way. */
const spellings = new Set(['Escape', 'Entity', 'HardBreak'])

/** What is no text, and must stay as it stands; not so indented code, since Lezer takes the paragraphs of a footnote for it. */
const verbatim = /^(?:URL|CodeInfo|InlineCode|FencedCode|Comment|ProcessingInstruction|TaskMarker)$/

/**
 * Lezer's tree of GitHub's Markdown; what is no text of it verbatim; of a link where it leads; of HTML parse5's tree; of front matter
 * the keys. Lezer takes any brackets for a link, which it can be only where both documents have the same ones.
 */
export function markdownShape(text: string): string[] {
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)
  // Lezer knows a blank line by its line feed alone.
  const body = text.slice(front?.[0].length ?? 0).replace(/\r\n?/g, '\n')
  const tree = gfm.parse(body)
  const addresses = addressesOf(tree.topNode, body)
  const lines: string[] = front ? [`front matter ${keysOf(front[1]!)}`] : []
  const visit = (node: SyntaxNode, depth: number): void => {
    const { name } = node
    const source = body.slice(node.from, node.to)
    if (spellings.has(name)) return
    if (name === 'HTMLBlock' || name === 'HTMLTag') lines.push(...htmlSkeleton(source, languageAttributes))
    const isLink = name === 'Link' || name === 'Image'
    const said = isLink ? addressOf(node, source, addresses) : verbatim.test(name) ? JSON.stringify(source) : ''
    lines.push(`${depth} ${name} ${said}`)
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (!(isLink && /^(?:Link(?:Mark|Label)|URL)$/.test(child.name))) visit(child, depth + 1)
  }
  visit(tree.topNode, 0)
  return lines
}

const labelOf = (source: string): string => source.slice(1, -1).trim().replace(/\s+/g, ' ').toLowerCase()

/** Of each definition, by its label. */
function addressesOf(top: SyntaxNode, body: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  top.cursor().iterate(({ name, node }) => {
    const [label, url] = name === 'LinkReference' ? [node.getChild('LinkLabel'), node.getChild('URL')] : []
    if (label && url) found.set(labelOf(body.slice(label.from, label.to)), body.slice(url.from, url.to))
  })
  return found
}

/** Said in the link, or by the definition of its label. */
function addressOf(node: SyntaxNode, source: string, addresses: ReadonlyMap<string, string>): string {
  const at = ({ from, to }: SyntaxNode) => source.slice(from - node.from, to - node.from)
  const url = node.getChild('URL')
  if (url) return at(url)
  const label = node.getChild('LinkLabel')
  const said = label ? at(label) : ''
  return addresses.get(labelOf(said.length > 2 ? said : source.replace(/^!|\[\]$/g, ''))) ?? ''
}

/** All keys, and the values but for texts. */
function keysOf(yaml: string): string {
  try {
    return JSON.stringify(parseYaml(yaml), (key, value: unknown) =>
      /^(?:title|description|lang|language|locale)$/.test(key) ? '…' : value,
    )
  } catch {
    return yaml
  }
}
