import { dirname, relative, resolve } from 'node:path'
import { diskHost } from '../../node/index.ts'
import {
  type Merged,
  mergeDocument,
  type OpenedXliff,
  openProject,
  openTable,
  openXliff,
  remember,
  type Source,
  tableAsXliff,
  tableExtensions,
} from '../../project/index.ts'
import { memoryPath, now, withMemory } from '../memory-file.ts'
import { tellMerged } from '../merge-report.ts'
import { outFolders } from '../out-folders.ts'
import { writeResult } from '../output.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles, openSetup, type Setup, xliffExtensions } from '../setup.ts'
import { showReport } from '../show-report.ts'
import { sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'

export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  // Merging asks the glossary nothing.
  const { project } = await openProject(diskHost, { glossaries: [], version: session.version })
  if (!setup || !project) return 2
  const files = await translationsAt(args, setup, session)
  if (!optionsAgree(files, options, session)) return 2
  const folderOf = outFolders(args, files, session.terminal.cwd)
  const all: Merged[] = []
  for await (const xliff of sources(files, options, session)) {
    const given = isTable(xliff) ? openTable(xliff) : openXliff(xliff)
    if (given.checked.unusable) {
      refuseUnusable(given.checked, session)
      continue
    }
    const document = await documentOf(xliff, given, options, session)
    if (!document) continue
    const opened = isTable(xliff) ? await tableAsXliff(project, given, document, settingsOf(setup, document)) : given
    const merged = await mergeDocument(project, opened, document, settingsOf(setup, document), mergeOptions(options))
    await deliver(xliff, merged, folderOf(xliff.path), options, session)
    all.push(merged)
    if (options.memory !== undefined && !merged.unusable)
      await withMemory(memoryPath(options, setup, session), session, store => remember(store, opened, { date: now() }))
  }
  if (options.format !== undefined) await showReport(all, options, session)
  return session.status(all.every(({ unusable, result }) => unusable || result) ? 0 : 1)
}

/** The XLIFF files and bilingual tables that were named; of the Word documents of a folder only those that are such a table. */
async function translationsAt(args: readonly string[], setup: Setup, session: Session): Promise<readonly string[]> {
  const named = new Set(args)
  const found = await inputFiles(args, setup, session, [...xliffExtensions, ...tableExtensions])
  const files: string[] = []
  for (const path of found) {
    if (named.has(path) || !isTable({ path }) || (await holdsTable(path, session))) files.push(path)
  }
  const folder = args.find(arg => !found.includes(arg))
  if (files.length === 0 && found.length > 0 && folder !== undefined)
    session.refuse('input.empty-folder', { path: folder })
  return files
}

async function holdsTable(path: string, { terminal }: Session): Promise<boolean> {
  const bytes = await diskHost.read(resolve(terminal.cwd, path)).catch(() => undefined)
  return bytes !== undefined && !openTable({ path, bytes }).checked.unusable
}

const mergeOptions = ({ strict = false, profile }: Options) => ({ strict, ...(profile !== undefined && { profile }) })

const isTable = ({ path }: Pick<Source, 'path'>): boolean =>
  tableExtensions.some(extension => path.toLowerCase().endsWith(extension))

const settingsOf = (setup: Setup, document: Source) => setup.settings(document.path)

function optionsAgree(files: readonly string[], options: Options, session: Session): boolean {
  if (files.length > 1 && options.output !== undefined) session.refuse('usage.one-output', { count: files.length })
  else if (files.length > 1 && options.source !== undefined) session.refuse('usage.one-source')
  else if (options.format !== undefined && options.output === '-')
    session.refuse('usage.conflict', { first: '--format', second: '-o -' })
  else return true
  return false
}

/** The document that an XLIFF was made from: the one named, the one inside, or the one it names, beside it or from here. */
async function documentOf(
  xliff: Source,
  { origin }: Pick<OpenedXliff, 'origin'>,
  options: Options,
  session: Session,
): Promise<Source | undefined> {
  const { cwd } = session.terminal
  const name = origin.original === undefined ? {} : { name: origin.original }
  if (options.source === undefined && origin.embedded !== undefined) {
    return { path: origin.original ?? xliff.path, bytes: bytesOf(origin.embedded), ...name }
  }
  for (const path of candidates(xliff, origin.original, options, cwd)) {
    const bytes = await diskHost.read(path).catch(() => undefined)
    if (bytes) return { path: relative(cwd, path), bytes }
  }
  if (options.source !== undefined) session.refuse('input.missing', { path: options.source })
  else session.refuse('input.source-missing', { path: xliff.path, source: origin.original ?? 'none' })
  return undefined
}

const bytesOf = (whole: string | Uint8Array) => (typeof whole === 'string' ? new TextEncoder().encode(whole) : whole)

function candidates(xliff: Source, original: string | undefined, options: Options, cwd: string): string[] {
  if (options.source !== undefined) return [resolve(cwd, options.source)]
  if (original === undefined) return []
  const beside = dirname(resolve(cwd, xliff.path))
  return [resolve(beside, original), resolve(beside, original.split(/[\\/]/).at(-1)!), resolve(cwd, original)]
}

/** Writes what was merged and says what stayed. */
async function deliver(
  xliff: Source,
  merged: Merged,
  folder: string,
  options: Options,
  session: Session,
): Promise<void> {
  const { segments, result } = merged
  if (merged.unusable) {
    refuseUnusable(merged, session)
    return
  }
  if (options.format === undefined && (!session.quiet || !result)) tellMerged(merged, options, session)
  const { translated, unreviewed, total } = segments
  if (!result) {
    const waiting = total - translated
    session.terminal.err(`${session.words.message('merge.refused', { path: xliff.path, waiting, total })}\n`)
    return
  }
  const path = await writeResult({ input: xliff.path, folder, ...result }, options, session)
  if (path !== undefined && path !== '-')
    session.note('merge.written', { path, translated: translated + unreviewed, unreviewed, total })
}
