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

/** A text run of a file. */
export function textRun(text: string, map: readonly Piece[]): TextRun {
  const [first] = map
  const isPlain =
    map.length === 1 && first!.at === 0 && first!.length === text.length && first!.end - first!.start === text.length
  return isPlain ? new PlainText(text, first!.start) : { kind: 'text', text, map: map.slice() }
}
