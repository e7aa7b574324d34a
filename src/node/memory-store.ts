import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type Entry,
  exactKey,
  type Pair,
  primaryLanguage,
  type Store,
  type Stored,
  type StoreStats,
} from '../memory/index.ts'
import { type Database, findSqlite } from './memory-database.ts'
import { asFault, MemoryFault } from './memory-fault.ts'
import { type EntryRow, fieldsCell, hashNumber, runsCell, storedOf } from './memory-rows.ts'
import { prepareDatabase, transaction } from './memory-schema.ts'
import { indexer, searcher } from './memory-words.ts'

/** Rows that `all` reads at a time. */
const pageSize = 1000

/**
 * A memory in an SQLite file, made where there is none. Rejects with `MemoryFault` where it cannot be used, and so do the store's own calls.
 * Several processes may use one file: each call is a transaction.
 */
export async function openMemory(path: string): Promise<Store> {
  const Sqlite = await findSqlite()
  if (!Sqlite) throw new MemoryFault('module', path)
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    throw new MemoryFault('folder', path, error)
  }
  try {
    const database = new Sqlite(path)
    prepareDatabase(database, path)
    return guarded(storeOn(database), path)
  } catch (error) {
    throw asFault(error, path)
  }
}

/** True where a memory is. */
export const hasMemory = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() === true

function guarded(store: Store, path: string): Store {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw asFault(error, path)
    }
  }
  return {
    put: entries => guard(store.put(entries)),
    exact: (pair, key) => guard(store.exact(pair, key)),
    candidates: query => guard(store.candidates(query)),
    get: ids => guard(store.get(ids)),
    remove: ids => guard(store.remove(ids)),
    stats: () => guard(store.stats()),
    all: () => store.all(),
    close: () => store.close(),
  }
}

function storeOn(database: Database): Store {
  const pairs = pairTable(database)
  const put = putter(database, pairs)
  const columns = 'id, source, target, fields'
  const byKey = database.prepare(`SELECT ${columns} FROM entry WHERE pair = ? AND source_hash = ?`)
  const byIds = database.prepare(`SELECT ${columns} FROM entry WHERE id IN (SELECT value FROM json_each(?))`)
  const page = database.prepare(`SELECT ${columns} FROM entry WHERE id < ? ORDER BY id DESC LIMIT ${pageSize}`)
  const removal = database.prepare('DELETE FROM entry WHERE id IN (SELECT value FROM json_each(?))')
  const search = searcher(database)
  return {
    put: async entries => put(entries),
    async exact(pair, key) {
      const id = pairs.find(pair)
      const rows = id === undefined ? [] : byKey.all(id, hashNumber(key))
      return stored(rows).filter(({ entry }) => exactKey(entry.source) === key)
    },
    async candidates(query) {
      const id = pairs.find(query.pair)
      return id === undefined ? [] : search(id, query)
    },
    get: async ids => stored(byIds.all(JSON.stringify(ids))),
    remove: async ids => transaction(database, () => Number(removal.run(JSON.stringify(ids)).changes)),
    async *all() {
      for (let last = Number.MAX_SAFE_INTEGER; ; ) {
        const rows = stored(page.all(last))
        yield* rows
        if (rows.length < pageSize) return
        last = rows.at(-1)!.id
      }
    },
    stats: async () => statsOf(database),
    close: () => database.close(),
  }
}

const stored = (rows: readonly unknown[]): Stored[] => rows.map(row => storedOf(row as EntryRow))

interface PairTable {
  find(pair: Pair): number | undefined
  /** Only within a transaction. */
  findOrAdd(pair: Pair): number
}

function pairTable(database: Database): PairTable {
  const select = database.prepare('SELECT id FROM pair WHERE source = ? AND target = ?')
  const insert = database.prepare('INSERT INTO pair (source, target) VALUES (?, ?)')
  const find = ({ source, target }: Pair) => (select.get(source, target) as { readonly id: number } | undefined)?.id
  return {
    find,
    findOrAdd: pair => find(pair) ?? Number(insert.run(pair.source, pair.target).lastInsertRowid),
  }
}

function putter(database: Database, pairs: PairTable) {
  const insert = database.prepare(
    `INSERT INTO entry (id, pair, source_hash, identity, source, target, fields) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pair, source_hash, identity) DO UPDATE SET source = excluded.source, target = excluded.target, fields = excluded.fields`,
  )
  const counter = database.prepare('SELECT next FROM counter')
  const count = database.prepare('UPDATE counter SET next = ?')
  const index = indexer(database)
  return (entries: readonly Entry[]) =>
    transaction(database, () => {
      const first = (counter.get() as { readonly next: number }).next
      let next = first
      const ids = new Map<string, number>()
      for (const entry of entries) {
        const pair = pairOf(entry)
        const key = `${pair.source} ${pair.target}`
        const pairId = ids.get(key) ?? pairs.findOrAdd(pair)
        ids.set(key, pairId)
        const source = runsCell(entry.source)
        const target = runsCell(entry.target)
        const hash = hashNumber(exactKey(entry.source))
        const identity = hashNumber([source, target, entry.before ?? '', entry.after ?? ''].join('\u0003'))
        const { lastInsertRowid } = insert.run(next, pairId, hash, identity, source, target, fieldsCell(entry))
        if (Number(lastInsertRowid) !== next) continue
        index.add(pairId, next, entry)
        next++
      }
      index.flush()
      count.run(next)
      return { added: next - first, replaced: entries.length - (next - first) }
    })
}

const pairOf = ({ sourceLanguage, targetLanguage }: Entry): Pair => ({
  source: primaryLanguage(sourceLanguage),
  target: primaryLanguage(targetLanguage),
})

function statsOf(database: Database): StoreStats {
  const pairs = database
    .prepare(
      `SELECT pair.source, pair.target, count(*) AS entries FROM entry JOIN pair ON pair.id = entry.pair
       GROUP BY entry.pair ORDER BY entries DESC, pair.source, pair.target`,
    )
    .all() as StoreStats['pairs']
  const one = (sql: string, key: string) => (database.prepare(sql).get() as Record<string, number>)[key]!
  return {
    pairs: pairs.map(({ source, target, entries }) => ({ source, target, entries })),
    entries: pairs.reduce((sum, { entries }) => sum + entries, 0),
    bytes: one('PRAGMA page_count', 'page_count') * one('PRAGMA page_size', 'page_size'),
  }
}
