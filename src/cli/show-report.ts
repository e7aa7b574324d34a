import type { Checked } from '../project/index.ts'
import { concise, json, pretty, type Reporter } from '../report/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

const reporters: Readonly<Record<string, Reporter>> = { pretty, concise, json }

/** The findings of a run on standard output; files that could not be used are on standard error already. */
export function showReport(
  checked: readonly Checked[],
  options: Options,
  { terminal, words, paint, quiet }: Session,
): void {
  const format = options.format ?? 'pretty'
  const shown = format === 'json' ? checked : checked.filter(file => !file.unusable)
  if (format === 'pretty' && quiet && shown.every(file => file.problems.length === 0)) return
  if (shown.length > 0 || format === 'json') terminal.out(reporters[format]!(shown, words, paint))
}
