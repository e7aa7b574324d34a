import type { Problem, Severity } from '../text/index.ts'

/** What can be wrong with a subject (a text; a source beside its target). Pure: the same subject gives the same problems. */
export interface Rule<Subject> {
  readonly code: string
  /** Where neither the problem nor the configuration says otherwise. */
  readonly severity: Severity
  /** Rules that are off by default are named in the configuration to be used. */
  readonly off?: boolean
  check(subject: Subject): Iterable<Problem>
}

/** A problem with its severity settled. */
export interface Finding extends Problem {
  readonly severity: Severity
}

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/**
 * What the rules find, in the order of the places. A configured severity holds for findings of the rule's usual severity; a
 * finding that a rule has lowered (a quotation, a doubt) is never raised above what it says, but `off` silences all.
 */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  settings: RuleSettings,
): Finding[] {
  const found: Finding[] = []
  for (const rule of rules) {
    const configured = settings[rule.code] ?? (rule.off ? 'off' : rule.severity)
    if (configured === 'off') continue
    for (const problem of rule.check(subject))
      found.push({ ...problem, severity: lower(problem.severity ?? configured, configured) })
  }
  return inOrder(found)
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

const lower = (a: Severity, b: Severity): Severity => (ranks[a] < ranks[b] ? a : b)

/** By part, place and code. */
export function inOrder<P extends Problem>(problems: readonly P[]): P[] {
  const key = (p: Problem) => p.span.part ?? ''
  return [...problems].sort(
    (a, b) =>
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}
