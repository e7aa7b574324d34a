import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Editors write in several steps: what happens within so many milliseconds is one change. */
const calm = 100

/**
 * Comes round once for each change below some folders or beside some files (absolute paths, those of files need not be there yet),
 * whatever it is, until it is left or `ended` settles. Changes that come while the caller works are one more round.
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
  const watched = await foldersOf(paths)
  const watchers = [...watched].map(([folder, recursive]) => open(folder, recursive, onChange))
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

/** The folders to watch, each with whether all below it is meant. A file is watched through its folder: editors replace it. */
async function foldersOf(paths: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const folders = new Map<string, boolean>()
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true
    const folder = isFolder ? path : dirname(path)
    folders.set(folder, isFolder || folders.get(folder) === true)
  }
  return folders
}

/** A folder that goes away meanwhile is no longer watched. */
const open = (folder: string, recursive: boolean, onChange: () => void): FSWatcher =>
  watch(folder, { recursive }, onChange).on('error', () => {})
