import { rules as textRules } from '../lint/index.ts'
import type { Severity } from '../text/index.ts'
import { constraints } from '../xliff/index.ts'

/** What `rules` and `explain` say of a rule; its words are in `locales/`, its page in `docs/rules/`. */
export interface RuleInfo {
  readonly code: string
  /** What it looks at: the text of a document, or an XLIFF file. */
  readonly kind: 'text' | 'xliff'
  readonly severity: Severity
  /** False for a rule that must be named in the configuration. */
  readonly on: boolean
  /** The clause of the specification. */
  readonly clause?: string
}

/** Every rule, by kind and code. */
export function listRules(): readonly RuleInfo[] {
  const ofText = textRules.map(
    ({ code, severity, off }): RuleInfo => ({ code, kind: 'text', severity, on: off !== true }),
  )
  const ofXliff = Object.entries(constraints).map(
    ([code, { severity, clause }]): RuleInfo => ({ code, kind: 'xliff', severity, on: true, clause }),
  )
  return [...ofText, ...ofXliff.sort((a, b) => (a.code < b.code ? -1 : 1))]
}
