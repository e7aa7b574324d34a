import type { Concept } from '../termbase/index.ts'
import type { Compiled } from './compile.ts'
import type { Spelling } from './spelling.ts'

const magic = 'tlumach-glossary-5\n'
const arrays = ['entryStart', 'entries'] as const
const trie = ['states', 'units', 'targets', 'accept'] as const

/** The part that is JSON. Many spellings come from the same tables: their lists stand once. */
interface Head extends Omit<Compiled, (typeof arrays)[number] | 'automaton' | 'spellings'> {
  readonly spellings: readonly (Omit<Spelling, 'schemes'> & { readonly schemes?: number })[]
  readonly schemeLists: readonly (readonly string[])[]
  readonly lengths: readonly number[]
}

/** A compiled glossary as bytes: a line of magic, the length of a JSON part, that part, and the arrays, each aligned to four bytes. */
export function storeCompiled(compiled: Compiled): Uint8Array {
  const lists = [...arrays.map(name => compiled[name]), ...trie.map(name => compiled.automaton[name])]
  const head = new TextEncoder().encode(
    JSON.stringify(
      headOf(
        compiled,
        lists.map(l => l.length),
      ),
    ),
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

function headOf(
  { concepts, styles, spellings, joiners, exceptions, initials, given }: Compiled,
  lengths: number[],
): Head {
  const indexes = new Map<string, number>()
  const schemeLists: (readonly string[])[] = []
  const listOf = (list: readonly string[]): number => {
    const key = list.join(' ')
    const known = indexes.get(key) ?? schemeLists.push(list) - 1
    indexes.set(key, known)
    return known
  }
  const short = spellings.map(({ schemes, ...rest }) => (schemes ? { ...rest, schemes: listOf(schemes) } : rest))
  return {
    concepts: concepts.map(placeless),
    styles,
    spellings: short,
    schemeLists,
    joiners,
    exceptions,
    initials,
    given,
    lengths,
  }
}

/** Places in the glossary file are for its own problems, and those were told when it was read. */
function placeless({ span: _, ...concept }: Concept): Concept {
  return { ...concept, terms: concept.terms.map(({ span: _, ...term }) => term) }
}

/** The compiled glossary, or undefined where the bytes are not one (a stale or damaged cache). */
export function readCompiled(bytes: Uint8Array): Compiled | undefined {
  try {
    if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true)
    const start = align(magic.length + 4)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, start + length))
    const { lengths, schemeLists, spellings, ...rest } = JSON.parse(text) as Head
    const read = reader(bytes, align(start + length), lengths)
    const [entryStart, entries] = [read.int32(), read.int32()]
    const automaton = { states: read.int32(), units: read.uint16(), targets: read.int32(), accept: read.int32() }
    // In place: a copy of thousands of spellings is felt at every start.
    const whole = spellings as unknown as { schemes?: unknown }[]
    for (const spelling of whole)
      if (typeof spelling.schemes === 'number') spelling.schemes = schemeLists[spelling.schemes]
    return { ...rest, spellings: whole as unknown as readonly Spelling[], entryStart, entries, automaton }
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
