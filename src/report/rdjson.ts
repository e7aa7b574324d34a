import type { Position, Severity, Span } from '../text/index.ts'
import { placer } from './place.ts'
import { messageOf, type Reporter, type ReportFile, type ReportProblem } from './report.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/**
 * Reviewdog's diagnostic format. Its columns count bytes of UTF-8 from 1.
 * @see reviewdog, proto/rdf/reviewdog.proto
 */
export const rdjson: Reporter = (files, words) => {
  const diagnostics = files.flatMap(file => {
    const rangeOf = byteRanges(file)
    return file.problems.map(problem => diagnostic(file, problem, rangeOf, messageOf(problem, words)))
  })
  return `${JSON.stringify({ source: { name: 'tlumach' }, diagnostics }, undefined, 2)}\n`
}

interface Range {
  readonly start: Position
  readonly end: Position
}

function diagnostic(file: ReportFile, problem: ReportProblem, rangeOf: (span: Span) => Range, message: string): object {
  const suggestions = (problem.fixes ?? [])
    .flatMap(fix => (fix.kind === 'display' ? [] : fix.edits))
    .map(({ span, insert }) => ({ range: rangeOf(span), text: insert }))
  const related = (problem.related ?? [])
    .filter(({ path }) => path === undefined || path === file.path)
    .map(({ span, role }) => ({ message: role, location: { path: file.path, range: rangeOf(span) } }))
  return {
    message,
    location: { path: file.path, range: rangeOf(problem.span) },
    severity: levels[problem.severity],
    code: { value: problem.code },
    ...(suggestions.length > 0 && { suggestions }),
    ...(related.length > 0 && { related_locations: related }),
  }
}

function byteRanges(file: ReportFile): (span: Span) => Range {
  const placeOf = placer(file)
  const encoder = new TextEncoder()
  const inBytes = ({ line, column }: Position, offset: number): Position => {
    const before = file.text.slice(offset - column + 1, offset)
    return { line, column: file.text === '' ? column : encoder.encode(before).length + 1 }
  }
  return span => {
    const { start, end } = placeOf(span)
    return { start: inBytes(start, span.start), end: inBytes(end, span.end) }
  }
}
