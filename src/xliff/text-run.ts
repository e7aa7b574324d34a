import type { OffsetMap, Piece, TextRun } from '../content/index.ts'

/**
 * A run whose text stands in the file as it is: nearly all runs do. Its map is made when it is asked for, because kept maps
 * would be a quarter of the model of a large file.
 */
class PlainText implements TextRun {
  readonly kind = 'text'
  readonly text: string
  private readonly start: number

  constructor(text: string, start: number) {
    this.text = text
    this.start = start
  }

  get map(): OffsetMap {
    const { text, start } = this
    return [{ at: 0, length: text.length, start, end: start + text.length }]
  }
}

/** A run without gaps in the file, in which some stretches are spelled otherwise (references). Its map is made likewise. */
class SpelledText implements TextRun {
  readonly kind = 'text'
  readonly text: string
  private readonly start: number
  /** Of each stretch that is indivisible: where it begins and how long it is in the text, then in the file. */
  private readonly wholes: readonly number[]

  constructor(text: string, start: number, wholes: readonly number[]) {
    this.text = text
    this.start = start
    this.wholes = wholes
  }

  get map(): OffsetMap {
    const { text, wholes } = this
    const pieces: Piece[] = []
    let at = 0
    let { start } = this
    const plain = (until: number) => {
      const length = until - at
      if (length > 0) pieces.push({ at, length, start, end: start + length })
      at = until
      start += Math.max(0, length)
    }
    for (let i = 0; i < wholes.length; i += 3) {
      const [from, length, raw] = [wholes[i]!, wholes[i + 1]!, wholes[i + 2]!]
      plain(from)
      pieces.push({ at, length, start, end: start + raw })
      at += length
      start += raw
    }
    plain(text.length)
    return pieces
  }
}

/** A text run of a file. */
export function textRun(text: string, map: readonly Piece[]): TextRun {
  const [first] = map
  if (first?.at !== 0 || !isWithoutGaps(map, text.length)) return { kind: 'text', text, map: map.slice() }
  const wholes = map.filter(({ length, start, end }) => length !== end - start)
  if (wholes.length === 0) return new PlainText(text, first.start)
  const numbers = new Array<number>(3 * wholes.length)
  wholes.forEach(({ at, length, start, end }, i) => {
    numbers[3 * i] = at
    numbers[3 * i + 1] = length
    numbers[3 * i + 2] = end - start
  })
  return new SpelledText(text, first.start, numbers)
}

/** True where each piece begins where the one before it ends, in the text and in the file. */
function isWithoutGaps(map: readonly Piece[], length: number): boolean {
  for (let i = 1; i < map.length; i++) {
    const [before, piece] = [map[i - 1]!, map[i]!]
    if (piece.start !== before.end || piece.at !== before.at + before.length) return false
  }
  const last = map.at(-1)!
  return last.at + last.length === length
}
