import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { Script } from 'node:vm'

/** The function that Node makes of a CommonJS file. */
type ModuleFunction = (
  exports: unknown,
  require: (specifier: string) => unknown,
  module: { exports: unknown },
  path: string,
  folder: string,
) => void

/** What V8 has compiled of the program's files, kept between runs: compiling them takes longer than most articles. */
export interface CodeCache {
  /** Throws what reading and compiling the file throws. */
  compile(path: string): ModuleFunction
  /** Writes the code of all files of this run, if that of one was not kept. Never throws. */
  save(): void
}

const digestLength = 32
/** In seconds. In a long run V8 drops the code of what ran only at its start, which is what is worth keeping. */
const longRun = 5
/** In milliseconds: after so long an entry is removed, and made again if it is still in use. */
const lifetime = 30 * 24 * 3600 * 1000
const prefix = 'code-'

/**
 * An entry is code behind the digest of code and source, so that it is never that of another source, nor damaged. V8 refuses what
 * another version or other flags have made. Nobody else's entries are used: they are run, not only read.
 */
export function openCodeCache(folder: string): CodeCache {
  const entryOf = (path: string) => join(folder, `${prefix}${process.version}-${process.arch}-${basename(path)}`)
  const compiled: { readonly entry: string; readonly source: Buffer; readonly script: Script }[] = []
  let isComplete = true
  return {
    compile(path) {
      const source = readFileSync(path)
      const entry = entryOf(path)
      const cachedData = read(entry, source)
      const text = `(function(exports,require,module,__filename,__dirname){${source}\n})`
      const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) })
      if (!cachedData || script.cachedDataRejected) isComplete = false
      compiled.push({ entry, source, script })
      return script.runInThisContext()
    },
    save() {
      if (isComplete || process.uptime() > longRun) return
      try {
        mkdirSync(folder, { recursive: true })
        for (const { entry, source, script } of compiled) write(entry, source, script.createCachedData())
        removeOld(folder)
      } catch {
        // A full or read-only disk: the next run compiles again.
      }
    },
  }
}

const digest = (source: Buffer, code: Buffer): Buffer => createHash('sha256').update(source).update(code).digest()

function read(entry: string, source: Buffer): Buffer | undefined {
  try {
    const file = openSync(entry, 'r')
    try {
      if (process.getuid && fstatSync(file).uid !== process.getuid()) return undefined
      const stored = readFileSync(file)
      const code = stored.subarray(digestLength)
      return digest(source, code).equals(stored.subarray(0, digestLength)) ? code : undefined
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

function write(entry: string, source: Buffer, code: Buffer): void {
  const temporary = `${entry}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([digest(source, code), code]), { mode: 0o600 })
    renameSync(temporary, entry)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder).filter(each => each.startsWith(prefix))) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > lifetime) rmSync(path, { force: true })
  }
}
