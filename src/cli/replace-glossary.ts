import { resolve } from 'node:path'
import { diskHost, findConfig, openJournal } from '../node/index.ts'
import type { Session } from './session.ts'

/** Writes a glossary file so that `undo` can take it back; one that was not there before is only written. */
export async function replaceGlossary(
  path: string,
  before: Uint8Array | undefined,
  after: Uint8Array,
  { terminal }: Session,
): Promise<void> {
  const file = resolve(terminal.cwd, path)
  if (!before) {
    await terminal.whole(() => diskHost.replace(file, [after]))
    return
  }
  const root = (await findConfig(terminal.cwd).catch(() => undefined))?.folder ?? terminal.cwd
  const journal = openJournal(root, new Date().toISOString().replace(/[:.]/g, '-'))
  await terminal.whole(() => journal.replace(file, before, after))
}
