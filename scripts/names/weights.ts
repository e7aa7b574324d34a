import shippedTrees from '../../src/names/trees.json' with { type: 'json' }
import type { PackedTrees } from '../../src/names/trees.ts'
import { packContext } from './context.ts'
import { observed } from './cyrillic-ops.ts'
import { boost } from './gbt.ts'
import { boostPairs, type Learned, learnOriginals, learnPairs, learnWriting, middle, treeWeight } from './learn.ts'
import { type Example, trainingPairs } from './pair-data.ts'
import { learnSpellings } from './rank.ts'
import { letterTrigrams } from './trigrams.ts'

/** Weights by the file of src/names that holds them, without its ending. */
export type Weights = Readonly<Record<string, unknown>>

/** Is a row of these names for training? Names are numbers as `identity` gives them. */
export type Chosen = (names: readonly number[]) => boolean

/** How Cyrillic names are written. */
export function learnGeneration(data: string, chosen: Chosen): Weights {
  return { ...learnSpellings(observed(data).filter(o => o.trains && chosen([o.name]))) }
}

/** What tells whether two spellings are of one name. */
export function learnComparison(data: string, chosen: Chosen): Weights {
  const rows = observed(data).filter(o => o.trains && chosen([o.name]))
  const writing = learnWriting(rows)
  const originals = learnOriginals(rows, writing)
  const logs = new Map(writing.graph.ops.map(([x, y], i) => [`${x}\t${y}`, Math.log(writing.theta[i]! + 1e-9)]))
  const personRows = rows.flatMap((o, i) => (o.place ? [] : [i]))
  const original = boost(
    personRows.map(i => originals.heldOut[i]!),
    personRows.map(i => rows[i]!.label),
    personRows.map(() => 1),
  )
  const { pairs, learned } = learnSome(data, chosen)
  return {
    originals: packed(originals, op => logs.get(`${op.x}\t${op.y}`)!),
    pairs: packed(learned),
    context: packContext(learned.context),
    trees: { person: treesOf(learned, pairs, false), place: treesOf(learned, pairs, true), original },
    trigrams: letterTrigrams(rows.filter(o => o.label === 1).map(o => o.original)),
  }
}

/** What compares two Latin spellings of persons' names, beside the other weights as they are. */
export function learnPersons(data: string, chosen: Chosen): Weights {
  const { pairs, learned } = learnSome(data, chosen)
  return {
    pairs: packed(learned),
    context: packContext(learned.context),
    trees: { ...shippedTrees, person: treesOf(learned, pairs, false) },
  }
}

function learnSome(data: string, chosen: Chosen) {
  const pairs = trainingPairs(data).filter(e => chosen(e.names))
  return { pairs, learned: learnPairs(pairs) }
}

function treesOf(learned: Learned, pairs: readonly Example[], place: boolean): PackedTrees {
  const some = pairs.flatMap((e, i) => (e.place === place && e.cat !== 'derived' ? [i] : []))
  const trees = boostPairs(
    some.map(i => learned.heldOut[i]!),
    some.map(i => pairs[i]!.label),
    some.map(i => treeWeight(pairs[i]!)),
    place,
  )
  return { ...trees, base: trees.base + middle }
}

/** One line an operation: the chunks, the weight, and more numbers. */
function packed(learned: Learned, more?: (op: { x: string; y: string }) => number) {
  const operations = learned.ops.map((op, i) => {
    const numbers = [learned.values[i]!, ...(more ? [more(op)] : [])]
    return [op.x, op.y, ...numbers.map(n => n.toFixed(2))].join(' ')
  })
  return {
    slips: [...learned.values.slice(learned.ops.length)].map(v => Number(v.toFixed(2))),
    operations,
  }
}
