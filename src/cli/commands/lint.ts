import { openLintReport } from '../lint-report.ts'
import { openTeller } from '../lint-teller.ts'
import { openProgress } from '../progress.ts'
import { inputFiles, openSetup } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'

export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const report = await openLintReport(options, session)
  const files = await inputFiles(args, setup, session)
  const { tell, save } = await openTeller(setup, files, report, options, session)
  const progress = openProgress(files.length, session)
  for await (const source of sources(files, options, session)) {
    const told = await tell(source)
    if (!told) return 2
    if (!('said' in told) || told.said !== '') progress.end()
    report.add(told)
    progress.step()
  }
  progress.end()
  await save()
  await report.end()
  return session.status(report.hasAtLeast(options.failOn ?? setup.config.failOn ?? 'warning') ? 1 : 0)
}
