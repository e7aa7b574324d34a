import { spawnSync } from 'node:child_process'

export interface Said {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end, two minutes at most. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Said {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
  })
  return { status: error ? null : status, out: stdout ?? '', err: error ? error.message : stderr }
}

/** Whether a command of this name is on the path. */
export const isInstalled = (command: string): boolean => runProgram('which', [command]).status === 0
