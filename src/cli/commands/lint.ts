import { archiveOf, type Checked, lint } from '../../project/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'
import { openWork } from '../work.ts'

export const run: Run = async (args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  const archive = options.across
    ? await archiveOf(work.project, quietly(files, options, session), work.settings)
    : undefined
  const progress = openProgress(files.length, session)
  const checked: Checked[] = []
  for await (const source of sources(files, options, session)) {
    const result = await lint(work.project, source, work.settings(source.path), archive)
    if (result.unusable) refuseUnusable(result, session)
    checked.push(result)
    progress.step()
  }
  progress.end()
  await showReport(checked, options, session)
  return session.status(hasAtLeast(checked, options.failOn ?? work.config.failOn ?? 'warning') ? 1 : 0)
}

/** What cannot be read is refused when it is linted; standard input can be read only once, and that is then. */
const quietly = (files: readonly string[], options: Options, session: Session) =>
  sources(
    files.filter(file => file !== '-'),
    options,
    { ...session, refuse: () => {}, refuseFile: () => {} },
  )
