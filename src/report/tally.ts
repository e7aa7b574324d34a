import type { Severity } from '../text/index.ts'
import type { ReportFile } from './report.ts'

/** How many findings of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>

/** What the end of a report tells of a run. */
export interface Tally {
  readonly files: number
  readonly withProblems: number
  readonly counts: Counts
}

export const emptyTally: Tally = { files: 0, withProblems: 0, counts: { error: 0, warning: 0, info: 0 } }

export function countsOf(problems: ReportFile['problems']): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of problems) counts[severity]++
  return counts
}

/** The tally with one more file. */
export function withFile({ files, withProblems, counts }: Tally, { error, warning, info }: Counts): Tally {
  return {
    files: files + 1,
    withProblems: withProblems + (error + warning + info > 0 ? 1 : 0),
    counts: { error: counts.error + error, warning: counts.warning + warning, info: counts.info + info },
  }
}

export const tallyOf = (files: readonly ReportFile[]): Tally =>
  files.reduce((tally, { problems }) => withFile(tally, countsOf(problems)), emptyTally)
