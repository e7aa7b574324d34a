import { constants } from 'node:fs'
import {
  access,
  chmod,
  chown,
  type FileHandle,
  mkdir,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** The file beside `path` into which a process writes before it takes the place of `path`. */
export const temporaryPath = (path: string, process_: number): string =>
  join(dirname(path), `.${basename(path)}.tlumach-${process_}.tmp`)

/**
 * Writes a file whole or not at all: into a temporary file in the same folder, to the disk, then over the old name (POSIX
 * `rename` is atomic). Keeps mode and owner, follows links, makes folders. Rejects where the file may not be written.
 */
export async function replaceFile(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const target = await linkTarget(path)
  const old = await stat(target).catch(() => undefined)
  if (old) await access(target, constants.W_OK)
  else await mkdir(dirname(target), { recursive: true })
  const temporary = temporaryPath(target, process.pid)
  try {
    const file = await open(temporary, 'w', old?.mode ?? 0o666)
    try {
      await writeAll(file, chunks)
      await file.sync()
    } finally {
      await file.close()
    }
    if (old) {
      await chown(temporary, old.uid, old.gid).catch(() => undefined)
      await chmod(temporary, old.mode)
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw ofTarget(error, temporary, target)
  }
  await syncFolder(dirname(target))
}

/** A refusal of the temporary file as one of the file that was meant: nobody knows the other. */
const ofTarget = (error: unknown, temporary: string, target: string): unknown =>
  error instanceof Error && 'path' in error && error.path === temporary ? Object.assign(error, { path: target }) : error

async function writeAll(file: FileHandle, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
  }
}

/** Where a path leads over links; a link to nothing leads to what it names. */
async function linkTarget(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const named = await readlink(path).catch(() => undefined)
    return named === undefined ? resolve(path) : resolve(dirname(path), named)
  }
}

/** Puts the new name itself on the disk; where folders cannot be opened (Windows) the system does without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
