import { resolve } from 'node:path'
import { diskHost } from '../node/index.ts'
import { memoryExtensions, openXliff, putAll, remember, type Store, tmxEntries } from '../project/index.ts'
import { concise, noPaint } from '../report/index.ts'
import { memoryPath, now, withMemory } from './memory-file.ts'
import { openProgress, type Progress } from './progress.ts'
import { refuseUnusable, type Session } from './session.ts'
import { inputFiles, type Setup, shownPath, xliffExtensions } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/** Steps of the progress bar are so many bytes. */
const stepSize = 1_000_000

interface Sum {
  added: number
  replaced: number
}

/** Puts TMX and XLIFF files into the memory, which is made where there is none. Gives the exit status. */
export async function importFiles(
  args: readonly string[],
  options: Options,
  setup: Setup,
  session: Session,
): Promise<number> {
  if (args.length === 0) {
    session.refuse('usage.memory-files')
    return 2
  }
  const files = await inputFiles(args, setup, session, [...memoryExtensions, ...xliffExtensions])
  if (files.length === 0) return 2
  const path = memoryPath(options, setup, session)
  const sum = await withMemory(path, session, async store => {
    const sum: Sum = { added: 0, replaced: 0 }
    const progress = openProgress(await stepsOf(files, session), session)
    for (const file of files) {
      const { added, replaced } = await importFile(file, store, progress, options, session)
      sum.added += added
      sum.replaced += replaced
    }
    progress.end()
    return sum
  })
  if (!sum) return 2
  session.note('memory.imported', { path: shownPath(path, session.terminal.cwd), ...sum })
  return 0
}

async function stepsOf(files: readonly string[], { terminal }: Session): Promise<number> {
  const sizes = await Promise.all(
    files.map(async file => (await diskHost.stat(resolve(terminal.cwd, file)))?.size ?? 0),
  )
  return sizes.reduce((sum, size) => sum + Math.ceil(size / stepSize), 0)
}

const isTmx = (path: string) => memoryExtensions.some(extension => path.toLowerCase().endsWith(extension))

async function importFile(
  path: string,
  store: Store,
  progress: Progress,
  options: Options,
  session: Session,
): Promise<Sum> {
  const sum: Sum = { added: 0, replaced: 0 }
  const count = ({ added, replaced }: Sum) => {
    sum.added += added
    sum.replaced += replaced
  }
  if (isTmx(path)) {
    const entries = tmxEntries(stepped(diskHost.stream(resolve(session.terminal.cwd, path)), progress))
    count(await putAll(store, entries))
    const problems = entries.problems.map(p => ({ ...p, severity: p.severity ?? ('error' as const) }))
    if (problems.length > 0)
      session.terminal.err(concise([{ path, text: '', lines: entries.lines(), problems }], session.words, noPaint))
    if (problems.some(({ severity }) => severity === 'error')) session.refuse('memory.unusable', { path })
    return sum
  }
  for await (const source of sources([path], options, session)) {
    const opened = openXliff(source)
    if (opened.checked.unusable) refuseUnusable(opened.checked, session)
    else count(await remember(store, opened, { date: now() }))
    progress.step()
  }
  return sum
}

async function* stepped(chunks: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    yield chunk
    for (bytes += chunk.length; bytes >= stepSize; bytes -= stepSize) progress.step()
  }
}
