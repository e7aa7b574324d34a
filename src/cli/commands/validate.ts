import { resolve } from 'node:path'
import { diskHost } from '../../node/index.ts'
import { type Checked, isXliffPackage, validate, validateStream } from '../../project/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles, openSetup, xliffExtensions } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'

/** Larger files are read in pieces; their lines are told, but not shown. */
const streamedFrom = 16_000_000

async function* results(files: readonly string[], options: Options, session: Session): AsyncGenerator<Checked> {
  const how = { strict: options.strict === true }
  for (const file of files) {
    const path = resolve(session.terminal.cwd, file)
    const size = file === '-' ? 0 : ((await diskHost.stat(path))?.size ?? 0)
    if (size > streamedFrom && !isXliffPackage(file)) yield await validateStream(file, diskHost.stream(path), how)
    else for await (const source of sources([file], options, session)) yield validate(source, how)
  }
}

export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const files = await inputFiles(args, setup, session, xliffExtensions)
  const progress = openProgress(files.length, session)
  const checked: Checked[] = []
  for await (const result of results(files, options, session)) {
    if (result.unusable) refuseUnusable(result, session)
    const shown =
      options.level === 'error' ? result.problems.filter(({ severity }) => severity === 'error') : result.problems
    checked.push({ ...result, problems: shown })
    progress.step()
  }
  progress.end()
  await showReport(checked, options, session)
  return session.status(hasAtLeast(checked, options.level ?? 'warning') ? 1 : 0)
}
