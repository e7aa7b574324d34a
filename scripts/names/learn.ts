import { marginOf, shapeOf } from '../../src/names/features.ts'
import {
  cyrillicSymbols,
  cyrillicVowels,
  encodeCyrillic,
  encodeLatin,
  latinSymbols,
  latinVowels,
  markCyrillic,
  markLatin,
} from '../../src/names/letters.ts'
import { buildTable, latinSides, type Sides, type Table } from '../../src/names/operations.ts'
import type { PackedTrees } from '../../src/names/trees.ts'
import { learnContext } from './context.ts'
import { priorOf as cyrillicPrior, type Observed } from './cyrillic-ops.ts'
import { em, lattice, shares } from './em.ts'
import { boost, defaults } from './gbt.ts'
import { type Item, initialValues, item, type Trained, trainLatent } from './latent.ts'
import type { Example } from './pair-data.ts'
import { learnOps, unigrams } from './pair-ops.ts'
import { seedOf } from './seeds.ts'
import { type Measured, measureHeldOut, weighHeldOut } from './stack.ts'

export interface Learned extends Trained {
  /** The features of the training items by tables that did not see their names. */
  readonly heldOut: readonly Float32Array[]
  readonly ops: readonly { readonly x: string; readonly y: string; readonly p: number }[]
  readonly table: Table
}

export const training = { epochs: 8, rate: 0.1, decay: 1e-5, batch: 256 }

export interface LearnedPairs extends Learned {
  /** A weight for each bucket of groups of operations. */
  readonly context: Float64Array
}

/** Operations between two Latin spellings and their weights, alone and in groups. */
export function learnPairs(examples: readonly Example[]): LearnedPairs {
  const positives = examples.filter((e, i) => e.label === 1 && (!e.place || i % 3 === 0))
  const ops = learnOps(positives, 5, 2)
  const chance = unigrams(examples.flatMap(e => [e.a, e.b]))
  const odds = ops.map(op => Math.log(op.p) - chance(op.x) - chance(op.y))
  const table = buildTable(ops, latinSides(latinSymbols, encodeLatin))
  const items = examples.map(e => pairItem(table, e))
  const namesOf = (i: number) => examples[i]!.names
  const { measured, ...learned } = trained(table, items, initialValues(odds, 0.3), ops.length, namesOf)
  const alignments = measured.map(({ features, groups }, i) => ({
    groups,
    total: features[0]!,
    label: examples[i]!.label,
    weight: treeWeight(examples[i]!) * (examples[i]!.cat === 'derived' ? derivedShare : 1),
  }))
  const learnSome = (indices: readonly number[]) => learnContext(indices.map(i => alignments[i]!))
  return {
    ops,
    ...learned,
    heldOut: weighHeldOut(measured, namesOf, learnSome),
    context: learnContext(alignments),
  }
}

/** There are more pairs of spellings from one source, one of them Cyrillic, than are needed. */
const derivedShare = 0.3

export const pairItem = (table: Table, e: Example): Item => ({
  ...item(
    table,
    encodeLatin(markLatin(e.a)),
    encodeLatin(markLatin(e.b)),
    e.label,
    e.weight * (e.place ? 0.5 : 1) * (e.cat === 'mined' ? 0.5 : 1),
  ),
  shapes: [shapeOf(e.a), shapeOf(e.b)],
})

/** Held-out measures first, then the weights that ship, from everything. */
function trained(
  table: Table,
  items: readonly Item[],
  initial: Float64Array,
  count: number,
  names: (i: number) => readonly number[],
) {
  const train = (some: readonly Item[]) => trainLatent(table, some, initial, -3, training)
  const measured: readonly Measured[] = measureHeldOut(table, items, names, train, count)
  return { table, measured, ...train(items) }
}

export const cyrillicSides: Sides = {
  symbolsX: cyrillicSymbols,
  symbolsY: latinSymbols,
  encodeX: encodeCyrillic,
  encodeY: encodeLatin,
  vowelsX: cyrillicVowels,
  vowelsY: latinVowels,
  symmetric: false,
}

/** How a Cyrillic name is written in Latin: P(Latin chunk | Cyrillic chunk), by expectation maximisation. */
export function learnWriting(rows: readonly Observed[]) {
  const pairs = rows
    .filter(
      (o, i) =>
        o.label && o.cat === 'direct' && o.original.length < 18 && o.latin.length < 22 && (!o.place || i % 3 === 0),
    )
    .map(o => ({ x: markCyrillic(o.original), y: `^${o.latin}$`, weight: o.place ? 0.3 : 1 }))
  const options = { maxX: 3, maxY: 7, prior: cyrillicPrior, seed: seedOf, conditional: true, steps: 6 }
  const graph = lattice(pairs, options)
  const { counts } = em(graph, options)
  const seeded = counts.map((count, i) => count + graph.seed[i]!)
  return { graph, counts, theta: shares(graph, seeded) }
}

/** The same operations, weighted to tell a name's spelling from another name's. */
export function learnOriginals(rows: readonly Observed[], writing: ReturnType<typeof learnWriting>): Learned {
  const { graph, counts, theta } = writing
  const ops = graph.ops
    .map(([x, y], i) => ({ x, y, n: counts[i]!, p: theta[i]! }))
    .filter(op => op.n >= 0.5 || seedOf(op.x, op.y) > 0)
    .sort((a, b) => b.n - a.n)
  const chance = unigrams(rows.map(o => o.latin))
  const odds = ops.map(op => Math.log(op.p + 1e-9) - chance(op.y))
  const table = buildTable(ops, cyrillicSides)
  const items = rows.map(o =>
    item(table, encodeCyrillic(markCyrillic(o.original)), encodeLatin(`^${o.latin}$`), o.label, o.place ? 0.5 : 1),
  )
  const { measured, ...learned } = trained(table, items, initialValues(odds, 0.5), ops.length, i => [rows[i]!.name])
  return { ops, ...learned, heldOut: measured.map(({ features }) => features) }
}

/**
 * Pairs whose original is not known are mostly from one source that may not train; the others of their kind (slips of
 * transcription in registers) stand for them, so that the trees expect as many as there are.
 */
export const treeWeight = (e: Example): number => (e.cat === 'unk' ? 3 : e.cat === 'mined' ? 0.3 : 1)

/**
 * Of pairs of persons' names the trees may part few: where nearly all pairs are alike, eight would be a thousand of them, and the surest pairs
 * could not be told from one another.
 */
const leastOfPersons = 2

/** The trees of pairs, with what the features of each row weigh by themselves. */
export const boostPairs = (
  rows: readonly Float32Array[],
  labels: readonly number[],
  weights: readonly number[],
  place: boolean,
): PackedTrees =>
  boost(rows, labels, weights, {
    ...defaults,
    ...(place ? {} : { least: leastOfPersons }),
    margins: rows.map(marginOf),
  })

/** What is added to the trees of pairs: their F1 on names held out is best between -0.2 and -1.1, by validate.ts. */
export const middle = 0.5
