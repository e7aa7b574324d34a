import { dirname, join, resolve } from 'node:path'
import { diskHost } from '../node/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** A result, and the input it came from. */
export interface Result {
  /** As given; `-` for standard input. */
  readonly input: string
  /** File name without folder. */
  readonly name: string
  /** Below `--out-dir`. */
  readonly folder?: string
  readonly bytes: Uint8Array
}

/** Where a result goes: `-` is standard output. Beside its input unless the options say otherwise. */
export function destination(result: Omit<Result, 'bytes'>, options: Options): string {
  if (options.output !== undefined) return options.output
  if (options.outDir !== undefined) return join(options.outDir, result.folder ?? '', result.name)
  return result.input === '-' ? '-' : join(dirname(result.input), result.name)
}

/** Writes a result and gives its path; undefined (and refused) where a file is there and `--force` is not, or where this run has written it. */
export async function writeResult(result: Result, options: Options, session: Session): Promise<string | undefined> {
  const { terminal } = session
  const path = destination(result, options)
  if (path === '-') {
    terminal.out(result.bytes)
    return path
  }
  const absolute = resolve(terminal.cwd, path)
  if (session.written.has(absolute)) {
    session.refuse('output.twice', { path })
    return undefined
  }
  if (!options.force && (await diskHost.stat(absolute))) {
    session.refuse('output.exists', { path })
    return undefined
  }
  await terminal.whole(() => diskHost.replace(absolute, [result.bytes]))
  session.written.add(absolute)
  return path
}
