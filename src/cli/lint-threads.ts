import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type { Source } from '../project/index.ts'
import type { Told } from './lint-report.ts'
import type { Task, WorkerSession } from './lint-worker.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** Texts linted at the same time by threads that each hold the glossaries, beside the main one. */
export interface Threads {
  /** False where each has texts enough for a while. */
  hasRoom(): boolean
  /** How many texts may wait in all. */
  readonly room: number
  /** Undefined where the text has to be told of here: what is told of it cannot be handed over. */
  tell(source: Source): Promise<Told | undefined>
  end(): Promise<void>
}

/** Texts that wait for each thread. */
const ahead = 8

/** More need memory and bring little: each thread holds the glossaries. */
const most = 4

export const usualThreads = (): number => Math.min(availableParallelism(), most)

export function openThreads(count: number, options: Options, { terminal, words, version }: Session): Threads {
  const pool = new Tinypool({
    filename: new URL('./lint-worker.cjs', import.meta.url).href,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: ahead,
    idleTimeout: 60_000,
  })
  const { cwd, environment, platform, outIsTerminal, errIsTerminal, columns } = terminal
  const session: WorkerSession = {
    options,
    language: words.language,
    version,
    terminal: {
      cwd,
      environment: { ...environment },
      platform,
      outIsTerminal,
      errIsTerminal,
      ...(columns !== undefined && { columns }),
    },
  }
  let waiting = 0
  return {
    room: count * ahead,
    hasRoom: () => waiting < count * ahead,
    async tell(source) {
      waiting++
      try {
        return await pool.run({ source, session } satisfies Task)
      } finally {
        waiting--
      }
    },
    end: () => pool.destroy(),
  }
}
