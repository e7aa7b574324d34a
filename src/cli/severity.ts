import type { Checked } from '../project/index.ts'
import type { Severity } from '../text/index.ts'

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Whether a usable file has a problem that ends with status 1. */
export function hasAtLeast(checked: readonly Checked[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false
  return checked.some(file => !file.unusable && file.problems.some(({ severity }) => isAtLeast(severity, failOn)))
}

export const isAtLeast = (severity: Severity, least: Severity): boolean => ranks[severity] >= ranks[least]
