import { shape, type Tokens } from './tokens.ts'

/** How a token stands: first in a sentence or a line, in quotation marks or brackets, in a line of capitals or of capitalised words. */
export const standing = { first: 1, line: 2, quoted: 4, bracketed: 8, shouted: 16, titled: 32 } as const

const unitsOf = (chars: string) => new Set(Array.from(chars, c => c.charCodeAt(0)))
const ends = unitsOf('.!?…')
const transparent = unitsOf('«“„"([‘—–-•*»”’)]')
const shortened = new Set(
  'м г гг р рр ул вул им ім т д проф акад ген св о обл ст стор тис тыс млн млрд кв буд див см напр ін др dr mr mrs ms st prof gen sen gov jr sr vs rep col lt sgt capt no'.split(
    ' ',
  ),
)

/** One byte of `standing` for each token. O(tokens). */
export function places(tokens: Tokens): Uint8Array {
  const { text, count, start, shape: shapes, line } = tokens
  const out = new Uint8Array(count)
  let first = true
  let quotes = 0
  let brackets = 0
  for (let i = 0; i < count; i++) {
    const unit = text.charCodeAt(start[i]!)
    const mark = shapes[i] === shape.mark
    if (line[i]) {
      out[i]! |= standing.line
      first = true
      quotes = brackets = 0
    }
    out[i]! |=
      (first ? standing.first : 0) | (quotes > 0 ? standing.quoted : 0) | (brackets > 0 ? standing.bracketed : 0)
    if (!mark) first = false
    else if (ends.has(unit)) first = !shortens(tokens, i)
    else if (!transparent.has(unit)) first = false
    if (mark) {
      quotes = quotesAfter(unit, quotes)
      brackets = Math.max(0, brackets + Number(unit === 0x28) - Number(unit === 0x29))
    }
  }
  markLines(tokens, out)
  return out
}

/** A full stop that belongs to an abbreviation. */
const shortens = ({ text, start, end }: Tokens, i: number): boolean =>
  text.charCodeAt(start[i]!) === 0x2e &&
  i > 0 &&
  end[i - 1] === start[i] &&
  shortened.has(text.slice(start[i - 1], end[i - 1]).toLowerCase())

function quotesAfter(unit: number, quotes: number): number {
  if (unit === 0xab || unit === 0x201e) return quotes + 1
  if (unit === 0xbb || unit === 0x201d) return Math.max(0, quotes - 1)
  if (unit === 0x201c) return quotes > 0 ? quotes - 1 : 1
  if (unit === 0x22) return quotes > 0 ? 0 : 1
  return quotes
}

function markLines({ count, shape: shapes, line, start, end }: Tokens, out: Uint8Array): void {
  for (let from = 0; from < count; ) {
    let to = from + 1
    while (to < count && !line[to]) to++
    let words = 0
    let capitals = 0
    let capitalised = 0
    for (let i = from; i < to; i++) {
      if (shapes[i]! >= shape.number || end[i]! - start[i]! < 4) continue
      words++
      if (shapes[i] === shape.capitals) capitals++
      else if (shapes[i] !== shape.lower) capitalised++
    }
    const flag =
      words > 1 && capitals * 2 > words
        ? standing.shouted
        : words > 3 && capitalised * 4 > words * 3
          ? standing.titled
          : 0
    for (let i = from; flag && i < to; i++) out[i]! |= flag
    from = to
  }
}
