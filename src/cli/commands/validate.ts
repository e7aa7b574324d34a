import { type Checked, validate } from '../../project/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable } from '../session.ts'
import { inputFiles, openSetup, xliffExtensions } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'

export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const files = await inputFiles(args, setup, session, xliffExtensions)
  const progress = openProgress(files.length, session)
  const checked: Checked[] = []
  for await (const source of sources(files, options, session)) {
    const result = validate(source, { strict: options.strict === true })
    if (result.unusable) refuseUnusable(result, session)
    const shown =
      options.level === 'error' ? result.problems.filter(({ severity }) => severity === 'error') : result.problems
    checked.push({ ...result, problems: shown })
    progress.step()
  }
  progress.end()
  showReport(checked, options, session)
  return session.status(hasAtLeast(checked, options.level ?? 'warning') ? 1 : 0)
}
