import { resolve } from 'node:path'
import { cacheFolder, diskHost, openCache, shippedGlossaries } from '../node/index.ts'
import { openProject, type Project } from '../project/index.ts'
import { refuseUnusable, type Session } from './session.ts'
import { openSetup, type Setup, shownPath } from './setup.ts'
import type { Options } from './spec.ts'

declare const TLUMACH_BUILD: string | undefined

/** Names the sources that this program was built from; from the sources themselves nothing is cached. */
const build = typeof TLUMACH_BUILD === 'undefined' ? undefined : TLUMACH_BUILD

/** The configuration and the glossaries of a run. */
export interface Work extends Setup {
  readonly project: Project
}

/** Opens both; undefined (and refused) where one of them cannot be used. */
export async function openWork(options: Options, session: Session): Promise<Work | undefined> {
  const setup = await openSetup(options, session)
  if (!setup) return undefined
  const { cwd, environment, platform } = session.terminal
  const { checked, project } = await openProject(diskHost, {
    glossaries: await glossaryPaths(options, setup, cwd),
    ...(build && { cache: openCache(cacheFolder(environment, platform)) }),
    version: build ?? session.version,
  })
  for (const file of checked) refuseUnusable({ ...file, path: shownPath(file.path, cwd) }, session)
  if (!project) return undefined
  const { style } = setup.settings('')
  if (style !== undefined && !project.knowsStyle(style)) {
    session.refuse('usage.style-unknown', {
      name: style,
      choices: project.glossary.styles.map(({ id }) => id).join(', '),
    })
    return undefined
  }
  return { ...setup, project }
}

/** The shipped ones first, then the configuration's, then the command line's: a later one overrides an earlier one. */
async function glossaryPaths(options: Options, setup: Setup, cwd: string): Promise<string[]> {
  const withDefault = options.defaultGlossary !== false && setup.config.defaultGlossary !== false
  return [
    ...(withDefault ? await shippedGlossaries() : []),
    ...(setup.config.glossaries ?? []).map(path => resolve(setup.root, path)),
    ...(options.glossary ?? []).map(path => resolve(cwd, path)),
  ]
}
