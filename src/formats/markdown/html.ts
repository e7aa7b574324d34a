import { voidElements } from '../elements.ts'

const language = /\s(?:xml:)?lang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** The language that a tag gives its content. */
export function languageOf(tag: string): string | undefined {
  const match = language.exec(tag)
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined
}

/** Elements that HTML blocks opened and that stand open around the Markdown after them. */
export type OpenElements = { readonly name: string; readonly language: string | undefined }[]

/** Opens and closes the elements of an HTML block. Linear. */
export function trackElements(html: string, open: OpenElements): void {
  for (const match of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g)) {
    const name = match[2]?.toLowerCase()
    if (name === undefined || voidElements.has(name) || match[3]!.endsWith('/')) continue
    if (match[1] === '') open.push({ name, language: languageOf(match[3]!) })
    else {
      const index = open.findLastIndex(element => element.name === name)
      if (index >= 0) open.length = index
    }
  }
}

/** The language of what stands in the open elements. */
export const languageInside = (open: OpenElements): string | undefined =>
  open.findLast(element => element.language !== undefined)?.language
