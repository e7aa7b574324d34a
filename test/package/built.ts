import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Built {
  /** The program as it is published. */
  readonly program: string
  remove(): void
}

/** Builds the program into a folder of its own, with what it finds beside it. */
export function build(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-built-'))
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/build.mjs'), '--no-types', '--out', join(folder, 'dist')],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  cpSync(join(root, 'glossaries'), join(folder, 'glossaries'), { recursive: true })
  return { program: join(folder, 'dist/cli.cjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly killAfter?: number
  readonly signal?: NodeJS.Signals
  readonly env?: Record<string, string>
}

/** Goes with the build; the cache of who runs the tests is left alone. */
const cacheOf = (program: string): string => join(dirname(program), '../cache')

/** Runs the program whole; `killAfter` ends it after so many milliseconds, unless it is done before. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, killAfter, signal = 'SIGKILL', env = {} }: RunOptions = {},
): Promise<Ended> {
  return new Promise(done => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { ...(cwd && { cwd }), env: { ...process.env, LC_ALL: 'C', TLUMACH_CACHE: cacheOf(program), ...env } },
      (_error, out, err) => done({ code: child.exitCode, signal: child.signalCode, out, err }),
    )
    if (killAfter !== undefined) setTimeout(() => child.kill(signal), killAfter)
  })
}
