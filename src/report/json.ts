import type { Catalog } from '../i18n/index.ts'
import { type Lines, lines, type Span } from '../text/index.ts'
import { messageOf, type Reporter, type ReportFile, type ReportProblem } from './report.ts'
import { shownSpan } from './shown.ts'
import { type Usage, usageOf } from './used-by.ts'

/** A problem as other programs see it. Offsets are UTF-16 units; line and column count from 1. */
export interface ProblemJson {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly part?: string
  readonly text: string
  readonly preferred?: string
  readonly concept?: string
  readonly clause?: string
  readonly usedBy?: Usage
  readonly related?: readonly RelatedJson[]
  readonly fixes?: readonly FixJson[]
}
export interface RelatedJson {
  readonly path?: string
  readonly part?: string
  readonly start: number
  readonly end: number
  readonly line?: number
  readonly column?: number
  readonly text?: string
  readonly role: string
}
export interface FixJson {
  readonly kind: string
  readonly edits: readonly {
    readonly part?: string
    readonly start: number
    readonly end: number
    readonly insert: string
  }[]
}

/** One JSON object a run: `{"version":1,"files":[{"path","problems"}]}`. */
export const json: Reporter = (files, words) => {
  const shown = files.map(file => ({ path: file.path, problems: problemsJson(file, words) }))
  return `${JSON.stringify({ version: 1, files: shown }, undefined, 2)}\n`
}

export function problemsJson(file: ReportFile, words: Catalog): ProblemJson[] {
  const at = file.lines ?? lines(file.text)
  return file.problems.map(problem => problemJson(problem, file, at, words))
}

function problemJson(problem: ReportProblem, file: ReportFile, at: Lines, words: Catalog): ProblemJson {
  const { data = {}, related, fixes } = problem
  const usedBy = usageOf(problem, words)
  const inText = (span: Span) => {
    const { start, end } = shownSpan(file, span)
    return { ...at.at(start), text: file.text.slice(start, end) }
  }
  return {
    code: problem.code,
    severity: problem.severity,
    message: messageOf(problem, words),
    ...place(problem.span),
    ...inText(problem.span),
    ...(data.preferred !== undefined && { preferred: String(data.preferred) }),
    ...(data.concept !== undefined && { concept: String(data.concept) }),
    ...(data.clause !== undefined && { clause: String(data.clause) }),
    ...(usedBy && { usedBy }),
    ...(related && {
      related: related.map(({ path, span, role }) => ({
        ...(path !== undefined && { path }),
        ...place(span),
        // The lines of another file are not known here.
        ...((path === undefined || path === file.path) && inText(span)),
        role,
      })),
    }),
    ...(fixes && {
      fixes: fixes.map(fix => ({
        kind: fix.kind,
        edits: fix.edits.map(edit => ({ ...place(edit.span), insert: edit.insert })),
      })),
    }),
  }
}

const place = ({ part, start, end }: Span) => ({ ...(part !== undefined && { part }), start, end })
