import type { Entry, MemoryRun, Stored } from '../memory/index.ts'
import { nameHash } from '../text/index.ts'

export interface EntryRow {
  readonly id: number
  readonly source: string
  readonly target: string
  readonly fields: string
}

/** No text of a segment begins so. */
const asJson = '\u0001'

/** Plain text stands as it is, so that other programs can read it. */
export function runsCell(runs: readonly MemoryRun[]): string {
  const [only = '', ...more] = runs
  return more.length === 0 && typeof only === 'string' && !only.startsWith(asJson)
    ? only
    : asJson + JSON.stringify(runs)
}

const runsOf = (cell: string): MemoryRun[] =>
  cell === '' ? [] : cell.startsWith(asJson) ? JSON.parse(cell.slice(asJson.length)) : [cell]

export function fieldsCell({ source: _source, target: _target, ...fields }: Entry): string {
  return JSON.stringify(fields)
}

export const storedOf = ({ id, source, target, fields }: EntryRow): Stored => ({
  id,
  entry: { ...JSON.parse(fields), source: runsOf(source), target: runsOf(target) },
})

/** A whole number that both sides of SQLite keep exactly; equal texts have equal ones. */
export const hashNumber = (text: string): number => Number.parseInt(nameHash(text), 36) % Number.MAX_SAFE_INTEGER
