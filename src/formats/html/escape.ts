import type { Part } from './parts.ts'
import { isShortcode } from './shortcodes.ts'
import { isSpace } from './text.ts'

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
export function escapeParts(parts: readonly Part[], spelling: Spelling): string {
  const whole = parts.map(part => part.shown).join('')
  let out = ''
  let at = 0
  for (const { written, shown } of parts) {
    if (written !== undefined) out += written
    else {
      const end = at + shown.length
      for (let i = at; i < end; i++) out += escapeUnit(whole, i, { start: at, end }, spelling)
    }
    at += shown.length
  }
  return out
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** HTML Standard §13.3, and what else would be read otherwise. */
function escapeUnit(whole: string, at: number, part: Stretch, { care, place, newLine, namesSpaces }: Spelling): string {
  const char = whole[at]!
  if (isSpace(char.charCodeAt(0))) {
    const isLost = place === 'text' ? isLostInText(whole, at, part, care) : isLostInValue(whole, at)
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

const isSpaceAt = (whole: string, at: number): boolean => at >= 0 && at < whole.length && isSpace(whole.charCodeAt(at))

/** White space that would be dropped or joined: at the rim of the block, beside other white space. */
function isLostInText(whole: string, at: number, { start, end }: Stretch, care: Care): boolean {
  if (whole[at] !== ' ' && whole[at] !== '\n') return true
  if (at === 0 || at === whole.length - 1 || isSpaceAt(whole, at - 1)) return true
  const isRim = at === start || at === end - 1
  return isRim && (care !== 'plain' || isSpaceAt(whole, at + 1))
}

/** A line break takes the white space around it along. */
function isLostInValue(whole: string, at: number): boolean {
  const char = whole[at]!
  if (char !== '\n') return char === '\r' || char === '\f'
  return isSpaceAt(whole, at - 1) || isSpaceAt(whole, at + 1)
}
