import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { diskHost } from './disk-host.ts'
import { replaceFile, temporaryPath } from './replace.ts'

/** What the journal keeps of one write. `path` is relative to the project's folder; the hashes are SHA-256. */
interface Entry {
  readonly path: string
  readonly before: string
  readonly after: string
  /** The file beside the journal that holds the old bytes. */
  readonly copy: string
  readonly process: number
}

export interface Journal {
  /** Replaces a file so that `undoLastRun` can take it back, also after a crash at any moment. */
  replace(path: string, before: Uint8Array, after: Uint8Array): Promise<void>
}

export interface Undone {
  readonly restored: readonly string[]
  /** Changed or deleted since: left as they are. */
  readonly refused: readonly string[]
  /** False where no run is recorded. */
  readonly found: boolean
}

const folderOf = (root: string): string => join(root, '.tlumach', 'undo')

/**
 * Opens the journal of a run; it takes the place of the last one with the run's first write. The old bytes and the entry
 * are on the disk before the file is replaced, so each file is at all times the old or the new one and can be taken back.
 */
export function openJournal(root: string, run: string): Journal {
  const folder = join(folderOf(root), run)
  let count = 0
  return {
    async replace(path, before, after) {
      const first = count === 0
      const copy = `${count++}.before`
      if (first) await mkdir(folder, { recursive: true })
      await writeDurably(join(folder, copy), before, 'w')
      const hashes = { before: diskHost.hash(before), after: diskHost.hash(after) }
      const entry: Entry = { path: relative(root, resolve(path)), ...hashes, copy, process: process.pid }
      await writeDurably(join(folder, 'entries.jsonl'), Buffer.from(`${JSON.stringify(entry)}\n`), 'a')
      if (first) await forgetOthers(root, run)
      await replaceFile(path, [after])
    },
  }
}

/** Takes the last run back, file by file. A second call finds nothing, unless files were refused. */
export async function undoLastRun(root: string): Promise<Undone> {
  const run = (await runsIn(root)).at(-1)
  if (run === undefined) return { restored: [], refused: [], found: false }
  const folder = join(folderOf(root), run)
  const restored: string[] = []
  const refused: string[] = []
  for (const entry of (await readEntries(folder)).reverse()) {
    const path = resolve(root, entry.path)
    await rm(temporaryPath(path, entry.process), { force: true })
    const now = await diskHost.read(path)
    const hash = now && diskHost.hash(now)
    if (hash === entry.before) continue
    const old = await diskHost.read(join(folder, entry.copy))
    if (hash === entry.after && old && diskHost.hash(old) === entry.before) {
      await replaceFile(path, [old])
      restored.push(path)
    } else refused.push(path)
  }
  if (refused.length === 0) await rm(folder, { recursive: true, force: true })
  return { restored: restored.reverse(), refused: refused.reverse(), found: true }
}

/** The recorded runs, oldest first: their names begin with the time. */
async function runsIn(root: string): Promise<string[]> {
  const entries = await readdir(folderOf(root), { withFileTypes: true }).catch(() => [])
  const runs = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  return runs.sort()
}

/** A line torn by a crash is the last one, and its file was not yet replaced. */
async function readEntries(folder: string): Promise<Entry[]> {
  const text = await readFile(join(folder, 'entries.jsonl'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Entry)
}

async function forgetOthers(root: string, run: string): Promise<void> {
  const folder = folderOf(root)
  await writeFile(join(folder, '.gitignore'), '*\n')
  for (const other of await runsIn(root)) {
    if (other === run) continue
    for (const entry of await readEntries(join(folder, other))) {
      await rm(temporaryPath(resolve(root, entry.path), entry.process), { force: true })
    }
    await rm(join(folder, other), { recursive: true, force: true })
  }
}

async function writeDurably(path: string, bytes: Uint8Array, flag: 'w' | 'a'): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, flag)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
