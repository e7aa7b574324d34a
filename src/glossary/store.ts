import type { Compiled } from './compile.ts'

const magic = 'tlumach-glossary-4\n'
const arrays = ['entryStart', 'entries'] as const
const trie = ['states', 'units', 'targets', 'accept'] as const

/** A compiled glossary as bytes: a line of magic, the length of a JSON part, that part, and the arrays, each aligned to four bytes. */
export function storeCompiled(compiled: Compiled): Uint8Array {
  const lists = [...arrays.map(name => compiled[name]), ...trie.map(name => compiled.automaton[name])]
  const { concepts, styles, spellings, joiners, exceptions, initials, given } = compiled
  const head = new TextEncoder().encode(
    JSON.stringify({
      concepts,
      styles,
      spellings,
      joiners,
      exceptions,
      initials,
      given,
      lengths: lists.map(l => l.length),
    }),
  )
  const start = align(magic.length + 4)
  const size = lists.reduce((sum, list) => align(sum) + list.byteLength, align(start + head.length))
  const bytes = new Uint8Array(align(size))
  bytes.set(new TextEncoder().encode(magic))
  new DataView(bytes.buffer).setUint32(magic.length, head.length, true)
  bytes.set(head, start)
  let at = align(start + head.length)
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at = align(at + list.byteLength)
  }
  return bytes
}

/** The compiled glossary, or undefined where the bytes are not one (a stale or damaged cache). */
export function readCompiled(bytes: Uint8Array): Compiled | undefined {
  try {
    if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true)
    const start = align(magic.length + 4)
    const { lengths, ...rest } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, start + length)),
    )
    const read = reader(bytes, align(start + length), lengths)
    const [entryStart, entries] = [read.int32(), read.int32()]
    const automaton = { states: read.int32(), units: read.uint16(), targets: read.int32(), accept: read.int32() }
    return { ...rest, entryStart, entries, automaton }
  } catch {
    return undefined
  }
}

const align = (n: number) => (n + 3) & ~3

function reader(bytes: Uint8Array, from: number, lengths: readonly number[]) {
  let at = from
  let index = 0
  const next = (width: number): ArrayBuffer => {
    const size = lengths[index++]! * width
    if (at + size > bytes.length) throw new RangeError('cut short')
    // A Buffer's own `slice` would share its memory, and `buffer` would be the whole pool.
    const copy = Uint8Array.prototype.slice.call(bytes, at, at + size)
    at = align(at + size)
    return copy.buffer as ArrayBuffer
  }
  return { int32: () => new Int32Array(next(4)), uint16: () => new Uint16Array(next(2)) }
}
