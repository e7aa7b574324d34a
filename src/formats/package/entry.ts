import { deflateSync, Inflate } from 'fflate'
import type { Problem, Reading } from '../../text/index.ts'
import type { Archive, Entry } from './archive.ts'
import { crc32 } from './crc.ts'
import { fault } from './problems.ts'

/** No part of a real document is larger (100 MB of XML are some ten thousand pages). */
const largestPart = 128 * 1024 * 1024
/** XML of real documents packs to a fiftieth at best; a bomb packs to a thousandth. Small parts are let be. */
const highestRatio = 250
const ratioMatters = 4 * 1024 * 1024

/** The content of an entry. Never more is inflated than the directory says, nor more than a document has. */
export function readEntry({ bytes }: Archive, entry: Entry): Reading<Uint8Array | undefined> {
  const { name, method, size, packedSize, data } = entry
  const isBomb = size > largestPart || (size > ratioMatters && size > packedSize * highestRatio)
  if (isBomb) return failed(fault('package-too-large', { name, size: Math.round(size / 1024 / 1024) }))
  const packed = bytes.subarray(data, data + packedSize)
  if (method !== 0 && method !== 8) return failed(fault('package-unsupported', { reason: 'method', name }))
  const content = method === 0 ? packed : inflate(packed, size)
  const isWhole = content?.length === size && crc32(content) === entry.crc
  return isWhole ? { value: content, problems: [] } : failed(fault('package-damaged', { reason: 'entry', name }))
}

const failed = (problem: Problem): Reading<undefined> => ({ value: undefined, problems: [problem] })

/** Bytes handed to the inflater at once: they yield a thousand times as many at most. */
const step = 4096

/** The inflated bytes; undefined where they are not what the directory says or cannot be inflated. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size)
  let length = 0
  const inflater = new Inflate(chunk => {
    if (length + chunk.length <= size) out.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at === 0 || at < packed.length; at += step) {
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (length > size) return undefined
    }
  } catch {
    return undefined
  }
  return length === size ? out : undefined
}

/** An entry's content as it is to be stored. */
export interface Packed {
  readonly data: Uint8Array
  readonly crc: number
  readonly size: number
}

/** Content packed as the entry was. */
export const packEntry = ({ method }: Entry, content: Uint8Array): Packed => ({
  data: method === 0 ? content : deflateSync(content),
  crc: crc32(content),
  size: content.length,
})
