import type { Span } from '../text/index.ts'
import { escapeAttribute } from '../xml/index.ts'

const whole = /<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/y

/** The start tag that begins at an offset of a well-formed text. */
export function startTagAt(text: string, start: number): Span {
  whole.lastIndex = start
  return { start, end: start + (whole.exec(text)?.[0].length ?? 0) }
}

/** The tag with an attribute set; its other attributes stay as they are written. */
export function withAttribute(tag: string, name: string, value: string): string {
  for (const match of tag.matchAll(/(\s)([^\s=>]+)(\s*=\s*)("[^"]*"|'[^']*')/g)) {
    if (match[2] !== name) continue
    const from = match.index + match[0].length - match[4]!.length
    const quoted = escapeAttribute(value)
    return `${tag.slice(0, from)}"${quoted}"${tag.slice(from + match[4]!.length)}`
  }
  return tag.replace(/\s*\/?>$/, end => ` ${name}="${escapeAttribute(value)}"${end}`)
}

/** The white space between a tag and what stands before it: how deep it is indented. */
export function indentBefore(text: string, offset: number): string {
  let start = offset
  while (start > 0 && ' \t\r\n'.includes(text[start - 1]!)) start--
  return text[start - 1] === '>' ? text.slice(start, offset) : ''
}
