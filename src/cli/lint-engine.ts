import { archiveOf, lint, lintParallel, type Source } from '../project/index.ts'
import type { Mended } from './lint-fix.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import { sourcesAhead } from './sources.ts'
import type { Options } from './spec.ts'
import { openProjectOf } from './work.ts'

export { mend } from '../project/index.ts'

/** The linter with the glossaries of a run: what is loaded only where a text has to be looked at. */
export type Engine = (source: Source) => Promise<Mended>

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
  const alone: Engine = source => lint(project, source, setup.settings(source.path), archive)
  if (options.fix) {
    const { mending } = await import('./lint-fix.ts')
    return mending(alone, { project, setup, files, ...(archive && { archive }) }, options, session)
  }
  if (!options.parallel) return alone
  const checked = await lintParallel(project, sourcesAhead(files, options, session), setup.settings, archive)
  const found = new Map(checked.map(each => [each.path, each]))
  return async source => found.get(source.path) ?? (await alone(source))
}
