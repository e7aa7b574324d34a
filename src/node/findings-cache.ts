import { createHash } from 'node:crypto'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { openCache } from './cache.ts'

/** What earlier runs have found. Keys are made of all that the findings follow from, so that none is ever stale, only missing. */
export interface FindingsCache {
  get(key: string): unknown
  /** `value` is kept as JSON. */
  put(key: string, value: unknown): void
  /** Writes what is new; it goes before what this run has not asked for, which is dropped beyond the limit. Never rejects. */
  save(): Promise<void>
}

/** In UTF-16 units: what one project may keep. */
const limit = 32_000_000
/** In milliseconds: what no run has used for so long is removed. */
const lifetime = 30 * 24 * 3600 * 1000
const prefix = 'findings-'

/** A name for content: 128 bits of SHA-256. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} `).update(part)
  return hash.digest('hex').slice(0, keyLength)
}

const keyLength = 32

/** The findings of a project, which is named by its folder, in one file of the cache folder. */
export async function openFindingsCache(folder: string, project: string): Promise<FindingsCache> {
  const cache = openCache(folder)
  const name = prefix + contentKey(project)
  const known = readLines(await cache.get(name))
  const used = new Map<string, string>()
  let isNew = false
  return {
    get(key) {
      const stored = used.get(key) ?? known.get(key)
      if (stored === undefined) return undefined
      used.set(key, stored)
      return JSON.parse(stored)
    },
    put(key, value) {
      used.set(key, JSON.stringify(value))
      isNew = true
    },
    async save() {
      if (isNew) {
        await cache.put(name, Buffer.from(asLines([...used, ...[...known].filter(([key]) => !used.has(key))])))
        await removeOld(folder)
      } else await touch(join(folder, name))
    },
  }
}

function readLines(bytes: Uint8Array | undefined): Map<string, string> {
  const text = bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString() : ''
  const entries = text.split('\n').filter(line => line.length > keyLength)
  return new Map(entries.map(line => [line.slice(0, keyLength), line.slice(keyLength)]))
}

function asLines(entries: readonly (readonly [string, string])[]): string {
  let size = 0
  return entries
    .filter(([key, value]) => {
      size += key.length + value.length
      return size <= limit
    })
    .map(([key, value]) => `${key}${value}\n`)
    .join('')
}

async function removeOld(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(each => each.startsWith(prefix))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > lifetime) await rm(join(folder, name), { force: true })
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}
