import type { Problem, Reading } from '../../text/index.ts'
import { fault } from './problems.ts'

/**
 * An entry of a zip archive, by offsets of its bytes (PKWARE APPNOTE 6.3, clauses in brackets). The sizes are the directory's.
 */
export interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** The local header [4.3.7], the data behind it, and where the next record begins. */
  readonly local: number
  readonly data: number
  readonly next: number
  /** The directory's record [4.3.12] and its end. */
  readonly record: number
  readonly recordEnd: number
}

/** A zip archive whose entries are whole and apart. */
export interface Archive {
  readonly bytes: Uint8Array
  /** By name in lower case: part names are the same in any case (ECMA-376-2, §6.2.2.3). In the order of the directory. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly directory: number
  /** The end record [4.3.16]. */
  readonly end: number
}

const localSign = 0x04034b50
const recordSign = 0x02014b50
const endSign = 0x06054b50
const endLength = 22

/** Reads the directory of an archive and checks it against the local headers; nothing is inflated. O(bytes of the directory). */
export function openArchive(bytes: Uint8Array): Reading<Archive | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fail = (problem: Problem) => ({ value: undefined, problems: [problem] })
  const end = endRecord(view)
  if (end === undefined) return fail(fault('package-damaged', { reason: 'truncated' }))
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const directory = view.getUint32(end + 16, true)
  if (count === 0xffff || size === 0xffffffff || directory === 0xffffffff)
    return fail(fault('package-unsupported', { reason: 'zip64' }))
  if (directory + size !== end) return fail(fault('package-damaged', { reason: 'directory' }))
  const records = readDirectory(view, bytes, directory, end)
  if (!records || records.length !== count) return fail(fault('package-damaged', { reason: 'directory' }))
  const encrypted = records.find(({ flags }) => (flags & 1) !== 0)
  if (encrypted) return fail(fault('package-encrypted'))
  const entries = new Map<string, Entry>()
  const inOrder = [...records].sort((a, b) => a.local - b.local)
  const placed = new Map(
    inOrder.map((record, i) => [record, place(view, bytes, record, inOrder[i + 1]?.local ?? directory)]),
  )
  for (const record of records) {
    const key = record.name.toLowerCase()
    const entry = placed.get(record)
    if (!entry) return fail(fault('package-damaged', { reason: 'entry', name: record.name }))
    if (entries.has(key)) return fail(fault('package-damaged', { reason: 'duplicate', name: record.name }))
    entries.set(key, entry)
  }
  return { value: { bytes, entries, directory, end }, problems: [] }
}

/** The last end record whose comment reaches to the end of the file. */
function endRecord(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    const isEnd =
      view.getUint32(at, true) === endSign && at + endLength + view.getUint16(at + 20, true) === view.byteLength
    if (isEnd) return at
  }
  return undefined
}

type Record = Omit<Entry, 'data' | 'next'>

function readDirectory(view: DataView, bytes: Uint8Array, from: number, end: number): Record[] | undefined {
  const records: Record[] = []
  for (let at = from; at < end; ) {
    if (at + 46 > end || view.getUint32(at, true) !== recordSign) return undefined
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const recordEnd = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (recordEnd > end) return undefined
    records.push({
      name: nameOf(bytes.subarray(at + 46, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
      record: at,
      recordEnd,
    })
    at = recordEnd
  }
  return records
}

/** Names of parts are ASCII; others are never looked for, they only must not be taken for one another. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes).replaceAll('\\', '/')

/** The entry with its data, where the local header names the same file and the data end before the next record. */
function place(view: DataView, bytes: Uint8Array, record: Record, next: number): Entry | undefined {
  const { local, packedSize } = record
  if (local + 30 > next || view.getUint32(local, true) !== localSign) return undefined
  const nameEnd = local + 30 + view.getUint16(local + 26, true)
  const data = nameEnd + view.getUint16(local + 28, true)
  if (data + packedSize > next || nameOf(bytes.subarray(local + 30, nameEnd)) !== record.name) return undefined
  return { ...record, data, next }
}
