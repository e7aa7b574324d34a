import { resolve } from 'node:path'
import { changedFiles } from '../node/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** Those of the files that differ from the revision of `--changed`; undefined (and refused) where git cannot say. */
export async function onlyChanged(
  files: readonly string[],
  options: Options,
  session: Session,
): Promise<readonly string[] | undefined> {
  const { cwd } = session.terminal
  const revision = typeof options.changed === 'string' ? options.changed : 'HEAD'
  const changed = await changedFiles(cwd, revision)
  if (typeof changed === 'string') {
    session.refuse(`changed.${changed}`, { revision })
    return undefined
  }
  const left = files.filter(file => file === '-' || changed.has(resolve(cwd, file)))
  if (left.length === 0) session.note('changed.nothing', { revision })
  return left
}
