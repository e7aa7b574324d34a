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
}

/** The real one. */
export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    environment: process.env,
    platform: process.platform,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    ...(process.stdout.isTTY && { columns: process.stdout.columns }),
    input: readStandardInput,
    lines: standardInputLines,
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    out: data => void process.stdout.write(data),
    err: text => void process.stderr.write(text),
    whole: untilDone,
  }
}

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  let came: NodeJS.Signals | undefined
  const remember = (signal: NodeJS.Signals) => {
    came = signal
  }
  for (const signal of interruptions) process.on(signal, remember)
  try {
    return await work()
  } finally {
    for (const signal of interruptions) process.off(signal, remember)
    if (came) process.kill(process.pid, came)
  }
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return await new Promise(resolve => {
    lines.once('close', () => resolve(undefined))
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

export function paintFor(color: boolean): Paint {
  const colors = picocolors.createColors(color)
  return {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
    good: colors.green,
    strong: colors.bold,
    faint: colors.dim,
  }
}
