import { spawnSync } from 'node:child_process'

export interface Said {
  readonly status: number | null
  readonly bytes: Uint8Array
  readonly out: string
  readonly err: string
}

/** Runs a program to its end, two minutes at most. */
export function runProgram(
  command: string,
  args: readonly string[],
  {
    cwd,
    env = {},
    input,
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: Uint8Array } = {},
): Said {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    ...(input && { input }),
    timeout: 120_000,
    maxBuffer: 1 << 26,
  })
  const [bytes, said] = [stdout ?? Buffer.alloc(0), stderr ?? Buffer.alloc(0)]
  return { status: error ? null : status, bytes, out: bytes.toString(), err: error ? error.message : said.toString() }
}

/** Whether a command of this name is on the path. */
export const isInstalled = (command: string): boolean => runProgram('which', [command]).status === 0
