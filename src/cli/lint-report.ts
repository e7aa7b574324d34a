import type { Checked } from '../project/index.ts'
import {
  type Counts,
  countsOf,
  emptyTally,
  openReporter,
  openStreamedReport,
  type ReportFormat,
  type StreamedReport,
  type Tally,
  withFile,
} from '../report/index.ts'
import type { Severity } from '../text/index.ts'
import type { Mended } from './lint-fix.ts'
import { refuseUnusable, type Session } from './session.ts'
import { isAtLeast } from './severity.ts'
import type { Options } from './spec.ts'

/** What a run keeps of a file: what its report says of it or, where the report is a whole, the file itself. */
export type Told = { readonly counts: Counts; readonly changed?: boolean } & (
  | { readonly said: string }
  | { readonly checked: Checked }
)

/** The report of a run, written file by file where its format allows, so that no text is kept. */
export interface LintReport {
  /** What is to be told of a file; two runs whose reports have the same variant tell the same of it. */
  tell(checked: Mended): Told
  readonly variant: string
  add(told: Told): void
  end(): Promise<void>
  /** Whether a usable file has a problem at or above a severity. */
  hasAtLeast(failOn: Severity | 'never'): boolean
  /** Whether a file has been changed, or would be. */
  hasChanged(): boolean
}

/** What tells of files as they are. */
export const wholeFiles: Pick<LintReport, 'tell' | 'variant'> = {
  variant: 'whole',
  tell: ({ changed, diff: _, ...checked }) => ({
    counts: countsOf(checked.problems),
    checked,
    ...(changed && { changed }),
  }),
}

/** Where the differences are the report. */
const nothing: StreamedReport = { file: () => '', end: () => '' }

export async function openLintReport(options: Options, session: Session): Promise<LintReport> {
  const { terminal, words, paint, quiet } = session
  const format = (options.format ?? 'pretty') as ReportFormat
  const streamed = options.diff ? nothing : await openStreamedReport(format, words, paint)
  const whole: Checked[] = []
  let tally: Tally = emptyTally
  let hasChanged = false
  return {
    variant: streamed ? [format, words.language, paint.strong(''), paint.columns].join('\n') : wholeFiles.variant,
    tell(mended) {
      if (mended.unusable || !streamed) return wholeFiles.tell(mended)
      const { changed, diff, problems } = mended
      return { counts: countsOf(problems), said: diff ?? streamed.file(mended), ...(changed && { changed }) }
    },
    add(told) {
      hasChanged ||= told.changed === true
      if ('said' in told) terminal.out(told.said)
      else {
        if (told.checked.unusable) refuseUnusable(told.checked, session)
        if (!streamed) whole.push(told.checked)
        if (told.checked.unusable) return
      }
      tally = withFile(tally, told.counts)
    },
    async end() {
      if (!streamed) terminal.out((await openReporter(format))(whole, words, paint))
      else if (tally.files > 0 && !(quiet && tally.withProblems === 0)) terminal.out(streamed.end(tally))
    },
    hasChanged: () => hasChanged,
    hasAtLeast: failOn =>
      failOn !== 'never' &&
      (['error', 'warning', 'info'] as const).some(
        severity => tally.counts[severity] > 0 && isAtLeast(severity, failOn),
      ),
  }
}
