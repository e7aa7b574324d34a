import { resolve } from 'node:path'
import { diskHost, hasMemory, type Journal, openJournal } from '../../node/index.ts'
import { entriesAsTmx, type Source, tmxEntries, type Updated, update } from '../../project/index.ts'
import { concise, noPaint } from '../../report/index.ts'
import { memoryPath, withMemory } from '../memory-file.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles, shownPath, xliffExtensions } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'
import { openWork, type Work } from '../work.ts'

export const run: Run = async ([path = '', ...patterns], options, session) => {
  if (path === '-' || patterns.includes('-')) {
    session.refuse('usage.write-stdin')
    return 2
  }
  const work = await openWork(options, session)
  if (!work) return 2
  const document = await documentAt(path, options, session)
  const files = await inputFiles(patterns, work, session, xliffExtensions)
  if (!document) return 2
  const now = new Date().toISOString()
  const journal = openJournal(work.root, now.replace(/[:.]/g, '-'))
  let changed = false
  for await (const xliff of sources(files, options, session)) {
    const updated = await update(work.project, document, xliff, work.settings(path), now)
    if (updated.unusable) refuseUnusable(updated, session)
    else changed = (await deliver(xliff, updated, { journal, work, options, session })) || changed
  }
  if (changed && !options.check) session.note('normalize.undo')
  return session.status(changed && options.check ? 1 : 0)
}

async function documentAt(path: string, options: Options, session: Session): Promise<Source | undefined> {
  for await (const source of sources([path], options, session)) return source
  return undefined
}

interface Around {
  readonly journal: Journal
  readonly work: Work
  readonly options: Options
  readonly session: Session
}

/** True where the file says something else now. Translations that have no place any more are on the disk before the file changes. */
async function deliver(xliff: Source, updated: Updated, around: Around): Promise<boolean> {
  const { options, session, journal } = around
  const { terminal, words, quiet } = session
  const { result } = updated
  if (!result) return false
  if (!quiet && updated.problems.length > 0) terminal.err(concise([updated], words, noPaint))
  if (!result.isChanged) {
    session.note('update.nothing', { path: xliff.path })
    return false
  }
  const { kept, changed, added, removed } = result
  const data = { path: xliff.path, kept, changed, added, removed: removed.length }
  if (options.check) {
    session.note('update.would-change', data)
    return true
  }
  if (removed.length > 0 && !(await remember(xliff, removed, around))) return false
  await terminal.whole(() => journal.replace(resolve(terminal.cwd, xliff.path), xliff.bytes, result.bytes))
  session.note('update.changed', data)
  return true
}

type Entries = NonNullable<Updated['result']>['removed']

/** Into the project's memory, where there is one, else into a TMX file beside the XLIFF; false (and refused) where neither can be written. */
async function remember(xliff: Source, removed: Entries, { work, options, session }: Around): Promise<boolean> {
  const { cwd } = session.terminal
  const memory = memoryPath(options, work, session)
  if (await hasMemory(memory)) {
    const put = await withMemory(memory, session, store => store.put(removed))
    if (put) session.note('update.remembered', { path: shownPath(memory, cwd), count: removed.length })
    return put !== undefined
  }
  const path = `${xliff.path.replace(/\.[^./\\]+$/, '')}.removed.tmx`
  const earlier = await earlierEntries(resolve(cwd, path), path, session)
  if (!earlier) return false
  const chunks = entriesAsTmx([...earlier, ...removed], session.version)
  await session.terminal.whole(() => diskHost.replace(resolve(cwd, path), chunks))
  session.note('update.remembered', { path, count: removed.length })
  return true
}

/** What earlier runs have put into the file; undefined (and refused) where it cannot be read. */
async function earlierEntries(absolute: string, path: string, session: Session) {
  if (!(await diskHost.stat(absolute))) return []
  const read = tmxEntries(diskHost.stream(absolute))
  const entries: Entries[number][] = []
  for await (const entry of read) entries.push(entry)
  if (read.problems.length === 0) return entries
  session.refuseFile(path, '', read.problems)
  return undefined
}
