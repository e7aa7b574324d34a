import { alignRuns, newText, type Piece } from '../../content/index.ts'
import type { Span } from '../../text/index.ts'
import type { Decoded } from '../lift.ts'

/** How a file spells what JSON leaves open. */
export interface JsonStyle {
  /** Other letters than Latin ones are `\u` escapes. */
  readonly ascii: boolean
  readonly slash: boolean
}

export function jsonStyle(source: string): JsonStyle {
  const ascii = /\\u(?!00[0-7])[\da-fA-F]{4}/.test(source) && !/[^\0-\x7f]/.test(source)
  return { ascii, slash: source.includes('\\/') }
}

const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** What stands between quotation marks, decoded; an escape is one piece. */
export function decodeJson(source: string, { start, end }: Span): Decoded {
  const parts: string[] = []
  const map: Piece[] = []
  let length = 0
  const add = (text: string, from: number, to: number) => {
    if (text === '') return
    map.push({ at: length, length: text.length, start: from, end: to })
    parts.push(text)
    length += text.length
  }
  let at = start
  const escapes = source.slice(start, end).matchAll(/\\./g)
  for (const { index } of escapes) {
    const slash = start + index
    add(source.slice(at, slash), at, slash)
    const sign = source[slash + 1]!
    at = slash + (sign === 'u' ? 6 : 2)
    add(
      sign === 'u' ? String.fromCharCode(Number.parseInt(source.slice(slash + 2, at), 16)) : (short[sign] ?? sign),
      slash,
      at,
    )
  }
  add(source.slice(at, end), at, end)
  return { text: parts.join(''), map }
}

/** A new text in place of a decoded one; what both share keeps its spelling. */
export function respellJson(source: string, old: Decoded, text: string, style: JsonStyle): string {
  if (text === old.text && old.map.length > 0) return source.slice(old.map[0]!.start, old.map.at(-1)!.end)
  const [run] = alignRuns([{ kind: 'text', ...old }], [newText(text)])
  if (run?.kind !== 'text') return ''
  let out = ''
  let at = 0
  for (const piece of run.map) {
    out += encodeJson(run.text.slice(at, piece.at), style) + source.slice(piece.start, piece.end)
    at = piece.at + piece.length
  }
  return out + encodeJson(run.text.slice(at), style)
}

export function encodeJson(text: string, { ascii, slash }: JsonStyle): string {
  const escaped = JSON.stringify(text).slice(1, -1)
  const slashed = slash ? escaped.replaceAll('/', '\\/') : escaped
  if (!ascii) return slashed
  return slashed.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
