import type { Rule, RuleOption } from '../check/index.ts'
import { rules as textRules } from '../lint/index.ts'
import { rules as translationRules } from '../qa/index.ts'
import type { Severity } from '../text/index.ts'
import { constraints } from '../xliff/index.ts'

/** What `rules` and `explain` say of a rule; its words are in `locales/`, its page in `docs/rules/`. */
export interface RuleInfo {
  readonly code: string
  /** What it looks at: the text of a document, a text beside its translation, or an XLIFF file. */
  readonly kind: 'text' | 'translation' | 'xliff'
  readonly severity: Severity
  /** False for a rule that must be named in the configuration. */
  readonly on: boolean
  readonly options?: Readonly<Record<string, RuleOption>>
  /** The clause of the specification. */
  readonly clause?: string
}

/** Every rule, by kind and code. */
export function listRules(): readonly RuleInfo[] {
  const ofText = textRules.map(rule => infoOf(rule, 'text'))
  const ofTranslations = translationRules.map(rule => infoOf(rule, 'translation'))
  const ofXliff = Object.entries(constraints).map(
    ([code, { severity, clause }]): RuleInfo => ({ code, kind: 'xliff', severity, on: true, clause }),
  )
  return [...ofText, ...ofTranslations, ...ofXliff.sort((a, b) => (a.code < b.code ? -1 : 1))]
}

const infoOf = ({ code, severity, off, options }: Rule<never>, kind: RuleInfo['kind']): RuleInfo => ({
  code,
  kind,
  severity,
  on: off !== true,
  ...(options && { options }),
})
