import { align } from '../../src/names/align.ts'
import { features, measure, measureShapes } from '../../src/names/features.ts'
import type { Table } from '../../src/names/operations.ts'
import { fillWeights } from '../../src/names/operations.ts'
import type { Item, Trained } from './latent.ts'

/** The features of examples by tables that have not seen the examples' names: one pass a part. */
export function heldOutFeatures(
  table: Table,
  items: readonly Item[],
  namesOf: (index: number) => readonly number[],
  parts: number,
  train: (items: readonly Item[]) => Trained,
  operationCount: number,
): Float32Array[] {
  const out: Float32Array[] = new Array(items.length)
  const partOf = (name: number) => ((name >>> 8) ^ (name >>> 17)) % parts
  for (let part = 0; part < parts; part++) {
    const inside = items.filter((_, i) => !namesOf(i).some(name => partOf(name) === part))
    fillWeights(table, train(inside).values)
    items.forEach((item, i) => {
      if (partOf(namesOf(i)[0]!) === part) out[i] = featuresOf(table, item, operationCount)
    })
  }
  return out
}

export function featuresOf(table: Table, item: Item, operationCount: number): Float32Array {
  const total = align(table, item.x, item.y)
  measure(table, total, item.x, item.y, operationCount)
  if (item.shapes) measureShapes(...item.shapes)
  return Float32Array.from(features)
}
