import type { Catalog } from '../i18n/index.ts'
import type { Lines, Problem, Severity, Span } from '../text/index.ts'

/** A file and its findings, in the order of their places. `text` is the decoded source that the spans count in. */
export interface ReportFile {
  readonly path: string
  readonly text: string
  /** Of a package, whose spans count in its parts: where a span stands in `text`, which has a paragraph a line. */
  readonly shown?: (span: Span) => Span
  /** Given where the text is not kept. */
  readonly lines?: Lines
  readonly problems: readonly ReportProblem[]
  /** Of a bilingual file: its segments by number, to which `data.segment` of a problem refers. */
  readonly pairs?: ReadonlyMap<number, ReportSegment>
  /** What is let be for now; reports by segment show it as such. */
  readonly ignored?: readonly ReportProblem[]
}

export interface ReportSegment {
  readonly unit: string
  readonly source: string
  readonly target: string
}

export interface ReportProblem extends Problem {
  readonly severity: Severity
}

/** How a text for a terminal is coloured, and how wide that is; each returns its argument as it is where colour is off. */
export interface Paint {
  /** Absent where nobody knows. */
  readonly columns?: number
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly info: (text: string) => string
  readonly good: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

/** A report of a run, ready to be written; it ends in a line end unless it is empty. */
export type Reporter = (files: readonly ReportFile[], words: Catalog, paint: Paint) => string

/** The sentence of a problem, on one line: a name that is written over two lines is shown with a space. */
export function messageOf(problem: Problem, words: Catalog): string {
  const given = { ...problem.data, ...reasonIn(problem, words.language) }
  const data = Object.entries(given).map(([key, value]) => [key, shown(key, value, words)])
  return words.message(`problem.${problem.code}`, Object.fromEntries(data))
}

/** Of a reason in several languages (JSON) the words for readers of one, if it has them. */
function reasonIn({ data }: Problem, language: string): { readonly reason?: string } {
  if (typeof data?.reasons !== 'string') return {}
  const told = (JSON.parse(data.reasons) as Readonly<Record<string, string>>)[language]
  return told === undefined ? {} : { reason: told }
}

/** Under these keys a problem tells a date (ISO 8601). */
const dates: ReadonlySet<string> = new Set(['from', 'to', 'dated', 'asOf'])

function shown(key: string, value: string | number, words: Catalog): string | number {
  if (typeof value !== 'string') return value
  return dates.has(key) && /^\d{4}-\d\d-\d\d$/.test(value) ? words.date(value) : value.replace(/\s+/g, ' ')
}

const asIs = (text: string): string => text
export const noPaint: Paint = { error: asIs, warning: asIs, info: asIs, good: asIs, strong: asIs, faint: asIs }
