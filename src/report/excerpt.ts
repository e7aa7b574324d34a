import type { Lines, Span } from '../text/index.ts'

/** A line of the source with the place under it. */
export interface Excerpt {
  readonly line: number
  readonly source: string
  /** Spaces up to the place and carets below it, as wide as the source is on a terminal. */
  readonly mark: string
}

/** Terminal columns that a line of the source may take. */
const width = 88

/** The first line of a span, cut to the surroundings of the span where it is long. */
export function excerptAt(text: string, at: Lines, span: Span): Excerpt {
  const { line } = at.at(span.start)
  const whole = at.span(line)
  const end = Math.min(Math.max(span.end, span.start), whole.end)
  const [from, to] = window(whole, span.start, end)
  const before = (from > whole.start ? '…' : '') + visible(text.slice(from, span.start))
  const marked = visible(text.slice(span.start, end))
  const after = visible(text.slice(end, to)) + (to < whole.end ? '…' : '')
  const mark = ' '.repeat(columns(before)) + '^'.repeat(Math.max(1, columns(marked)))
  return { line, source: before + marked + after, mark }
}

function window(line: Span, start: number, end: number): [number, number] {
  if (line.end - line.start <= width) return [line.start, line.end]
  const room = Math.max(16, Math.floor((width - Math.min(width, end - start)) / 2))
  return [Math.max(line.start, start - room), Math.min(line.end, end + room)]
}

/** Control characters would move the carets or colour the screen: each is one space. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** Terminal columns: marks and format characters take none, wide East Asian ones and emoji two. */
export function columns(text: string): number {
  let count = 0
  for (const char of text) count += /[\p{M}\p{Cf}]/u.test(char) ? 0 : wide.test(char) ? 2 : 1
  return count
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u
