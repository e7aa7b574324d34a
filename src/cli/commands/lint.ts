import type { Severity } from '../../text/index.ts'
import { lintOptionsAgree, withoutSwallowed } from '../lint-options.ts'
import { type LintReport, openLintReport } from '../lint-report.ts'
import { openTeller, toldOf } from '../lint-teller.ts'
import { openProgress } from '../progress.ts'
import type { Session } from '../session.ts'
import { inputFiles, openSetup, type Setup } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'

export const run: Run = async (given, chosen, session) => {
  const [named, options] = withoutSwallowed(given, chosen, session.terminal.cwd)
  // Who names standard input means it.
  const args = named.length === 0 && options.stdinFilename !== undefined ? ['-'] : named
  if (!lintOptionsAgree(args, options, session)) return 2
  const setup = await openSetup(options, session)
  if (!setup) return 2
  if (options.watch) return (await import('../lint-watch.ts')).watchInputs(args, setup, options, session)
  const files = await chosenFiles(args, setup, options, session)
  if (!files) return 2
  if (options.interactive) return (await import('../lint-interactive.ts')).interact(files, setup, options, session)
  const report = await openLintReport(options, session)
  const teller = await openTeller(setup, files, report, options, session)
  if (!teller) return 2
  const progress = openProgress(files.length, session)
  for await (const told of toldOf(sources(files, options, session), teller)) {
    if (!told) return 2
    if (!('said' in told) || told.said !== '') progress.end()
    report.add(told)
    progress.step()
  }
  progress.end()
  await teller.save()
  await report.end()
  return session.status(conclude(report, options.failOn ?? setup.config.failOn ?? 'warning', options, session))
}

/** The input files, under `--changed` only those; undefined (and refused) where git cannot say which they are. */
async function chosenFiles(args: readonly string[], setup: Setup, options: Options, session: Session) {
  const files = await inputFiles(args.length > 0 ? args : ['.'], setup, session)
  return options.changed ? await (await import('../lint-changed.ts')).onlyChanged(files, options, session) : files
}

/** The exit status, and what is left to say once all files are done. */
function conclude(report: LintReport, failOn: Severity | 'never', options: Options, session: Session): number {
  if (options.diff) return report.hasChanged() ? 1 : 0
  if (report.hasChanged()) session.note('normalize.undo')
  return report.hasAtLeast(failOn) ? 1 : 0
}
