import type { Fix } from './edit.ts'
import type { Span } from './span.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Another place that belongs to a problem: the other spelling, the earlier definition. */
export interface Related {
  readonly path?: string
  readonly span: Span
  readonly role: string
}

/** What a check or a reader found. The words live in `locales/`, under `problem.CODE`; severity and page come from the rule. */
export interface Problem {
  readonly code: string
  readonly span: Span
  /** Set where the finding itself decides (a reader's problems, a rule that lowers one of its findings). */
  readonly severity?: Severity
  readonly data?: Readonly<Record<string, string | number>>
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
}

/** What every reader returns: it never throws on input. */
export interface Reading<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}
