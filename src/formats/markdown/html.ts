import type { TreeCursor } from '@lezer/common'
import type { Embedded, Piece, Scope } from '../../content/index.ts'
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

/**
 * An HTML block as HTML's own reader sees it: without the marks of the quotations around it, each of which goes with the line
 * break before it. The cursor stands at the block and comes back to it. Line ends are "\n".
 */
export function embeddedHtml(cursor: TreeCursor, text: string, scope: Scope, language: string | undefined): Embedded {
  const { from, to } = cursor
  const map: Piece[] = []
  let html = ''
  const add = (value: string, start: number, end: number) => {
    if (value !== '') map.push({ at: html.length, length: value.length, start, end })
    html += value
  }
  const marks = quoteMarks(cursor)
  for (let at = from, mark = 0; at < to; ) {
    const stop = endOfLine(text, at, to)
    add(text.slice(at, stop), at, stop)
    if (stop === to) break
    const next = endOfLine(text, stop + 1, to)
    at = stop + 1
    for (; mark < marks.length && marks[mark]! < next; mark++) at = marks[mark]! + 1
    add('\n', stop, at)
  }
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  const newLine = `\n${before.replace(/[^>\t]/g, ' ')}`
  return {
    span: { start: from, end: to },
    format: 'html',
    text: html,
    map,
    scope,
    ...(language !== undefined && { language }),
    encode: inserted => inserted.replaceAll('\n', newLine),
  }
}

function endOfLine(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? to : Math.min(end, to)
}

/** Where the marks of quotations stand in a block. */
function quoteMarks(cursor: TreeCursor): number[] {
  const marks: number[] = []
  if (!cursor.firstChild()) return marks
  do if (cursor.name === 'QuoteMark') marks.push(cursor.from)
  while (cursor.nextSibling())
  cursor.parent()
  return marks
}
