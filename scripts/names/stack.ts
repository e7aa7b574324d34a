import { align } from '../../src/names/align.ts'
import { gather, groups } from '../../src/names/context.ts'
import { features, measure, measureGroups, measureShapes } from '../../src/names/features.ts'
import type { Table } from '../../src/names/operations.ts'
import { fillWeights } from '../../src/names/operations.ts'
import { weigh } from './context.ts'
import type { Item, Trained } from './latent.ts'

/** What is known of an example: its features, and of Latin pairs the groups of its alignment. */
export interface Measured {
  readonly features: Float32Array
  readonly groups: Int32Array
}

type NamesOf = (index: number) => readonly number[]

const parts = 4
const partOf = (name: number) => ((name >>> 8) ^ (name >>> 17)) % parts

/** For each example what `apply` says of it with what was learned from those that share no name with its part: one pass a part. */
function heldOut<T, M>(
  count: number,
  namesOf: NamesOf,
  train: (indices: readonly number[]) => M,
  apply: (model: M, index: number) => T,
): T[] {
  const out: T[] = new Array(count)
  const all = Array.from({ length: count }, (_, i) => i)
  for (let part = 0; part < parts; part++) {
    const model = train(all.filter(i => !namesOf(i).some(name => partOf(name) === part)))
    for (const i of all) if (partOf(namesOf(i)[0]!) === part) out[i] = apply(model, i)
  }
  return out
}

/** Examples as tables that have not seen their names measure them. */
export const measureHeldOut = (
  table: Table,
  items: readonly Item[],
  namesOf: NamesOf,
  train: (items: readonly Item[]) => Trained,
  operationCount: number,
): Measured[] =>
  heldOut(
    items.length,
    namesOf,
    indices => fillWeights(table, train(indices.map(i => items[i]!)).values),
    (_, i) => measureItem(table, items[i]!, operationCount),
  )

/** Adds to the features of examples what their groups weigh by weights that have not seen their names. */
export function weighHeldOut(
  measured: readonly Measured[],
  namesOf: NamesOf,
  train: (indices: readonly number[]) => Float64Array,
): Float32Array[] {
  return heldOut(measured.length, namesOf, train, (weights, i) => withGroups(measured[i]!, weights))
}

export function measureItem(table: Table, item: Item, operationCount: number): Measured {
  const total = align(table, item.x, item.y)
  measure(table, total, item.x, item.y, operationCount)
  if (!item.shapes) return { features: Float32Array.from(features), groups: new Int32Array() }
  measureShapes(...item.shapes)
  gather(table, item.x, item.y)
  return { features: Float32Array.from(features), groups: groups.buckets.slice(0, groups.length) }
}

export function withGroups(measured: Measured, weights: ArrayLike<number>): Float32Array {
  features.set(measured.features)
  measureGroups(weigh(weights, measured.groups))
  return Float32Array.from(features)
}
