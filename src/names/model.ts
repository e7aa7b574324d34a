import { bytesOf } from './bytes.ts'
import context from './context.json' with { type: 'json' }
import { groups } from './context.ts'
import { cyrillicSymbols, cyrillicVowels, encodeCyrillic, encodeLatin, latinSymbols, latinVowels } from './letters.ts'
import { buildTable, fillWeights, latinSides, slips, type Table } from './operations.ts'
import originals from './originals.json' with { type: 'json' }
import pairs from './pairs.json' with { type: 'json' }
import packedTrees from './trees.json' with { type: 'json' }
import { unpackTrees } from './trees.ts'

/** A learned table. */
export interface Model {
  readonly table: Table
  /** How many operations there are; greater owners are slips. */
  readonly operations: number
  /** What a Cyrillic chunk is written as: natural logarithms of P(y | x). Empty for Latin pairs. */
  readonly writing: readonly Writing[]
}

export interface Writing {
  readonly x: string
  readonly y: string
  readonly log: number
}

interface Packed {
  readonly slips: readonly number[]
  /** "x y weight [log P(y|x)]"; a chunk may be empty. */
  readonly operations: readonly string[]
}

function unpack(packed: Packed, build: (ops: readonly Writing[]) => Table): Model {
  const weights: number[] = []
  const writing = packed.operations.map(line => {
    const [x, y, weight, log] = line.split(' ')
    weights.push(Number(weight))
    return { x: x!, y: y!, log: Number(log ?? 0) }
  })
  const table = build(writing)
  fillWeights(table, [...weights, ...packed.slips])
  return { table, operations: writing.length, writing }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The trees that read an alignment, by what is compared. */
export const trees = {
  person: once(() => unpackTrees(packedTrees.person)),
  place: once(() => unpackTrees(packedTrees.place)),
  original: once(() => unpackTrees(packedTrees.original)),
}

/** Two Latin spellings of one name. Decoded at the first call. */
export const pairModel = once(() => unpack(pairs, ops => buildTable(ops, latinSides(latinSymbols, encodeLatin))))

const contextWeights = once(() => new Int8Array(bytesOf(context.weights).buffer))

/** What the groups that `gather` has just found weigh together. */
export function weighGroups(): number {
  const weights = contextWeights()
  let sum = 0
  for (let i = 0; i < groups.length; i++) sum += weights[groups.buckets[i]!]!
  return sum * context.scale
}

/** A Cyrillic name and a Latin spelling of it. Decoded at the first call. */
export const originalModel = once(() =>
  unpack(originals, ops =>
    buildTable(ops, {
      symbolsX: cyrillicSymbols,
      symbolsY: latinSymbols,
      encodeX: encodeCyrillic,
      encodeY: encodeLatin,
      vowelsX: cyrillicVowels,
      vowelsY: latinVowels,
      symmetric: false,
    }),
  ),
)

/** The same table with logarithms of probabilities for weights: how likely a Cyrillic name is written so. */
export const writingTable = once((): Table => {
  const { table, writing } = originalModel()
  const values = [...writing.map(({ log }) => log), ...slips.map(slip => (slip === 'mark' ? -4 : -8))]
  const copy = { ...table, weights: new Float32Array(table.weights.length) }
  fillWeights(copy, values)
  return copy
})

export { once }
