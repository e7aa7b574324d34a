import { resolve } from 'node:path'
import { type Journal, openJournal } from '../../node/index.ts'
import { type Normalized, normalize, type Source, tracksChanges } from '../../project/index.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { hasAtLeast } from '../severity.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'
import { unifiedDiff } from '../unified-diff.ts'
import { openWork } from '../work.ts'

export const run: Run = async (args, options, session) => {
  if (!optionsAgree(args, options, session)) return 2
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  if (files.length > 1 && !options.write && !options.check && !options.diff) {
    session.refuse('usage.several-to-output')
    return 2
  }
  const now = new Date().toISOString()
  const journal = openJournal(work.root, now.replace(/[:.]/g, '-'))
  const revision = options.trackChanges && { author: options.author ?? 'tlumach', date: now.replace(/\.\d+Z$/, 'Z') }
  const progress = openProgress(files.length, session)
  const results: Normalized[] = []
  for await (const source of sources(files, options, session)) {
    if (revision && !tracksChanges(source.name ?? source.path)) {
      session.refuse('normalize.no-tracking', { path: source.path })
      continue
    }
    const result = await normalize(work.project, source, work.settings(source.path), { ...(revision && { revision }) })
    if (result.unusable) refuseUnusable(result, session)
    else await deliver(source, result, journal, options, session)
    results.push(result)
    progress.step()
  }
  progress.end()
  return session.status(conclude(results, options, session))
}

function optionsAgree(args: readonly string[], options: Options, session: Session): boolean {
  if (options.write && (options.check || options.diff)) {
    session.refuse('usage.conflict', { first: '--write', second: options.check ? '--check' : '--diff' })
    return false
  }
  if (options.author !== undefined && !options.trackChanges) {
    session.refuse('usage.author-alone')
    return false
  }
  if (options.write && args.includes('-')) {
    session.refuse('usage.write-stdin')
    return false
  }
  return true
}

async function deliver(
  source: Source,
  result: Normalized,
  journal: Journal,
  options: Options,
  session: Session,
): Promise<void> {
  const { terminal } = session
  if (options.diff && result.changed) terminal.out((await unifiedDiff(result)) ?? '')
  if (options.write && result.changed) {
    await terminal.whole(() => journal.replace(resolve(terminal.cwd, source.path), source.bytes, result.bytes))
  }
  if (!options.write && !options.check && !options.diff) terminal.out(result.bytes)
  if (result.changed && (options.write || options.check)) {
    session.note(options.write ? 'normalize.changed' : 'normalize.would-change', { path: source.path })
  }
}

/** The exit status, and what is left to say once all files are done. */
function conclude(results: readonly Normalized[], options: Options, session: Session): number {
  const changed = results.some(result => result.changed)
  if (options.write && changed) session.note('normalize.undo')
  if ((options.write || options.check || options.diff) && !changed && results.some(({ unusable }) => !unusable)) {
    session.note('normalize.nothing')
  }
  return (options.check && changed) || hasAtLeast(results, options.failOn ?? 'never') ? 1 : 0
}
