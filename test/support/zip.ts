import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** Sizes behind the data: with the signature, or without it. */
  readonly descriptor?: 'signed' | 'bare'
  readonly extra?: Uint8Array
  readonly flags?: number
  readonly method?: number
  /** What the archive says instead of the truth. */
  readonly claimedSize?: number
  readonly comment?: string
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const out = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of fields) {
    if (size === 2) out.writeUInt16LE(value, at)
    else out.writeUInt32LE(value >>> 0, at)
    at += size
  }
  return out
}

/** A zip archive in the order given, as odd as asked for. */
export function zip(entries: readonly ZipEntry[], comment = ''): Uint8Array {
  const chunks: Uint8Array[] = []
  const records: Uint8Array[] = []
  let length = 0
  const add = (...more: Uint8Array[]) => {
    chunks.push(...more)
    length += more.reduce((sum, chunk) => sum + chunk.length, 0)
  }
  for (const entry of entries) {
    const { descriptor, extra = new Uint8Array(), stored = false, flags = 0 } = entry
    const content = bytesOf(entry.content)
    const data = stored ? content : deflateSync(content)
    const name = bytesOf(entry.name)
    const method = entry.method ?? (stored ? 0 : 8)
    const bits = flags | (descriptor ? 8 : 0)
    const sum = crc32(content)
    const size = entry.claimedSize ?? content.length
    const known = descriptor
      ? ([
          [0, 4],
          [0, 4],
          [0, 4],
        ] as const)
      : ([
          [sum, 4],
          [data.length, 4],
          [size, 4],
        ] as const)
    const local = length
    add(
      numbers(
        [0x04034b50, 4],
        [20, 2],
        [bits, 2],
        [method, 2],
        [0x6000, 2],
        [0x5a21, 2],
        ...known,
        [name.length, 2],
        [extra.length, 2],
      ),
      name,
      extra,
      data,
    )
    if (descriptor === 'signed') add(numbers([0x08074b50, 4]))
    if (descriptor) add(numbers([sum, 4], [data.length, 4], [size, 4]))
    const note = bytesOf(entry.comment ?? '')
    records.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [bits, 2], [method, 2], [0x6000, 2], [0x5a21, 2]),
      numbers([sum, 4], [data.length, 4], [size, 4], [name.length, 2], [extra.length, 2], [note.length, 2]),
      numbers([0, 2], [0, 2], [0, 4], [local, 4]),
      name,
      extra,
      note,
    )
  }
  const start = length
  add(...records)
  const note = bytesOf(comment)
  add(
    numbers(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [entries.length, 2],
      [entries.length, 2],
      [length - start, 4],
      [start, 4],
      [note.length, 2],
    ),
    note,
  )
  return new Uint8Array(Buffer.concat(chunks))
}
