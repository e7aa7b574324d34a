import type { Database } from './memory-database.ts'
import { MemoryFault } from './memory-fault.ts'

/**
 * What takes a memory from each version to the next; `PRAGMA user_version` counts them. A change of the schema is a new line here.
 *
 * `entry.source_hash` and `identity` find exact matches and the entry that a new one replaces. `posting` holds for each word and block of
 * entry numbers who has it (`Posting` of memory/): handed over as blobs, thousands of entries cost a query less than a tenth of
 * a millisecond, where rows of a full-text index cost some microseconds each.
 */
const migrations: readonly string[] = [
  `CREATE TABLE pair (id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, UNIQUE (source, target));
   CREATE TABLE counter (next INTEGER NOT NULL);
   INSERT INTO counter VALUES (1);
   CREATE TABLE entry (
     id INTEGER PRIMARY KEY,
     pair INTEGER NOT NULL REFERENCES pair,
     source_hash INTEGER NOT NULL,
     identity INTEGER NOT NULL,
     source TEXT NOT NULL,
     target TEXT NOT NULL,
     fields TEXT NOT NULL
   );
   CREATE UNIQUE INDEX entry_identity ON entry (pair, source_hash, identity);
   CREATE TABLE posting (
     pair INTEGER NOT NULL,
     word INTEGER NOT NULL,
     block INTEGER NOT NULL,
     entries BLOB NOT NULL,
     PRIMARY KEY (pair, word, block)
   ) WITHOUT ROWID;`,
]

/** Milliseconds that a process waits for another one's transaction. */
const patience = 30_000

/** Prepares a connection: writers wait for each other, readers for nobody, and the tables are those of this version. */
export function prepareDatabase(database: Database, path: string): void {
  database.exec(`PRAGMA busy_timeout = ${patience}`)
  keepLog(database)
  database.exec('PRAGMA synchronous = NORMAL')
  database.exec('PRAGMA cache_size = -65536')
  if (versionOf(database) === migrations.length) return
  transaction(database, () => {
    const version = versionOf(database)
    if (version > migrations.length) throw new MemoryFault('newer', path)
    for (const sql of migrations.slice(version)) database.exec(sql)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}

/**
 * Turns write-ahead logging on. For that SQLite does not wait as `busy_timeout` says (two processes that make a memory at once meet
 * here), so it is tried again until the patience ends.
 */
function keepLog(database: Database): void {
  const pause = 10
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; ; waited += pause) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      const isBusy = /locked|busy/i.test(error instanceof Error ? error.message : '')
      if (!isBusy || waited >= patience) throw error
      Atomics.wait(waiting, 0, 0, pause)
    }
  }
}

const versionOf = (database: Database): number =>
  (database.prepare('PRAGMA user_version').get() as { readonly user_version: number }).user_version

/** All of it or nothing; another process's writing is waited for at the beginning. */
export function transaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // Where the error ended the transaction itself there is nothing to take back.
    try {
      database.exec('ROLLBACK')
    } catch {}
    throw error
  }
}
