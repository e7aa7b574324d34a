import { findConfig, undoLastRun } from '../../node/index.ts'
import { shownPath } from '../setup.ts'
import type { Run } from '../spec.ts'

export const run: Run = async (_args, _options, session) => {
  const { cwd } = session.terminal
  const root = (await findConfig(cwd).catch(() => undefined))?.folder ?? cwd
  const { found, restored, refused } = await undoLastRun(root)
  if (!found) {
    session.note('undo.nothing')
    return 0
  }
  for (const path of restored) session.note('undo.restored', { path: shownPath(path, cwd) })
  for (const path of refused) session.refuse('undo.refused', { path: shownPath(path, cwd) })
  session.note('undo.done', { files: restored.length })
  return session.status(0)
}
