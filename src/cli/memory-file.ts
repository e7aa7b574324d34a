import { join, resolve } from 'node:path'
import type { MessageId } from '../i18n/index.ts'
import { hasMemory, MemoryFault, openMemory } from '../node/index.ts'
import type { Store } from '../project/index.ts'
import type { Session } from './session.ts'
import { type Setup, shownPath } from './setup.ts'
import type { Options } from './spec.ts'

/** Where the memory of a run is: the file that `--memory` names, else beside the configuration. */
export const memoryPath = (options: Options, { root }: Pick<Setup, 'root'>, { terminal }: Session): string =>
  typeof options.memory === 'string' ? resolve(terminal.cwd, options.memory) : join(root, '.tlumach', 'memory.sqlite')

/** Opens the memory for the work and closes it; undefined (and refused) where it cannot be used. */
export async function withMemory<T>(
  path: string,
  session: Session,
  work: (store: Store) => Promise<T>,
): Promise<T | undefined> {
  let store: Store | undefined
  try {
    store = await openMemory(path)
    return await work(store)
  } catch (error) {
    if (!(error instanceof MemoryFault)) throw error
    session.refuse(`memory.fault-${error.reason}` as MessageId, { path: shownPath(path, session.terminal.cwd) })
    return undefined
  } finally {
    store?.close()
  }
}

/** The same where there is a memory; where there is none a note says so, and the work is done without. */
export async function withMemoryIfAny<T>(
  options: Options,
  setup: Pick<Setup, 'root'>,
  session: Session,
  work: (store: Store | undefined) => Promise<T>,
): Promise<T | undefined> {
  if (options.memory === undefined) return await work(undefined)
  const path = memoryPath(options, setup, session)
  if (await hasMemory(path)) return await withMemory(path, session, work)
  session.note('memory.missing', { path: shownPath(path, session.terminal.cwd) })
  return await work(undefined)
}

/** This second, as entries have it. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')
