import type { Lines, Span } from '../text/index.ts'
import { clusters, columns } from './columns.ts'

/** A line of the source with the place under it. */
export interface Excerpt {
  readonly line: number
  readonly source: string
  /** Spaces up to the place and carets below it, as wide as the source is on a terminal. */
  readonly mark: string
}

/** Columns of a terminal that a line of the source takes where nobody knows how wide that is. */
const usualWidth = 88
/** Less shows nothing. */
const leastWidth = 20

/** The first line of a span, cut to the surroundings of the span where it has more columns than `width`. O(width), whatever the line. */
export function excerptAt(text: string, at: Lines, span: Span, width = usualWidth): Excerpt {
  const { line } = at.at(span.start)
  const whole = at.span(line)
  const end = Math.min(Math.max(span.end, span.start), whole.end)
  const shown = windowOf(text, whole, { start: span.start, end }, Math.max(width, leastWidth))
  const mark = ' '.repeat(columns(shown.before)) + '^'.repeat(Math.max(1, columns(shown.marked)))
  return { line, source: shown.before + shown.marked + shown.after, mark }
}

interface Window {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** The place in the middle, if both sides have more than there is room for. */
function windowOf(text: string, line: Span, { start, end }: Span, width: number): Window {
  const marked = cutEnd(
    visible(text.slice(start, Math.min(end, start + most(width)))),
    width,
    end > start + most(width),
  )
  const room = width - columns(marked)
  // Of what stands farther off nothing could be shown.
  const from = Math.max(line.start, start - most(width))
  const to = Math.min(line.end, end + most(width))
  const [before, after] = [visible(text.slice(from, start)), visible(text.slice(end, to))]
  const half = Math.floor(room / 2)
  const left = Math.max(half, room - columns(after))
  const shownBefore = cutStart(before, left, from > line.start)
  const right = room - columns(shownBefore)
  return { before: shownBefore, marked, after: cutEnd(after, right, to < line.end) }
}

/** UTF-16 units that so many columns may have, marks included. */
const most = (width: number): number => 4 * width

/** The beginning of a text in so many columns; … stands for what is left out, and for `more` behind it. */
function cutEnd(text: string, width: number, more: boolean): string {
  if (!more && columns(text) <= width) return text
  return `${fitting(clusters(text), width - 1).join('')}…`
}

/** The same of the end of a text. */
function cutStart(text: string, width: number, more: boolean): string {
  if (!more && columns(text) <= width) return text
  return `…${fitting(clusters(text).reverse(), width - 1)
    .reverse()
    .join('')}`
}

/** As many clusters as so many columns hold. */
function fitting(all: ReturnType<typeof clusters>, width: number): string[] {
  let left = width
  const end = all.findIndex(cluster => {
    left -= cluster.columns
    return left < 0
  })
  return (end < 0 ? all : all.slice(0, end)).map(cluster => cluster.text)
}

/** Control characters would move the carets or colour the screen: each is one space. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
