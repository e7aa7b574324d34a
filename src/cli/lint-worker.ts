import { openCatalog, type UiLanguage } from '../i18n/index.ts'
import type { Source } from '../project/index.ts'
import { openLintReport, type Told } from './lint-report.ts'
import { openSession } from './session.ts'
import { openSetup } from './setup.ts'
import type { Options } from './spec.ts'
import type { Terminal } from './terminal.ts'

/** What a thread has to know of the run, as data. */
export interface WorkerSession {
  readonly options: Options
  readonly language: UiLanguage
  readonly version: string
  readonly terminal: Pick<Terminal, 'cwd' | 'environment' | 'platform' | 'outIsTerminal' | 'errIsTerminal' | 'columns'>
}

export interface Task {
  readonly sources: readonly Source[]
  readonly session: WorkerSession
}

type Tell = (source: Source) => Promise<Told | undefined>

let opened: Promise<Tell> | undefined

/** What is told of texts; undefined where that is no data. The glossaries are opened with the first lot. */
export default async function tell({ sources, session }: Task): Promise<readonly (Told | undefined)[]> {
  opened ??= open(session)
  const tellOf = await opened
  const told: (Told | undefined)[] = []
  for (const source of sources) told.push(await tellOf(source))
  return told
}

/** What is wrong with glossaries and configuration has been said by the main thread, which opened them before. */
async function open({ options, language, version, terminal }: WorkerSession): Promise<Tell> {
  const silent: Terminal = {
    ...terminal,
    input: async () => new Uint8Array(),
    out: () => {},
    err: () => {},
    whole: work => work(),
  }
  const session = openSession(silent, await openCatalog(language), options, version)
  const report = await openLintReport(options, session)
  const setup = await openSetup(options, session)
  const engine = setup && (await (await import('./lint-engine.ts')).openEngine(setup, [], options, session))
  if (!engine) return async () => undefined
  return async source => {
    const told = report.tell(await engine(source))
    return 'said' in told ? told : undefined
  }
}
