import type { Span } from '../text/index.ts'

/**
 * Where a stretch of a text run stands in the source: `length` units from `at` (in the run's text) come from the source's
 * `start`–`end`. Equal lengths: unit by unit; otherwise the stretch is one indivisible whole (an entity, an escape, a line
 * break with its quote marks).
 */
export interface Piece {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** Pieces in order, without overlap. Units that no piece covers are new text, which a format escapes when it writes. */
export type OffsetMap = readonly Piece[]

export interface TextRun {
  readonly kind: 'text'
  readonly text: string
  readonly map: OffsetMap
}

/** `open` and `close` pair by id; `code` stands alone. `span` is the source that the code keeps, `label` is for people. */
export interface CodeRun {
  readonly kind: 'code' | 'open' | 'close'
  readonly id: string
  readonly span: Span
  readonly label: string
}

export type Run = TextRun | CodeRun

/** What a stand-alone code is in a block's text: it separates words as an object would. U+FFFC. */
export const objectCharacter = '\ufffc'

/** One unit: where `<wbr>` allows a break the word goes on, as with U+200B, as which HTML defines it; so it does over a comment. */
export const shownCode = ({ label }: CodeRun): string => (wordBreak.test(label) ? '\u200b' : objectCharacter)

const wordBreak = /^<(?:wbr\b|!--)/i

/** A text run that stands in the source as it is, from `start` on. */
export function verbatim(text: string, start: number): TextRun {
  return { kind: 'text', text, map: [{ at: 0, length: text.length, start, end: start + text.length }] }
}

/** A text run that is in no source yet. */
export function newText(text: string): TextRun {
  return { kind: 'text', text, map: [] }
}
