/** Why a memory cannot be used: no SQLite here, the folder may not be written, no memory, one of a later version, held too long by another process. */
export type MemoryFaultReason = 'module' | 'folder' | 'damaged' | 'newer' | 'busy'

export class MemoryFault extends Error {
  readonly reason: MemoryFaultReason
  readonly path: string

  constructor(reason: MemoryFaultReason, path: string, cause?: unknown) {
    super(`${path}: ${reason}`, { cause })
    this.reason = reason
    this.path = path
  }
}

/** SQLite's result codes and messages (sqlite.org/rescode.html) by what they mean to the user. */
const reasons: readonly (readonly [RegExp, MemoryFaultReason])[] = [
  [/SQLITE_BUSY|database is locked/i, 'busy'],
  [/SQLITE_NOTADB|SQLITE_CORRUPT|not a database|malformed/i, 'damaged'],
  [/SQLITE_(READONLY|CANTOPEN|FULL|IOERR|PERM)|readonly|unable to open|disk is full|disk I\/O/i, 'folder'],
]

/** The fault behind an error of SQLite; other errors stay as they are. */
export function asFault(error: unknown, path: string): unknown {
  const text = `${(error as { code?: unknown }).code ?? ''} ${(error as Error).message ?? ''}`
  const reason = reasons.find(([pattern]) => pattern.test(text))?.[1]
  return reason ? new MemoryFault(reason, path, error) : error
}
