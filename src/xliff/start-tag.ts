import type { Span } from '../text/index.ts'
import { escapeAttribute } from '../xml/index.ts'

const whole = /^<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/

/** The text of a file, or a window on it: offsets count from the file's start. A string is one. */
export interface Source {
  slice(start: number, end?: number): string
}

/** The start tag that begins at an offset of a well-formed text. */
export function startTagAt(source: Source, start: number): Span {
  return { start, end: start + (whole.exec(source.slice(start))?.[0].length ?? 0) }
}

/** The tag with an attribute set; its other attributes stay as they are written. */
export function withAttribute(tag: string, name: string, value: string): string {
  const known = findAttribute(tag, name)
  if (!known) return tag.replace(/\s*\/?>$/, end => ` ${name}="${escapeAttribute(value)}"${end}`)
  return `${tag.slice(0, known.value)}"${escapeAttribute(value)}"${tag.slice(known.end)}`
}

/** The tag without an attribute and the white space before it. */
export function withoutAttribute(tag: string, name: string): string {
  const known = findAttribute(tag, name)
  return known ? tag.slice(0, known.start) + tag.slice(known.end) : tag
}

/** Where an attribute stands in a start tag: from the white space before it, and from its opening quote. */
function findAttribute(tag: string, name: string): { start: number; value: number; end: number } | undefined {
  for (const match of tag.matchAll(/\s+([^\s=>]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const end = match.index + match[0].length
    if (match[1] === name) return { start: match.index, value: end - match[2]!.length, end }
  }
  return undefined
}

/** The white space between a tag and what stands before it: how deep it is indented. */
export function indentBefore(source: Source, offset: number): string {
  const before = source.slice(0, offset)
  let start = before.length
  while (start > 0 && ' \t\r\n'.includes(before[start - 1]!)) start--
  return before[start - 1] === '>' ? before.slice(start) : ''
}
