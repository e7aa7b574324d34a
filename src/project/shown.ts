import { blockOffsets, blockText, type Document, innermost } from '../content/index.ts'
import type { Span } from '../text/index.ts'

/** What people are shown of a source. */
export interface Shown {
  readonly text: string
  /** Where a span of the source stands in `text`. Without it spans count in `text` itself. */
  readonly shown?: (span: Span) => Span
}

/**
 * A package for people: a line a block, numbered in the order of the document, so that line and column are the paragraph and
 * the place in it. A stand-alone code is a space there.
 */
export function showParts(document: Document): Required<Shown> {
  const { blocks } = document
  const texts = blocks.map(block => blockText(block).replace(/[\ufffc\r\n]/g, ' '))
  const starts: number[] = []
  let at = 0
  for (const text of texts) {
    starts.push(at)
    at += text.length + 1
  }
  const find = innermost(blocks)
  const shown = (span: Span): Span => {
    const index = find({ ...span, end: span.start })
    if (index === undefined) return { start: 0, end: 0 }
    const offset = blockOffsets(blocks[index]!)
    const start = starts[index]! + offset(span.start)
    return { start, end: span.end > span.start ? Math.max(start, starts[index]! + offset(span.end - 1) + 1) : start }
  }
  return { text: texts.join('\n'), shown }
}
