import type { Run } from '../../content/index.ts'
import type { Part } from './parts.ts'
import { readTitle } from './title.ts'

const alt = /\salt\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')/di

/** The description in an `<img>` within a line; none where it stands without quotes or over lines. */
export function readAlt(text: string, start: number, end: number): Run[] {
  const { indices } = alt.exec(text.slice(start, end)) ?? {}
  const [from, to] = indices?.[1] ?? indices?.[2] ?? [0, 0]
  return readTitle(text, start + from, start + to, reference)
}

const reference = /&[#\w]+;/g

/** The mark that closes the value of an attribute in which a description begins; undefined for one of Markdown's own. */
export function quoteBefore(source: string, start: number): string | undefined {
  const mark = source[start - 1]
  return mark === '"' || mark === "'" ? mark : undefined
}

/** HTML Standard §13.1.2.3; a bar would end the cell of a table. */
export const spellAlt = (parts: readonly Part[], quote: string): string =>
  parts
    .map(({ kind, text }) => (kind === 'source' ? text : text.replace(quote === '"' ? inDouble : inSingle, number)))
    .join('')

const inDouble = /[&<|\n\r"]/g
const inSingle = /[&<|\n\r']/g
const number = (sign: string): string => `&#${sign.charCodeAt(0)};`
