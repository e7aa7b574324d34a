import { type Checked, lint } from '../../project/index.ts'
import { concise, json, pretty, type Reporter } from '../../report/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'
import { openWork } from '../work.ts'

const reporters: Readonly<Record<string, Reporter>> = { pretty, concise, json }

export const run: Run = async (args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  const progress = openProgress(files.length, session)
  const checked: Checked[] = []
  for await (const source of sources(files, options, session)) {
    const result = lint(work.project, source, work.settings(source.path))
    if (result.unusable) refuseUnusable(result, session)
    checked.push(result)
    progress.step()
  }
  progress.end()
  report(checked, options, session)
  return session.status(hasAtLeast(checked, options.failOn ?? work.config.failOn ?? 'warning') ? 1 : 0)
}

function report(checked: readonly Checked[], options: Options, { terminal, words, paint, quiet }: Session): void {
  const format = options.format ?? 'pretty'
  const shown = format === 'json' ? checked : checked.filter(file => !file.unusable)
  if (format === 'pretty' && quiet && shown.every(file => file.problems.length === 0)) return
  if (shown.length > 0 || format === 'json') terminal.out(reporters[format]!(shown, words, paint))
}
