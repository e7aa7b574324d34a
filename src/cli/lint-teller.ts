import type { Source } from '../project/index.ts'
import { build } from './build.ts'
import { type LintReport, type Told, wholeFiles } from './lint-report.ts'
import { sharing } from './lint-sharing.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import type { Options } from './spec.ts'

/** What is to be told of a text; undefined (and refused) where a glossary cannot be used. */
export type Teller = (source: Source) => Promise<Told | undefined>

export interface OpenTeller {
  readonly tell: Teller
  /** How many texts may be asked of at a time. */
  readonly width?: () => number
  /** Once the text told here is, and what other threads have told meanwhile has been heard. */
  readonly caughtUp?: () => Promise<void>
  /** Keeps what is to be remembered. */
  save(): Promise<void>
}

/** What is told of texts, in their order, some of them asked of ahead. Ends with undefined where that cannot be told. */
export async function* toldOf(
  sources: AsyncIterable<Source>,
  { tell, width = () => 1, caughtUp = async () => {} }: OpenTeller,
) {
  const waiting: Promise<Told | undefined>[] = []
  for await (const source of sources) {
    const told = tell(source)
    told.catch(() => {})
    waiting.push(told)
    await caughtUp()
    while (waiting.length >= width()) yield await waiting.shift()!
  }
  for (const told of waiting) yield await told
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
  const tellHere: Teller = async source => {
    engine ??= open()
    const lint = await engine
    return lint && tellOf(await lint(source))
  }
  const isShareable = build !== undefined && variant !== wholeFiles.variant && !isWhole(options)
  const shared = isShareable ? sharing(tellHere, files.length, options, session) : undefined
  const tell = shared?.tell ?? tellHere
  const opened =
    options.cache && build && !options.fix
      ? await (await import('./lint-cache.ts')).rememberTelling(
          tell,
          { setup, files, variant, build },
          options,
          session,
        )
      : { tell, save: async () => {} }
  if (!hasBaseline)
    return { ...shared, tell: opened.tell, save: async () => void (await Promise.all([shared?.end(), opened.save()])) }
  const { heedingBaseline } = await import('./lint-baseline.ts')
  return await heedingBaseline(opened, { setup, report }, options, session)
}

/** Where what is told of a text hangs on others, or texts are changed. */
const isWhole = ({ fix, diff, across, parallel }: Options): boolean => Boolean(fix || diff || across || parallel)
