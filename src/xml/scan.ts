import type { Span } from '../text/index.ts'
import type { TextPiece } from './node.ts'

/** Where an attribute of a start tag stands. */
export interface AttributePlace {
  readonly span: Span
  readonly valueSpan: Span
}

/** The place of the attribute that follows `from` in a well-formed start tag. `base` is the tag's offset in the source. */
export function placeAttribute(tag: string, from: number, base: number): AttributePlace {
  let start = from
  while (isSpace(tag.charCodeAt(start))) start++
  const equals = tag.indexOf('=', start)
  let quote = equals + 1
  while (isSpace(tag.charCodeAt(quote))) quote++
  const end = tag.indexOf(tag[quote]!, quote + 1)
  return {
    span: { start: base + start, end: base + end + 1 },
    valueSpan: { start: base + quote + 1, end: base + end },
  }
}

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13)

const shrinking = /&#x[0-9a-f]+;|&#[0-9]+;|&(?:amp|lt|gt|quot|apos);|\r\n/gi
const lineEnds = /\r\n/g

/** Maps decoded character data to its source. References and CRLF shrink; all else stands unit by unit. O(n). */
export function mapText(raw: string, length: number, base: number, cdata: boolean): readonly TextPiece[] {
  if (raw.length === length) return length ? [{ at: 0, length, start: base, end: base + length }] : []
  const pieces: TextPiece[] = []
  let at = 0
  let from = 0
  for (const match of raw.matchAll(cdata ? lineEnds : shrinking)) {
    const plain = match.index - from
    if (plain) pieces.push({ at, length: plain, start: base + from, end: base + match.index })
    at += plain
    from = match.index + match[0].length
    const units = decodedLength(match[0])
    pieces.push({ at, length: units, start: base + match.index, end: base + from })
    at += units
  }
  const rest = raw.length - from
  if (rest) pieces.push({ at, length: rest, start: base + from, end: base + raw.length })
  return pieces
}

/** UTF-16 units of what a reference stands for. */
function decodedLength(reference: string): number {
  if (reference[1] !== '#') return 1
  const hex = reference[2] === 'x' || reference[2] === 'X'
  const code = Number.parseInt(reference.slice(hex ? 3 : 2), hex ? 16 : 10)
  return code > 0xffff ? 2 : 1
}

/** The decoded offset's place in the source: exact in verbatim stretches, the start of an indivisible one. O(log n). */
export function sourceOffset(map: readonly TextPiece[], at: number): number | undefined {
  let low = 0
  let high = map.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map[middle]!.at <= at) low = middle
    else high = middle - 1
  }
  const piece = map[low]
  if (!piece || at < piece.at) return undefined
  if (at >= piece.at + piece.length) return piece.end
  return piece.length === piece.end - piece.start ? piece.start + (at - piece.at) : piece.start
}
