import { archiveOf, type Checked, lint, type Source } from '../project/index.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import { sourcesAhead } from './sources.ts'
import type { Options } from './spec.ts'
import { openProjectOf } from './work.ts'

/** The linter with the glossaries of a run: what is loaded only where a text has to be looked at. */
export type Engine = (source: Source) => Promise<Checked>

/** Undefined (and refused) where a glossary cannot be used. `files`: all of the run. */
export async function openEngine(
  setup: Setup,
  files: readonly string[],
  options: Options,
  session: Session,
): Promise<Engine | undefined> {
  const project = await openProjectOf(setup, options, session)
  if (!project) return undefined
  const archive = options.across
    ? await archiveOf(project, sourcesAhead(files, options, session), setup.settings)
    : undefined
  return source => lint(project, source, setup.settings(source.path), archive)
}
