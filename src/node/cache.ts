import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where compiled things are kept between runs. Nothing in it is ever needed: what is missing or damaged is made again. */
export interface Cache {
  /** Undefined where nothing intact is kept under the key. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Never rejects: a cache that cannot be written is no cache. */
  put(key: string, bytes: Uint8Array): Promise<void>
}

/** The user's cache folder: TLUMACH_CACHE, else the place the operating system gives. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (environment.TLUMACH_CACHE) return environment.TLUMACH_CACHE
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'tlumach')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'tlumach')
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tlumach')
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const digestLength = 32

/** A cache in a folder. Keys are names of content (a hash), so an entry is never stale, only missing. */
export function openCache(folder: string): Cache {
  const pathOf = (key: string) => join(folder, key)
  return {
    async get(key) {
      const stored = await readFile(pathOf(key)).catch(() => undefined)
      if (!stored || stored.length < digestLength) return undefined
      // Not a Buffer: its `slice` would share memory where that of a Uint8Array copies.
      const bytes = new Uint8Array(stored.buffer, stored.byteOffset + digestLength, stored.length - digestLength)
      return digest(bytes).equals(stored.subarray(0, digestLength)) ? bytes : undefined
    },
    async put(key, bytes) {
      const temporary = `${pathOf(key)}.${process.pid}.tmp`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(temporary, Buffer.concat([digest(bytes), bytes]))
        await rename(temporary, pathOf(key))
      } catch {
        // A full or read-only disk: the next run compiles again.
      }
    },
  }
}
