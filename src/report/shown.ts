import type { Span } from '../text/index.ts'
import type { Reporter, ReportFile, ReportProblem } from './report.ts'

/** Where a span stands in the file's text. */
export const shownSpan = ({ shown }: ReportFile, span: Span): Span => (shown ? shown(span) : span)

/** A report in which every place is one of the text that people are shown: the paragraph and the place in it. */
export const ofShownText =
  (report: Reporter): Reporter =>
  (files, words, paint) =>
    report(files.map(asShown), words, paint)

export function asShown(file: ReportFile): ReportFile {
  const { shown, ...rest } = file
  return shown ? { ...rest, problems: file.problems.map(problem => problemAsShown(problem, file)) } : file
}

function problemAsShown(problem: ReportProblem, file: ReportFile): ReportProblem {
  const place = (span: Span) => shownSpan(file, span)
  return {
    ...problem,
    span: place(problem.span),
    ...(problem.related && {
      related: problem.related.map(other =>
        other.path === undefined || other.path === file.path ? { ...other, span: place(other.span) } : other,
      ),
    }),
    ...(problem.fixes && {
      fixes: problem.fixes.map(fix => ({
        ...fix,
        edits: fix.edits.map(edit => ({ ...edit, span: place(edit.span) })),
      })),
    }),
  }
}
