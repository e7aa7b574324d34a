import { type Part, spellParts } from '../markup/parts.ts'
import { isSpace } from '../markup/text.ts'
import { isLostSpace, isSpaceAt, type Stretch } from '../markup/white-space.ts'
import { isShortcode } from './shortcodes.ts'

/**
 * `plain`: what would be read as a mark. `rims`: besides, white space where new text begins and ends. `all`: besides, every sign
 * that templates and shortcodes are made of; nothing of the old text is copied.
 */
export type Care = 'plain' | 'rims' | 'all'

export interface Spelling {
  readonly care: Care
  /** Text, or the value of an attribute in these quotes. */
  readonly place: 'text' | '"' | "'"
  readonly newLine: string
  /** The source writes no-break spaces as references, so that people see them. */
  readonly namesSpaces: boolean
}

/** The HTML of the parts. Linear in their length. */
export const escapeParts = (parts: readonly Part[], spelling: Spelling): string =>
  spellParts(parts, (whole, at, part) => escapeUnit(whole, at, part, spelling))

/** HTML Standard §13.3, and what else would be read otherwise. */
function escapeUnit(whole: string, at: number, part: Stretch, { care, place, newLine, namesSpaces }: Spelling): string {
  const char = whole[at]!
  if (isSpace(char.charCodeAt(0))) {
    const isLost = place === 'text' ? isLostSpace(whole, at, part, care !== 'plain') : isLostInValue(whole, at)
    return isLost ? reference(char) : char === '\n' ? newLine : char
  }
  switch (char) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '\u00a0':
      return namesSpaces ? '&nbsp;' : char
    case '"':
      return place === '"' ? '&quot;' : char
    case "'":
      return place === "'" ? '&#39;' : char
    case '{':
      return care === 'all' || /[{%#]/.test(whole[at + 1] ?? '') ? reference(char) : char
    case '[':
      return place === 'text' && (care === 'all' || isShortcode(whole, at)) ? reference(char) : char
    default:
      return care === 'all' && /[}%#?\]\ue000]/.test(char) ? reference(char) : char
  }
}

const reference = (char: string): string => `&#${char.charCodeAt(0)};`

/** A line break takes the white space around it along. */
function isLostInValue(whole: string, at: number): boolean {
  const char = whole[at]!
  if (char !== '\n') return char === '\r' || char === '\f'
  return isSpaceAt(whole, at - 1) || isSpaceAt(whole, at + 1)
}
