import { dangerous } from './marks.ts'
import { type Care, type Part, type Place, punctuation } from './parts.ts'
import { rimUnits } from './rims.ts'

/** The Markdown of the parts. Linear in their length. */
export function spellParts(parts: readonly Part[], place: Place, care: Care): string {
  const whole = parts.map(part => part.text).join('')
  const isLight = care === 'plain' || care === 'runs'
  const spelling: Spelling = {
    whole,
    place,
    marks: isLight ? dangerous(parts, whole, place, care) : undefined,
    lost: place.kind === 'title' ? none : lostSpaces(parts, whole),
    rims: care === 'rims' ? rimUnits(parts) : none,
  }
  let out = ''
  let at = 0
  for (const part of parts) {
    if (part.kind === 'source') out += part.text
    else for (let i = 0; i < part.text.length; i++) out += spellUnit(part.text[i]!, at + i, spelling)
    at += part.text.length
  }
  return out
}

const none: ReadonlySet<number> = new Set()

interface Spelling {
  readonly whole: string
  readonly place: Place
  /** The signs to escape; undefined: every one. */
  readonly marks: ReadonlySet<number> | undefined
  /** White space that Markdown would drop. */
  readonly lost: ReadonlySet<number>
  /** What must be a number to let the code beside it work. */
  readonly rims: ReadonlySet<number>
}

function spellUnit(char: string, at: number, { whole, place, marks, lost, rims }: Spelling): string {
  if (lost.has(at) || rims.has(at) || char === '\r') return `&#${char.charCodeAt(0)};`
  if (char === '\n') return spellNewLine(at, whole, place, marks !== undefined)
  const isMark = marks ? marks.has(at) : punctuation.test(char)
  return isMark ? (char === '&' ? '&amp;' : `\\${char}`) : char
}

/** A line break that can stand as one: within lines, between two that are not empty. */
function spellNewLine(at: number, whole: string, place: Place, isLight: boolean): string {
  const between = at > 0 && at < whole.length - 1 && whole[at - 1] !== '\n' && whole[at + 1] !== '\n'
  return place.kind === 'lines' && between && isLight ? place.newLine : '&#10;'
}

/** White space at the rim of a block or a line, which is no text to Markdown. */
function lostSpaces(parts: readonly Part[], whole: string): Set<number> {
  const lost = new Set<number>()
  const add = (start: number, length: number) => {
    for (let i = start; i < start + length; i++) lost.add(i)
  }
  for (const match of whole.matchAll(/^[ \t]+|(?<![ \t])[ \t]+$/gm)) add(match.index, match[0].length)
  let at = 0
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'text' && /\n[ \t>]*$/.test(parts[i - 1]?.text ?? ''))
      add(at, /^[ \t]*/.exec(part.text)![0].length)
    at += part.text.length
  }
  return lost
}
