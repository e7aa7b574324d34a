import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Editors write in several steps: what happens within so many milliseconds is one change. */
const calm = 100

/**
 * Comes round once for each change below some folders or of some files (absolute paths), whatever it is, until it is left or
 * `ended` settles. Changes that come while the caller works are one more round.
 */
export async function* changes(paths: readonly string[], ended: Promise<void>): AsyncGenerator<void> {
  let wake = () => {}
  let changed = false
  let isOver = false
  const onChange = () => {
    changed = true
    wake()
  }
  void ended.then(() => {
    isOver = true
    wake()
  })
  const watchers = await Promise.all([...new Set(await foldersOf(paths))].map(folder => open(folder, onChange)))
  try {
    for (;;) {
      if (!changed && !isOver) await new Promise<void>(done => (wake = done))
      if (isOver) return
      await new Promise(done => setTimeout(done, calm))
      changed = false
      yield
    }
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}

/** A file is watched through its folder: editors replace it. */
const foldersOf = (paths: readonly string[]): Promise<string[]> =>
  Promise.all(
    paths.map(async path => ((await stat(path).catch(() => undefined))?.isDirectory() ? path : dirname(path))),
  )

/** A folder that goes away meanwhile is no longer watched. */
function open(folder: string, onChange: () => void): FSWatcher {
  return watch(folder, { recursive: true }, onChange).on('error', () => {})
}
