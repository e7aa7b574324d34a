import type { Piece } from '../../content/index.ts'
import type { Decoded } from '../lift.ts'
import type { Field } from './po-entries.ts'

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' }
const signs = new Map(Object.entries(letters).map(([letter, sign]) => [sign, letter]))
const sequence = /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|([\s\S]))/g

/** The text of a field; what parts two of its lines belongs to the character before it. */
export function decodeField(source: string, { strings }: Field): Decoded {
  let text = ''
  const map: Piece[] = []
  const add = (value: string, start: number, end: number) => {
    if (value !== '') map.push({ at: text.length, length: value.length, start, end })
    text += value
  }
  for (const { start, end } of strings) {
    if (start === end) continue
    if (map.length > 0) reach(map, start)
    let at = start
    for (const match of source.slice(start, end).matchAll(sequence)) {
      const from = start + match.index
      add(source.slice(at, from), at, from)
      at = from + match[0].length
      add(signOf(match), from, at)
    }
    add(source.slice(at, end), at, end)
  }
  return { text, map }
}

function signOf([, octal, hexadecimal, letter]: RegExpExecArray | RegExpMatchArray): string {
  if (letter !== undefined) return letters[letter] ?? letter
  return String.fromCharCode(octal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(octal, 8))
}

/** Lets the last unit reach to where the next line begins. */
function reach(map: Piece[], end: number): void {
  const last = map.pop()!
  const rest = last.length - 1
  const isVerbatim = last.length === last.end - last.start
  if (rest > 0 && isVerbatim) {
    map.push({ ...last, length: rest, end: last.start + rest })
    map.push({ at: last.at + rest, length: 1, start: last.start + rest, end })
  } else map.push({ ...last, end })
}

/** What of a field its text takes: from the first line that holds any of it to the last. */
export function contentOf({ strings }: Field): { readonly start: number; readonly end: number } {
  const full = strings.filter(({ start, end }) => start < end)
  const [first, last] = [full[0] ?? strings[0]!, full.at(-1) ?? strings.at(-1)!]
  return { start: first.start, end: last.end }
}

export const escapePo = (text: string): string =>
  text.replace(/["\\]|\p{Cc}/gu, sign => {
    const letter = signs.get(sign) ?? (sign === '"' || sign === '\\' ? sign : undefined)
    if (letter !== undefined) return `\\${letter}`
    return sign > '\x1f' ? sign : `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`
  })

/** How a file lays long texts out. */
export interface PoStyle {
  readonly lineEnd: string
  /** Lines are filled to 79 columns, as gettext does. */
  readonly wraps: boolean
}

const columns = 79

/** A new text from its first quotation mark to its last, a line for each of its own; `indent` is what stands before it. */
export function spellField(text: string, indent: number, { lineEnd, wraps }: PoStyle): string {
  const own = text.split(/(?<=\n)/).map(escapePo)
  if (own.length < 2 && (!wraps || indent + (own[0] ?? '').length + 2 <= columns)) return `"${own[0] ?? ''}"`
  const filled = wraps ? own.flatMap(fill) : own
  return ['""', ...filled.map(line => `"${line}"`)].join(lineEnd)
}

/** A line broken after spaces. */
function fill(line: string): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.match(/\S*\s*/g) ?? []) {
    if (word === '') continue
    if (current !== '' && current.length + word.length > columns - 2) {
      lines.push(current)
      current = ''
    }
    current += word
  }
  return current === '' ? lines : [...lines, current]
}
