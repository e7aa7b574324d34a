import { resolve } from 'node:path'
import {
  type Exported,
  type ExportOptions,
  exportDocument,
  exportName,
  type Source,
  writeTable,
} from '../../project/index.ts'
import { listProfiles } from '../list-profiles.ts'
import { withMemoryIfAny } from '../memory-file.ts'
import { omegatOptions, writeOmegat } from '../omegat-folder.ts'
import { outFolders } from '../out-folders.ts'
import { destination, writeResult } from '../output.ts'
import { openProgress } from '../progress.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { isStandardInput, sources } from '../sources.ts'
import type { Options, Run } from '../spec.ts'
import { tableWords } from '../table-words.ts'
import { openWork } from '../work.ts'

export const run: Run = async (args, given, session) => {
  if (given.profile === 'help') {
    listProfiles(session)
    return 0
  }
  const options = omegatOptions(given, session)
  if (!options || !optionsAgree(args, options, session)) return 2
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  const count = files.length * languagesOf(options).length
  if (options.output !== undefined && count > 1) {
    session.refuse('usage.one-output', { count })
    return 2
  }
  const folderOf = outFolders(args, files, session.terminal.cwd)
  const clashing = clashingNames(files, folderOf, options, session)
  await withMemoryIfAny(options, work, session, async memory => {
    const progress = openProgress(files.length, session)
    const results: Exported['files'][number][] = []
    for await (const source of sources(files, options, session)) {
      const fullNames = clashing(source.path)
      const how = { ...exportOptions(source, options), fullNames, ...(memory && { memory }) }
      const exported = await exportDocument(work.project, source, work.settings(source.path), how)
      await deliver(source, exported, folderOf(source.path), options, session)
      if (options.project !== undefined) results.push(...exported.files)
      progress.step()
    }
    progress.end()
    const { project } = options
    if (project !== undefined) await writeOmegat(results, memory, { ...options, project }, session)
  })
  return session.status(0)
}

const languagesOf = ({ to }: Options) => (typeof to === 'object' ? [...new Set(to)] : [])

/**
 * For which languages the result of a file would have the name of another's: `a.docx` and `a.odt`. A file whose name says the language
 * itself is not translated into it.
 */
function clashingNames(
  files: readonly string[],
  folderOf: (file: string) => string,
  options: Options,
  { terminal }: Session,
) {
  const owners = new Map<string, number>()
  const nameOf = (file: string, language: Language) =>
    resolve(
      terminal.cwd,
      destination({ input: file, folder: folderOf(file), name: exportName(file, language) }, options),
    )
  const translated = (file: string, language: Language) => !new RegExp(`\\.${language}\\.[^.]+$`, 'i').test(file)
  for (const language of languagesOf(options)) {
    for (const file of files.filter(file => translated(file, language))) {
      const name = nameOf(file, language)
      owners.set(name, (owners.get(name) ?? 0) + 1)
    }
  }
  return (file: string): Language[] =>
    languagesOf(options).filter(language => (owners.get(nameOf(file, language)) ?? 0) > 1)
}

type Language = ReturnType<typeof languagesOf>[number]

/** A language that we know, perhaps with a script, and a region. */
const localeTag = /^(?:en|uk|ru)(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/

function optionsAgree(args: readonly string[], options: Options, session: Session): boolean {
  const to = languagesOf(options)
  const strange = options.locale?.find(tag => !localeTag.test(tag))
  const second = options.table === undefined ? undefined : notInTables.find(([key]) => options[key] !== undefined)
  if (args.length === 0) session.refuse('usage.missing-argument', { token: 'files' })
  else if (to.length === 0) session.refuse('usage.to-missing')
  else if (strange !== undefined) session.refuse('usage.locale', { value: strange })
  else if (args.includes('-') && to.length > 1) session.refuse('usage.one-to-from-stdin')
  else if (second) session.refuse('usage.conflict', { first: '--table', second: second[1] })
  else return true
  return false
}

/** What is said of XLIFF files alone. */
const notInTables = (['xliff', 'profile', 'embed', 'project'] as const).map(key => [key, `--${key}`] as const)

/** What came from standard input has no file to go back to, so it goes inside. */
function exportOptions(source: Source, options: Options): ExportOptions {
  return {
    to: languagesOf(options),
    ...(options.from && { from: options.from }),
    ...(options.xliff && { version: options.xliff }),
    ...(options.locale && { locales: options.locale }),
    ...(options.profile !== undefined && { profile: options.profile }),
    ...(options.source !== undefined && { original: options.source }),
    ...((options.embed || isStandardInput(source)) && { embed: true }),
    ...(options.table !== undefined && { extension: `.table.${options.table}` }),
  }
}

async function deliver(
  source: Source,
  exported: Exported,
  folder: string,
  options: Options,
  session: Session,
): Promise<void> {
  if (exported.unusable) {
    refuseUnusable(exported, session)
    return
  }
  if (exported.files.length === 0) session.note('export.nothing', { path: source.path })
  const input = isStandardInput(source) ? '-' : source.path
  for (const { name, text, model, units, segments } of exported.files) {
    const bytes = options.table === undefined ? Buffer.from(text) : writeTable(model, tableWords(model, session))
    const path = await writeResult({ input, folder, name, bytes }, options, session)
    if (path !== undefined && path !== '-') session.note('export.written', { path, units, segments })
  }
}
