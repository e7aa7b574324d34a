import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a rival reads, and how fast it does. */
export interface Trial {
  /** Of the file that holds the text; a file of one line beside it tells what a start takes. */
  readonly name: string
  readonly text: string
  readonly command: (file: string) => readonly string[]
}

/**
 * Megabytes a second of a program, over what it takes for a single line; undefined where it fails or cannot be told apart from nothing.
 * The better of wall and processor time, and of several runs: what else the machine does shall not count against a rival.
 */
export function speedOf(folder: string, { name, text, command }: Trial): number | undefined {
  const one = `one-${name}`
  writeFileSync(join(folder, one), 'One line.\n')
  writeFileSync(join(folder, name), text)
  const taken = fastest(() => seconds(folder, command(name))) - fastest(() => seconds(folder, command(one)))
  return taken > 0 ? Buffer.byteLength(text) / 1e6 / taken : undefined
}

const fastest = (run: () => number): number => {
  const first = run()
  // A minute will not be better the next time.
  return first > 20 ? first : Math.min(first, run(), run())
}

/** Statuses above 1 are failures: these programs end with 1 where they find something. */
function seconds(cwd: string, command: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" > out 2> err'
  const started = performance.now()
  const { status, stderr, error } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
  })
  const wall = (performance.now() - started) / 1000
  if (error || status === null || status > 1) return Number.NaN
  const [user = 0, system = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return Math.min(wall, user + system)
}
