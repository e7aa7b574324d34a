import type { Source } from '../project/index.ts'
import { build } from './build.ts'
import { type LintReport, type Told, wholeFiles } from './lint-report.ts'
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

/**
 * `files`: all of the run. The linter is opened with the first text that it has to look at. Undefined (and refused) where the baseline
 * cannot be used.
 */
export async function openTeller(
  setup: Setup,
  files: readonly string[],
  report: LintReport,
  options: Options,
  session: Session,
): Promise<OpenTeller | undefined> {
  const hasBaseline = (options.baseline !== undefined || options.writeBaseline === true) && !options.diff
  const { tell: tellOf, variant } = hasBaseline ? wholeFiles : report
  let engine: ReturnType<typeof open> | undefined
  const open = async () => (await import('./lint-engine.ts')).openEngine(setup, files, options, session)
  const tell: Teller = async source => {
    engine ??= open()
    const lint = await engine
    return lint && tellOf(await lint(source))
  }
  const opened =
    options.cache && build && !options.fix
      ? await (await import('./lint-cache.ts')).rememberTelling(
          tell,
          { setup, files, variant, build },
          options,
          session,
        )
      : { tell, save: async () => {} }
  if (!hasBaseline) return opened
  const { heedingBaseline } = await import('./lint-baseline.ts')
  return await heedingBaseline(opened, { setup, report }, options, session)
}
