import type { Checked } from '../project/index.ts'
import { openReporter, type ReportFormat } from '../report/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** Reports for programs: they have every file of the run, also those without a finding and those that could not be used. */
const wholeRun: ReadonlySet<string> = new Set<ReportFormat>([
  'json',
  'sarif',
  'gitlab',
  'rdjson',
  'checkstyle',
  'junit',
  'html',
])

/** The findings of a run on standard output; files that could not be used are on standard error already. */
export async function showReport(checked: readonly Checked[], options: Options, session: Session): Promise<void> {
  const text = await reportText(checked, options, session)
  if (text !== undefined) session.terminal.out(text)
}

/** The report that is asked for; undefined where there is nothing to say. */
export async function reportText(
  checked: readonly Checked[],
  options: Options,
  { words, paint, quiet }: Session,
): Promise<string | undefined> {
  const format = (options.format ?? 'pretty') as ReportFormat
  const shown = wholeRun.has(format) ? checked : checked.filter(file => !file.unusable)
  if (format === 'pretty' && quiet && shown.every(file => file.problems.length === 0)) return undefined
  if (shown.length === 0 && !wholeRun.has(format)) return undefined
  const report = await openReporter(format)
  return report(shown, words, paint)
}
