import type { Problem, Severity } from '../text/index.ts'

/** What `scopes` of a rule may name. */
export const scopes = ['body', 'headline', 'caption', 'quotation', 'link-text', 'table', 'list', 'alt-text'] as const

export type OptionValue = string | number | boolean | readonly string[]
export type RuleOptions = Readonly<Record<string, OptionValue>>

/** What may be set of a rule: a value of the default's type, one of `choices` where they are given. */
export interface RuleOption {
  readonly default: OptionValue
  readonly choices?: readonly string[]
}

/** What can be wrong with a subject (a text; a source beside its target). Pure: the same subject gives the same problems. */
export interface Rule<Subject> {
  readonly code: string
  /** Where neither the problem nor the configuration says otherwise. */
  readonly severity: Severity
  /** Rules that are off by default are named in the configuration to be used. */
  readonly off?: boolean
  readonly options?: Readonly<Record<string, RuleOption>>
  /** `options` has every option that the rule declares. */
  check(subject: Subject, options: RuleOptions): Iterable<Problem>
}

/** A problem with its severity settled. */
export interface Finding extends Problem {
  readonly severity: Severity
}

/** How a rule is used. A rule that is named without a severity is on. */
export interface RuleSetting {
  readonly severity?: Severity | 'off' | undefined
  /** Where it looks; everywhere if absent. */
  readonly scopes?: readonly string[] | undefined
  /** Texts that are let be, in any case. */
  readonly except?: readonly string[] | undefined
  readonly options?: RuleOptions | undefined
}

export type RuleSettings = Readonly<Record<string, Severity | 'off' | RuleSetting>>

/** Says in which scopes a finding stands. */
export type ScopesOf = (finding: Problem) => ReadonlySet<string>

/**
 * What the rules find, in the order of the places. A configured severity holds for findings of the rule's usual severity; a
 * finding that a rule has lowered (a quotation, a doubt) is never raised above what it says, but `off` silences all.
 */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  settings: RuleSettings,
  scopesOf?: ScopesOf,
): Finding[] {
  const found: Finding[] = []
  for (const { rule, severity, scopes, isExcepted, options } of rulesOn(rules, settings)) {
    for (const problem of rule.check(subject, options)) {
      if (scopes && scopesOf && !scopes.some(scope => scopesOf(problem).has(scope))) continue
      if (isExcepted(problem)) continue
      found.push({ ...problem, severity: lower(problem.severity ?? severity, severity) })
    }
  }
  return inOrder(found)
}

/** A rule that is on, as it is used. */
interface Used<Subject> {
  readonly rule: Rule<Subject>
  readonly severity: Severity
  readonly scopes: readonly string[] | undefined
  readonly isExcepted: (problem: Problem) => boolean
  readonly options: RuleOptions
}

const known = new WeakMap<RuleSettings, readonly [readonly Rule<never>[], readonly Used<never>[]]>()

/** Settled once for all texts that have the same settings. */
function rulesOn<Subject>(rules: readonly Rule<Subject>[], settings: RuleSettings): readonly Used<Subject>[] {
  const before = known.get(settings)
  if (before?.[0] === rules) return before[1] as readonly Used<Subject>[]
  const used = rules.flatMap(rule => usedAs(rule, settings[rule.code]) ?? [])
  known.set(settings, [rules, used])
  return used
}

function usedAs<Subject>(rule: Rule<Subject>, set: RuleSettings[string] | undefined): Used<Subject> | undefined {
  const { severity, scopes, except, options }: RuleSetting = typeof set === 'string' ? { severity: set } : (set ?? {})
  const settled = severity ?? (set === undefined && rule.off ? 'off' : rule.severity)
  if (settled === 'off') return undefined
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default] as const)
  const isExcepted = exceptions(except)
  return { rule, severity: settled, scopes, isExcepted, options: { ...Object.fromEntries(defaults), ...options } }
}

/** Tells of problems whose text is to be let be. */
function exceptions(texts: readonly string[] = []): (problem: Problem) => boolean {
  if (texts.length === 0) return () => false
  const folded = new Set(texts.map(text => text.toLowerCase()))
  return ({ data }) => data?.text !== undefined && folded.has(String(data.text).toLowerCase())
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
