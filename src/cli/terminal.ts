import { constants } from 'node:os'
import picocolors from 'picocolors'
import type { Paint } from '../report/index.ts'

/** All that a command knows of the process it runs in, so that tests can hand in another. */
export interface Terminal {
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** How wide help may be; 80 where nothing is known. */
  readonly columns?: number
  /** The whole of standard input; read at most once. */
  input(): Promise<Uint8Array>
  /** Standard input line by line, as a person types it; without it the whole is split. */
  lines?(): AsyncIterable<string>
  /** Asks the person a question and gives the answer's line, undefined at the end of input; absent where nobody can be asked. */
  ask?(question: string): Promise<string | undefined>
  out(data: string | Uint8Array): void
  err(text: string): void
  /** Does the work to its end, whatever signal comes meanwhile; the signal is obeyed after it. */
  whole<T>(work: () => Promise<T>): Promise<T>
  /** Resolves with the first signal from now on, which then does not end the program. */
  interrupted?(): Promise<void>
  /** What is to be said when a signal ends the program. */
  onInterrupt?(say: () => void): void
  /** What is to be done where nothing more can be written to the standard streams; then the program ends. */
  onFullOutput?(complain: (error: unknown) => void): void
}

/** The real one. */
export function processTerminal(): Terminal {
  return {
    ...obeySignals(),
    onFullOutput: watchOutput,
    cwd: process.cwd(),
    environment: process.env,
    platform: process.platform,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    ...(process.stdout.isTTY && { columns: process.stdout.columns }),
    input: readStandardInput,
    lines: standardInputLines,
    ...(process.stderr.isTTY && process.stdin.isTTY && { ask }),
    out: data => void process.stdout.write(data),
    err: text => void process.stderr.write(text),
  }
}

/** A reader that goes away (`| head`) is no error of ours. */
function watchOutput(complain: (error: unknown) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      if (stream === process.stdout) complain(error)
      process.exit(2)
    })
  }
}

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A signal ends the program with the status that shells give it (128 and its number), but for work that must be whole. */
function obeySignals(): Required<Pick<Terminal, 'whole' | 'interrupted' | 'onInterrupt'>> {
  let say = () => {}
  let heed: (() => void) | undefined
  let held = 0
  let came: NodeJS.Signals | undefined
  const leave = (signal: NodeJS.Signals) => {
    say()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of interruptions) {
    process.on(signal, () => {
      const heeded = heed
      heed = undefined
      if (heeded) heeded()
      else if (held > 0) came = signal
      else leave(signal)
    })
  }
  return {
    async whole(work) {
      held++
      try {
        return await work()
      } finally {
        held--
        if (came && held === 0) leave(came)
      }
    },
    interrupted: () =>
      new Promise(resolve => {
        heed = resolve
      }),
    onInterrupt(tell) {
      say = tell
    },
  }
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return await new Promise(resolve => {
    lines.once('close', () => resolve(undefined))
    // Of a terminal in raw mode the program is told here alone.
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    lines.question(question, answer => {
      resolve(answer)
      lines.close()
    })
  })
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

async function* standardInputLines(): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline')
  yield* createInterface({ input: process.stdin })
}

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and that before what the stream is. */
export function wantsColor(terminal: Terminal, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal && TERM !== 'dumb'
}

/** How wide standard output is: what the terminal says, else COLUMNS; undefined where neither does. */
export function widthOf({ columns, environment }: Terminal): number | undefined {
  const said = columns ?? Number(environment.COLUMNS)
  return Number.isInteger(said) && said > 0 ? said : undefined
}

export function paintFor(color: boolean, columns?: number): Paint {
  const colors = picocolors.createColors(color)
  return {
    ...(columns !== undefined && { columns }),
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
    good: colors.green,
    strong: colors.bold,
    faint: colors.dim,
  }
}
