import { resolve } from 'node:path'
import { type Journal, openJournal } from '../../node/index.ts'
import {
  type CheckedTranslation,
  check,
  type Finding,
  type Source,
  translationExtensions,
} from '../../project/index.ts'
import { type BaselineFile, openBaseline } from '../baseline-file.ts'
import { withoutSwallowed } from '../lint-options.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { hasAtLeast, isAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'
import { openWork } from '../work.ts'

export const run: Run = async (given, chosen, session) => {
  const [args, options] = withoutSwallowed(given, chosen, session.terminal.cwd)
  if (args.length === 0) {
    session.refuse('usage.missing-argument', { token: 'files' })
    return 2
  }
  if (options.fix && args.includes('-')) {
    session.refuse('usage.write-stdin')
    return 2
  }
  const work = await openWork(options, session)
  if (!work) return 2
  const baseline =
    options.baseline === undefined && !options.writeBaseline
      ? unheeded
      : openBaseline(work.root, 'check-baseline.json', options, session)
  if (!baseline) return 2
  const files = await inputFiles(args, work, session, translationExtensions)
  const journal = openJournal(work.root, new Date().toISOString().replace(/[:.]/g, '-'))
  const progress = openProgress(files.length, session)
  const checked: CheckedTranslation[] = []
  for await (const source of sources(files, options, session)) {
    const result = await check(work.project, source, work.settings(source.path), { fix: options.fix === true })
    if (result.unusable) refuseUnusable(result, session)
    else if (result.changed) await write(source, result, journal, session)
    const level = options.level ?? 'info'
    const isTold = ({ severity }: Finding) => isAtLeast(severity, level)
    const { ignored, ...heeded } = baseline.heed(result)
    checked.push({
      ...heeded,
      problems: heeded.problems.filter(isTold),
      ...(ignored && { ignored: ignored.filter(isTold) }),
    })
    progress.step()
  }
  progress.end()
  await baseline.save()
  if (checked.some(({ changed }) => changed)) session.note('normalize.undo')
  const isFile = options.output !== undefined || options.format === 'xlsx'
  if (!isFile) await showReport(checked, options, session)
  else if (!(await (await import('../segment-report.ts')).writeReport(checked, options, session))) return 2
  return session.status(hasAtLeast(checked, options.failOn ?? work.config.failOn ?? 'warning') ? 1 : 0)
}

const unheeded: BaselineFile = { heed: file => file, save: async () => {} }

async function write(source: Source, result: CheckedTranslation, journal: Journal, session: Session): Promise<void> {
  const { terminal } = session
  await terminal.whole(() => journal.replace(resolve(terminal.cwd, source.path), source.bytes, result.bytes))
  session.note('normalize.changed', { path: source.path })
}
