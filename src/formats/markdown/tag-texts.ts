import type { Part } from './parts.ts'
import { readTitle } from './title.ts'

const attributes =
  /\s(?:(alt)|title|placeholder|aria-label)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')|\s[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*')/dgi

/** Texts in the attributes of a tag within a line; none that stand without quotes or over lines, or that are not to be translated. */
export function readTexts(text: string, start: number, end: number, isImage: boolean) {
  const tag = text.slice(start, end)
  if (/\stranslate\s*=\s*["']?no\b/i.test(tag)) return []
  return [...tag.matchAll(attributes)].flatMap(({ 1: alt, indices }) => {
    const [from, to] = indices?.[2] ?? indices?.[3] ?? [0, 0]
    if (to === 0 || (alt !== undefined && !isImage)) return []
    return [
      {
        kind: alt === undefined ? 'title' : 'alt-text',
        runs: readTitle(text, start + from, start + to, reference),
      } as const,
    ]
  })
}

const reference = /&[#\w]+;/g

/** The mark that closes the value of an attribute in which a text begins; undefined for a text in marks of Markdown's own. */
export const quoteBefore = (source: string, start: number): string | undefined =>
  /=\s*(["'])$/.exec(source.slice(Math.max(0, start - 20), start))?.[1]

/** HTML Standard §13.1.2.3; a bar would end the cell of a table. */
export const spellValue = (parts: readonly Part[], quote: string): string =>
  parts
    .map(({ kind, text }) => (kind === 'source' ? text : text.replace(quote === '"' ? inDouble : inSingle, number)))
    .join('')

const inDouble = /[&<|\n\r"]/g
const inSingle = /[&<|\n\r']/g
const number = (sign: string): string => `&#${sign.charCodeAt(0)};`
