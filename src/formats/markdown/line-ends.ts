import type { Block, Document, Piece, Run } from '../../content/index.ts'
import { lastAtOrBefore, type Span } from '../../text/index.ts'
import { lineEnd } from '../line-end.ts'

/**
 * A document that was read from `source` with each "\r\n" and "\r" put as "\n", moved to the source's own offsets. Its
 * pieces that keep their length hold no line break. O(offsets · log lines).
 */
export function withCarriageReturns(document: Document, source: string): Document {
  // shifts[k]: where, in the text with "\n" only, everything stands k units earlier than in the source.
  const shifts = [0]
  for (let i = source.indexOf('\r\n'); i >= 0; i = source.indexOf('\r\n', i + 2)) shifts.push(i + 1 - shifts.length + 1)
  const newLine = lineEnd(source)
  const move = (offset: number) => offset + lastAtOrBefore(shifts, offset)
  const span = <S extends Span>(old: S): S => ({ ...old, start: move(old.start), end: move(old.end) })
  const piece = (old: Piece): Piece => ({ ...old, start: move(old.start), end: move(old.end) })
  const run = (old: Run): Run =>
    old.kind === 'text' ? { ...old, map: old.map.map(piece) } : { ...old, span: span(old.span) }
  const block = (old: Block): Block => ({ ...old, span: span(old.span), runs: old.runs.map(run) })
  return {
    ...document,
    blocks: document.blocks.map(block),
    embedded: document.embedded.map(embedded => ({
      ...embedded,
      span: span(embedded.span),
      map: embedded.map.map(piece),
      encode: text => embedded.encode(text).replaceAll('\n', newLine),
    })),
    comments: document.comments.map(comment => ({ ...comment, span: span(comment.span) })),
  }
}
