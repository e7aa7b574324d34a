import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import type { Host, Stat } from '../project/index.ts'
import { replaceFile } from './replace.ts'

/** The disk. Paths are those of the operating system, relative ones from the process's folder. */
export const diskHost: Host = {
  stat: path => orNothing(stat(path).then(toStat)),
  read: path => orNothing(readFile(path)),
  stream: path => createReadStream(path),
  async list(folder) {
    const entries = (await orNothing(readdir(folder, { withFileTypes: true }))) ?? []
    return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort()
  },
  replace: replaceFile,
  hash: bytes => createHash('sha256').update(bytes).digest('hex'),
}

/** A file's bytes at once, for work that goes file by file: a fifth of what a promise costs. Throws where it cannot be read. */
export const readNow = (path: string): Uint8Array | undefined => (existsSync(path) ? readFileSync(path) : undefined)

function toStat(found: Awaited<ReturnType<typeof stat>>): Stat {
  const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
  return { kind, size: Number(found.size), modified: Number(found.mtimeMs) }
}

async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** True for the errors that say there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return code === 'ENOENT' || code === 'ENOTDIR'
}
