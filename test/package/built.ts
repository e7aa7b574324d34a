import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Built {
  /** The program as it is published. */
  readonly program: string
  /** Goes with the build; the cache of who runs the tests is left alone. */
  readonly cache: string
  remove(): void
}

/** The program in a folder of its own, with what it finds beside it. */
export function build(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-built-'))
  const dist = join(folder, 'dist')
  const run = process.env.TLUMACH_TEST_RUN
  if (run === undefined) buildInto(dist)
  else cpSync(builtOnce(join(run, 'dist')), dist, { recursive: true })
  cpSync(join(root, 'glossaries'), join(folder, 'glossaries'), { recursive: true })
  const program = join(dist, 'cli.cjs')
  return { program, cache: cacheOf(program), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The build of a whole run of the tests; whoever asks first makes it. Two that ask at once may both. */
function builtOnce(built: string): string {
  if (existsSync(built)) return built
  const making = mkdtempSync(`${built}-`)
  buildInto(making)
  try {
    renameSync(making, built)
  } catch (error) {
    if (!existsSync(built)) throw error
  }
  return built
}

function buildInto(folder: string): void {
  const script = join(root, 'scripts/build.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, '--no-types', '--out', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
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
