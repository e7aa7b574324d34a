import { lines, type Position, type Span } from '../text/index.ts'
import type { ReportFile } from './report.ts'

/** A place for people and for programs that count lines: the end is that of the last unit, excluded. */
export interface Place {
  readonly start: Position
  readonly end: Position
}

/** Finds places in a file; its lines are counted once. */
export function placer(file: ReportFile): (span: Span) => Place {
  const at = file.lines ?? lines(file.text)
  return span => ({ start: at.at(span.start), end: at.at(span.end) })
}

/** What a span says, on one line; empty where the text is not at hand. */
export function textAt(file: ReportFile, span: Span): string {
  return span.part === undefined ? file.text.slice(span.start, span.end).replace(/\s+/g, ' ') : ''
}
