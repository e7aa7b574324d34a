import { cacheFolder, diskHost, openCache } from '../node/index.ts'
import { openProject, type Project } from '../project/index.ts'
import { build } from './build.ts'
import { glossaryPaths } from './glossaries.ts'
import { refuseUnusable, type Session } from './session.ts'
import { openSetup, type Setup, shownPath } from './setup.ts'
import type { Options } from './spec.ts'

/** The configuration and the glossaries of a run. */
export interface Work extends Setup {
  readonly project: Project
}

/** Opens both; undefined (and refused) where one of them cannot be used. */
export async function openWork(options: Options, session: Session): Promise<Work | undefined> {
  const setup = await openSetup(options, session)
  const project = setup && (await openProjectOf(setup, options, session))
  return project && { ...setup, project }
}

/** Opens the glossaries of a run; undefined (and refused) where one of them cannot be used. */
export async function openProjectOf(setup: Setup, options: Options, session: Session): Promise<Project | undefined> {
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
  return project
}
