import type { Archive, Entry } from './archive.ts'
import { type Packed, packEntry } from './entry.ts'

/** Sizes and sum stand behind the data, not in the local header [4.3.9]. */
const descriptorFlag = 8

/**
 * The archive with the contents of some entries changed. All other records are copied as they are, with what stands between
 * them; the order of records and of the directory, the comments and the extra fields stay.
 */
export function replaceEntries(archive: Archive, contents: ReadonlyMap<Entry, Uint8Array>): Uint8Array {
  const { bytes, directory, end } = archive
  if (contents.size === 0) return bytes
  const chunks: Uint8Array[] = []
  let length = 0
  const add = (chunk: Uint8Array) => {
    chunks.push(chunk)
    length += chunk.length
  }
  const places = new Map<Entry, { readonly local: number; readonly packed?: Packed }>()
  const inOrder = [...archive.entries.values()].sort((a, b) => a.local - b.local)
  add(bytes.subarray(0, inOrder[0]?.local ?? directory))
  for (const entry of inOrder) {
    const content = contents.get(entry)
    const packed = content && packEntry(entry, content)
    places.set(entry, { local: length, ...(packed && { packed }) })
    if (packed) {
      add(localHeader(bytes, entry, packed))
      add(packed.data)
      add(bytes.subarray(dataEnd(bytes, entry), entry.next))
    } else add(bytes.subarray(entry.local, entry.next))
  }
  const start = length
  for (const entry of archive.entries.values()) add(directoryRecord(bytes, entry, places.get(entry)!))
  add(endRecord(copied(bytes, end, bytes.length), length - start, start))
  return joined(chunks, length)
}

/** A Buffer's own `slice` would share its memory. */
const copied = (bytes: Uint8Array, from: number, to: number) => new Uint8Array(bytes.subarray(from, to))

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function localHeader(bytes: Uint8Array, entry: Entry, packed: Packed): Uint8Array {
  const header = copied(bytes, entry.local, entry.data)
  const view = viewOf(header)
  view.setUint16(6, entry.flags & ~descriptorFlag, true)
  describe(view, 14, packed)
  return header
}

function describe(view: DataView, at: number, { crc, data, size }: Packed): void {
  view.setUint32(at, crc, true)
  view.setUint32(at + 4, data.length, true)
  view.setUint32(at + 8, size, true)
}

/** Where an entry's data end, with the descriptor behind them, whose signature is optional. */
function dataEnd(bytes: Uint8Array, { flags, data, packedSize, next }: Entry): number {
  const after = data + packedSize
  if ((flags & descriptorFlag) === 0) return after
  const isSigned = after + 4 <= next && viewOf(bytes).getUint32(after, true) === 0x08074b50
  return Math.min(next, after + (isSigned ? 16 : 12))
}

function directoryRecord(
  bytes: Uint8Array,
  entry: Entry,
  { local, packed }: { readonly local: number; readonly packed?: Packed },
): Uint8Array {
  const record = copied(bytes, entry.record, entry.recordEnd)
  const view = viewOf(record)
  view.setUint32(42, local, true)
  if (packed) {
    view.setUint16(8, entry.flags & ~descriptorFlag, true)
    describe(view, 16, packed)
  }
  return record
}

function endRecord(record: Uint8Array, size: number, start: number): Uint8Array {
  const view = viewOf(record)
  view.setUint32(12, size, true)
  view.setUint32(16, start, true)
  return record
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
