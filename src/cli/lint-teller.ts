import type { Source } from '../project/index.ts'
import { build } from './build.ts'
import type { LintReport, Told } from './lint-report.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import type { Options } from './spec.ts'

/** What is to be told of a text; undefined (and refused) where a glossary cannot be used. */
export type Teller = (source: Source) => Promise<Told | undefined>

export interface OpenTeller {
  readonly tell: Teller
  /** Keeps what is to be remembered. */
  save(): Promise<void>
}

/** `files`: all of the run. The linter is opened with the first text that it has to look at. */
export async function openTeller(
  setup: Setup,
  files: readonly string[],
  report: LintReport,
  options: Options,
  session: Session,
): Promise<OpenTeller> {
  let engine: ReturnType<typeof open> | undefined
  const open = async () => (await import('./lint-engine.ts')).openEngine(setup, files, options, session)
  const tell: Teller = async source => {
    engine ??= open()
    const lint = await engine
    return lint && report.tell(await lint(source))
  }
  if (!options.cache || !build || options.fix) return { tell, save: async () => {} }
  const { rememberTelling } = await import('./lint-cache.ts')
  return await rememberTelling(tell, { setup, files, variant: report.variant, build }, options, session)
}
