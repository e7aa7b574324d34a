import { availableParallelism } from 'node:os'
import { setImmediate as turnOfEvents } from 'node:timers/promises'
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
  /** How many texts have been handed over and are not told of yet. */
  waiting(): number
  /** Hears what has been told meanwhile. */
  listen(): Promise<void>
  /** Undefined where the text has to be told of here: what is told of it cannot be handed over. */
  tell(source: Source): Promise<Told | undefined>
  end(): Promise<void>
}

/** Texts are handed over by lots: each costs a message there and back, whatever it holds. */
const [mostTexts, mostBytes] = [32, 1 << 18]

/** Lots for each thread, one that it works at and one that waits. */
const ahead = 2

type Answers = readonly (Told | undefined)[]

/** Open until it is full or nothing more can be added to it before the program has to wait. */
interface Lot {
  readonly sources: Source[]
  bytes: number
  answers?: Promise<Answers>
}

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
  let [lots, waiting] = [0, 0]
  let open: Lot | undefined
  const handOver = (lot: Lot): Promise<Answers> => {
    if (open === lot) open = undefined
    lot.answers ??= pool.run({ sources: lot.sources, session } satisfies Task).finally(() => {
      lots--
      waiting -= lot.sources.length
    })
    return lot.answers
  }
  return {
    hasRoom: () => open !== undefined || lots < count * ahead,
    waiting: () => waiting,
    listen: () => turnOfEvents(),
    async tell(source) {
      if (!open) {
        lots++
        open = { sources: [], bytes: 0 }
      }
      const lot = open
      const at = lot.sources.push(source) - 1
      lot.bytes += source.bytes.length
      waiting++
      const isFull = lot.sources.length === mostTexts || lot.bytes >= mostBytes
      if (!isFull) await turnOfEvents()
      return (await handOver(lot))[at]
    },
    end: () => pool.destroy(),
  }
}
