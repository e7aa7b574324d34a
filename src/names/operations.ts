import { impossible, type Operations } from './align.ts'
import { buildTrie, type Trie } from './chunks.ts'
import { type Codes, latinVowels } from './letters.ts'

/** A learned operation between two chunks. */
export interface Operation {
  readonly x: string
  readonly y: string
  readonly weight: number
}

/** Weights of what no operation covers, by kind. */
export const slips = ['vowels', 'consonants', 'unlike', 'vowel', 'consonant', 'mark'] as const
export type Slip = (typeof slips)[number]

export interface Table extends Operations {
  readonly trieX: Trie
  readonly trieY: Trie
  readonly chunksX: readonly string[]
  readonly chunksY: readonly string[]
  /** Which weight an entry is: below ops.length an operation, then the slips; -1 where there is none. */
  readonly owner: Int16Array
  /** 1 where both chunks are the same. */
  readonly identity: Uint8Array
}

export interface Sides {
  readonly symbolsX: string
  readonly symbolsY: string
  readonly encodeX: (text: string) => Codes
  readonly encodeY: (text: string) => Codes
  readonly vowelsX: ReadonlySet<string>
  readonly vowelsY: ReadonlySet<string>
  /** The same alphabet on both sides: each operation also counts turned round. */
  readonly symmetric: boolean
}

const isMark = (symbol: string) => symbol === "'" || symbol === '-' || symbol === 'ь' || symbol === 'ъ'

function slipOf(x: string, y: string, sides: Sides): Slip {
  if (x === '' || y === '') {
    const symbol = x + y
    if (isMark(symbol)) return 'mark'
    return (x === '' ? sides.vowelsY : sides.vowelsX).has(symbol) ? 'vowel' : 'consonant'
  }
  const a = sides.vowelsX.has(x)
  const b = sides.vowelsY.has(y)
  return a !== b ? 'unlike' : a ? 'vowels' : 'consonants'
}

/** A dense table: O(chunks of x × chunks of y) numbers. */
export function buildTable(ops: readonly { readonly x: string; readonly y: string }[], sides: Sides): Table {
  const chunksX = chunkList(sides.symbolsX, sides.symmetric ? ops.flatMap(op => [op.x, op.y]) : ops.map(op => op.x))
  const chunksY = sides.symmetric
    ? chunksX
    : chunkList(
        sides.symbolsY,
        ops.map(op => op.y),
      )
  const idX = new Map(chunksX.map((chunk, id) => [chunk, id]))
  const idY = sides.symmetric ? idX : new Map(chunksY.map((chunk, id) => [chunk, id]))
  const sizeY = chunksY.length
  const owner = new Int16Array(chunksX.length * sizeY).fill(-1)
  const ends = new Set(['^', '$'])
  for (const x of ['', ...sides.symbolsX])
    for (const y of ['', ...sides.symbolsY]) {
      if (x + y === '' || ends.has(x) || ends.has(y)) continue
      owner[idX.get(x)! * sizeY + idY.get(y)!] = ops.length + slips.indexOf(slipOf(x, y, sides))
    }
  ops.forEach(({ x, y }, i) => {
    owner[idX.get(x)! * sizeY + idY.get(y)!] = i
    if (sides.symmetric) owner[idX.get(y)! * sizeY + idY.get(x)!] = i
  })
  const trieX = buildTrie(chunksX.map(sides.encodeX))
  const trieY = sides.symmetric ? trieX : buildTrie(chunksY.map(sides.encodeY))
  const weights = new Float32Array(owner.length).fill(impossible)
  const identity = new Uint8Array(owner.length)
  if (sides.symmetric) for (let id = 0; id < sizeY; id++) identity[id * sizeY + id] = 1
  return { trieX, trieY, chunksX, chunksY, sizeY, owner, identity, weights }
}

function chunkList(symbols: string, chunks: readonly string[]): string[] {
  return [...new Set(['', ...symbols, ...chunks])]
}

/** Sets every entry from the weights of operations and slips. */
export function fillWeights(table: Table, values: ArrayLike<number>): void {
  const { owner, weights } = table
  for (let i = 0; i < owner.length; i++) {
    const own = owner[i]!
    weights[i] = own < 0 ? impossible : values[own]!
  }
}

export const latinSides = (symbols: string, encode: (text: string) => Codes): Sides => ({
  symbolsX: symbols,
  symbolsY: symbols,
  encodeX: encode,
  encodeY: encode,
  vowelsX: latinVowels,
  vowelsY: latinVowels,
  symmetric: true,
})
