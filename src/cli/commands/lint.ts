import { type Checked, lint } from '../../project/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'
import { openWork } from '../work.ts'

export const run: Run = async (args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  const progress = openProgress(files.length, session)
  const checked: Checked[] = []
  for await (const source of sources(files, options, session)) {
    const result = await lint(work.project, source, work.settings(source.path))
    if (result.unusable) refuseUnusable(result, session)
    checked.push(result)
    progress.step()
  }
  progress.end()
  await showReport(checked, options, session)
  return session.status(hasAtLeast(checked, options.failOn ?? work.config.failOn ?? 'warning') ? 1 : 0)
}
