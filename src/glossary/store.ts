import type { Concept, Style } from '../termbase/index.ts'
import type { Compiled, CompiledException } from './compile.ts'
import { type Numbers, narrow } from './entries.ts'
import { lazyList, recordReader, writeRecords } from './records.ts'
import type { Spelling } from './spelling.ts'

const magic = 'tlumach-glossary-7\n'

/** What stands in the file as numbers, in this order; `narrow` ones in the least width that holds them. */
const sections = {
  alphabet: Uint16Array,
  edgeStart: Int32Array,
  symbols: Uint16Array,
  targets: Int32Array,
  skips: Int32Array,
  entryStart: Int32Array,
  entrySpelling: Int32Array,
  entryForm: 'narrow',
  forms: Int32Array,
  spellingStart: Int32Array,
  marks: Uint16Array,
  small: Int32Array,
  given: Uint8Array,
  conceptBytes: Uint8Array,
  conceptStarts: Int32Array,
  textBytes: Uint8Array,
  textStarts: Int32Array,
  detailOf: 'narrow',
  detailBytes: Uint8Array,
  detailStarts: Int32Array,
  exceptionBytes: Uint8Array,
  exceptionStarts: Int32Array,
} as const
const names = Object.keys(sections) as (keyof typeof sections)[]
const widths = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const
type Section<T> = T extends Uint8ArrayConstructor
  ? Uint8Array
  : T extends Uint16ArrayConstructor
    ? Uint16Array
    : T extends Int32ArrayConstructor
      ? Int32Array
      : Numbers
type Sections = { readonly [K in keyof typeof sections]: Section<(typeof sections)[K]> }

interface Head {
  readonly styles: readonly Style[]
  readonly languages: readonly string[]
  readonly spellingStyles: readonly string[]
  /** By section: how many numbers, of how many bytes. */
  readonly sizes: readonly (readonly [length: number, width: 1 | 2 | 4])[]
}

/** A spelling without what is its own: concept and text. Many spellings share the rest. */
type Detail = Omit<Spelling, 'concept' | 'text'>

/**
 * A compiled glossary as bytes: a line of magic, the length of a JSON head, the head, and the sections, each aligned to four bytes.
 * Concepts, spellings and exceptions are JSON texts of their own, so that reading the whole needs none of them.
 */
export function storeCompiled(compiled: Compiled): Uint8Array {
  const content = sectionsOf(compiled)
  const lists = names.map(name => content[name])
  const { styles, languages, spellingStyles } = compiled
  const sizes = lists.map(list => [list.length, list.BYTES_PER_ELEMENT as 1 | 2 | 4] as const)
  const head = new TextEncoder().encode(JSON.stringify({ styles, languages, spellingStyles, sizes } satisfies Head))
  const start = align(magic.length + 4)
  const size = lists.reduce((sum, list) => align(sum + list.byteLength), align(start + head.length))
  const bytes = new Uint8Array(size)
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

function sectionsOf(compiled: Compiled): Sections {
  const { automaton, spellings } = compiled
  const details = new Map<string, number>()
  const detailOf = spellings.map(({ concept: _, text: __, ...detail }) => {
    const key = JSON.stringify(detail satisfies Detail)
    const known = details.get(key) ?? details.size
    details.set(key, known)
    return known
  })
  return {
    ...automaton,
    entryStart: compiled.entryStart,
    entrySpelling: compiled.entrySpelling,
    entryForm: compiled.entryForm,
    forms: compiled.forms,
    spellingStart: compiled.spellingStart,
    marks: compiled.marks,
    small: compiled.small,
    given: compiled.given,
    ...recordSections('concept', compiled.concepts.map(placeless).map(json)),
    ...recordSections(
      'text',
      spellings.map(s => s.text),
    ),
    detailOf: narrow(detailOf),
    ...recordSections('detail', [...details.keys()]),
    ...recordSections('exception', compiled.exceptions.map(json)),
  }
}

const json = (value: unknown): string => JSON.stringify(value)

function recordSections<N extends string>(name: N, texts: readonly string[]) {
  const { bytes, starts } = writeRecords(texts)
  return { [`${name}Bytes`]: bytes, [`${name}Starts`]: starts } as {
    [K in `${N}Bytes`]: Uint8Array
  } & { [K in `${N}Starts`]: Int32Array }
}

/** Places in the glossary file are for its own problems, and those were told when it was read. */
function placeless({ span: _, ...concept }: Concept): Concept {
  return { ...concept, terms: concept.terms.map(({ span: _, ...term }) => term) }
}

/** The compiled glossary, or undefined where the bytes are not one (a stale or damaged cache). The bytes are kept and must not change. */
export function readCompiled(bytes: Uint8Array): Compiled | undefined {
  try {
    if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined
    const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const length = new DataView(whole.buffer, whole.byteOffset).getUint32(magic.length, true)
    const start = align(magic.length + 4)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(whole.subarray(start, start + length))
    const head = JSON.parse(text) as Head
    return compiledOf(head, readSections(whole, align(start + length), head))
  } catch {
    return undefined
  }
}

const align = (n: number) => (n + 3) & ~3

/** Views of the bytes; RangeError where these are too few. */
function readSections(bytes: Uint8Array, from: number, { sizes }: Head): Sections {
  let at = bytes.byteOffset + from
  const end = bytes.byteOffset + bytes.length
  const found = names.map((name, i) => {
    const [length, width] = sizes[i]!
    const kind = sections[name]
    if (at + length * width > end) throw new RangeError('cut short')
    const list = new (kind === 'narrow' ? widths[width] : kind)(bytes.buffer as ArrayBuffer, at, length)
    at += align(length * width)
    return [name, list]
  })
  return Object.fromEntries(found) as unknown as Sections
}

function compiledOf(head: Head, read: Sections): Compiled {
  const concepts = parsed<Concept>(read.conceptBytes, read.conceptStarts)
  const details = parsed<Detail>(read.detailBytes, read.detailStarts)
  const textOf = recordReader({ bytes: read.textBytes, starts: read.textStarts })
  const { alphabet, edgeStart, symbols, targets, skips, spellingStart } = read
  return {
    concepts,
    styles: head.styles,
    spellings: lazyList(read.marks.length, (id): Spelling => {
      const { lang, part, ...rest } = details[read.detailOf[id]!]!
      return { concept: conceptOf(spellingStart, id), lang, part, text: textOf(id), ...rest }
    }),
    spellingStart,
    marks: read.marks,
    languages: head.languages,
    spellingStyles: head.spellingStyles,
    automaton: { alphabet, edgeStart, symbols, targets, skips },
    small: read.small,
    entryStart: read.entryStart,
    entrySpelling: read.entrySpelling,
    entryForm: read.entryForm,
    forms: read.forms,
    exceptions: parsed<CompiledException>(read.exceptionBytes, read.exceptionStarts),
    given: read.given,
  }
}

function parsed<T>(bytes: Uint8Array, starts: Int32Array): readonly T[] {
  const textOf = recordReader({ bytes, starts })
  return lazyList(starts.length - 1, index => JSON.parse(textOf(index)) as T)
}

/** The concept that a spelling is of: the last whose spellings begin at or before it. */
function conceptOf(spellingStart: Int32Array, spelling: number): number {
  let low = 0
  let high = spellingStart.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spellingStart[middle]! <= spelling) low = middle
    else high = middle - 1
  }
  return low
}
