/** What is asked of SQLite, in the words that `libsql` and Node's own module share. */
export interface Database {
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): void
}

export interface Statement {
  run(...values: readonly Value[]): { readonly lastInsertRowid: number | bigint; readonly changes: number | bigint }
  all(...values: readonly Value[]): unknown[]
  get(...values: readonly Value[]): unknown
}

export type Value = string | number | null | Uint8Array

type DatabaseMaker = new (path: string) => Database

/** `libsql` where its native part is installed, else Node's own module (22.13 and later); undefined where there is neither. */
export async function findSqlite(): Promise<DatabaseMaker | undefined> {
  try {
    return (await import('libsql')).default as unknown as DatabaseMaker
  } catch {
    const own: unknown = process.getBuiltinModule?.('node:sqlite')
    return (own as { readonly DatabaseSync: DatabaseMaker } | undefined)?.DatabaseSync
  }
}
