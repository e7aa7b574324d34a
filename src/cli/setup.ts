import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type ConfigFile, findConfig, findInputs, type Inputs, readConfigFile } from '../node/index.ts'
import { type Config, documentExtensions, readConfig, type Settings, settingsOf } from '../project/index.ts'
import { decode } from '../text/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

export { xliffExtensions } from '../project/index.ts'

/** The configuration of a run and what follows from it. */
export interface Setup {
  /** The configuration's folder, or the current one: project state lives here and patterns count from here. */
  readonly root: string
  readonly config: Config
  /** The settings of a text by its path as given. */
  settings(path: string): Settings
}

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Finds and reads the configuration; undefined (and refused) where it cannot be used. */
export async function openSetup(options: Options, session: Session): Promise<Setup | undefined> {
  const { cwd } = session.terminal
  if (options.date !== undefined && !isoDate.test(options.date)) {
    session.refuse('usage.invalid-date', { value: options.date })
    return undefined
  }
  const file = await configFile(options, session)
  if (file === 'unusable') return undefined
  const config = file ? await readConfigOf(file, session) : {}
  if (!config) return undefined
  const root = file?.folder ?? cwd
  const { language, style, date, readAs } = options
  const srx = options.srx === undefined ? config.srx && resolve(root, config.srx) : resolve(cwd, options.srx)
  const sentenceRules = srx
    ? await (await import('./srx-file.ts')).readSrxFile(srx, shownPath(srx, cwd), session)
    : undefined
  if (sentenceRules === 'unusable') return undefined
  const settings = settingsOf(config, {
    ...(language && { language }),
    ...(style && { style }),
    ...(date && { date }),
    ...(readAs && { readAs }),
    ...(sentenceRules && { sentenceRules }),
  })
  return { root, config, settings: path => settings(relative(root, resolve(cwd, path)).split(sep).join('/')) }
}

/** The configuration that a run uses. */
export async function configFile(options: Options, session: Session): Promise<ConfigFile | undefined | 'unusable'> {
  const { cwd } = session.terminal
  if (options.config === undefined) return await findConfig(cwd)
  try {
    return await readConfigFile(resolve(cwd, options.config))
  } catch {
    session.refuse('input.config-missing', { path: options.config })
    return 'unusable'
  }
}

async function readConfigOf(file: ConfigFile, session: Session): Promise<Config | undefined> {
  const path = shownPath(file.path, session.terminal.cwd)
  const decoded = decode(file.bytes)
  const reading = decoded.problems.length > 0 ? undefined : await readConfig(decoded.value.text, file.key)
  const problems = reading ? reading.problems : decoded.problems
  if (problems.length > 0) session.refuseFile(path, decoded.value.text, problems)
  return problems.length > 0 ? undefined : reading?.value
}

/** Relative where the file lies below the current folder. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside
}

/** The input files; what cannot be used is refused, one sentence each. `-` is standard input. */
export async function inputFiles(
  patterns: readonly string[],
  setup: Pick<Setup, 'root' | 'config'>,
  session: Session,
  extensions: readonly string[] = documentExtensions,
): Promise<Inputs['files']> {
  const named = patterns.filter(pattern => pattern !== '-')
  const ignore = setup.config.ignore ?? []
  const found = await findInputs(named, { cwd: session.terminal.cwd, root: setup.root, ignore, extensions })
  for (const path of found.ignored) session.note('input.ignored', { path })
  for (const { path, reason } of found.unusable) session.refuse(`input.${reason}`, { path })
  return patterns.includes('-') ? ['-', ...found.files] : found.files
}
