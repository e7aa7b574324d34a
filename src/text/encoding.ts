import type { Problem, Reading } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** A decoded file and what is needed to write it back. The byte-order mark is not part of `text`. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Decodes UTF-8 (with or without mark) and UTF-16 (with mark). Anything else is one problem `unreadable-encoding` at the
 * first bad place (`data.byte` from 0): it is never guessed. A NUL in UTF-8 is `binary-file`.
 */
export function decode(bytes: Uint8Array): Reading<Decoded> {
  const mark = marks.find(([, sign]) => sign.every((byte, i) => bytes[i] === byte))
  const encoding = mark?.[0] ?? 'utf-8'
  const body = bytes.subarray(mark?.[1].length ?? 0)
  const text = strictly(encoding, body)
  if (text === undefined) {
    const before = strictPrefix(encoding, body)
    const data = { byte: before.bytes + (mark?.[1].length ?? 0), encoding }
    return reading('', encoding, mark, [{ code: 'unreadable-encoding', severity: 'error', span: emptyAt(0), data }])
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) return reading('', encoding, mark, [{ code: 'binary-file', severity: 'error', span: emptyAt(0) }])
  return reading(text, encoding, mark, [])
}

/** The bytes of a text in the encoding it came in. A lone surrogate, which no encoding holds, becomes U+FFFD in UTF-8. */
export function encode(decoded: Decoded): Uint8Array {
  if (decoded.encoding === 'utf-8') return new TextEncoder().encode((decoded.bom ? '\ufeff' : '') + decoded.text)
  const text = (decoded.bom ? '\ufeff' : '') + decoded.text
  const bytes = new Uint8Array(text.length * 2)
  const high = decoded.encoding === 'utf-16be' ? 0 : 1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes[2 * i + high] = unit >> 8
    bytes[2 * i + (1 - high)] = unit & 255
  }
  return bytes
}

function reading(text: string, encoding: Encoding, mark: unknown, problems: readonly Problem[]): Reading<Decoded> {
  return { value: { text, encoding, bom: mark !== undefined }, problems }
}

const emptyAt = (offset: number) => ({ start: offset, end: offset })

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** How many leading bytes decode: a search by halves, each a decode of the prefix. */
function strictPrefix(encoding: Encoding, bytes: Uint8Array): { bytes: number } {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodesAsPrefix(encoding, bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return { bytes: good }
}

function decodesAsPrefix(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
