import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { patronymicAt } from '../../src/names/full-features.ts'
import { foldCyrillic, foldLatin } from '../../src/names/letters.ts'
import type { PackedTrees } from '../../src/names/trees.ts'
import { identity, rows, trainable } from './data.ts'
import { boost, defaults } from './gbt.ts'
import { copyHouse } from './house.ts'
import { madeNames } from './made-names.ts'
import { type Chosen, learnPersons } from './weights.ts'

type FullNames = typeof import('../../src/names/full-names.ts')
type Row = Record<string, string>

const parts = 5
const options = { ...defaults, trees: 200, depth: 3, least: 10 }

/** Half of the rows of the same name are of a source that may not train; the others count for them. */
const sameWeight = 2
/** How many full names of each kind are made, and what a row of them weighs: more costs the rows that registers have, slips in all. */
const made = { count: 2500, weight: 0.003 }
/** Added to the trees: their F1 on names held out is best between 0.8 and 1.6. */
const middle = 0.75
/** A pair of parts below this likeness are different names. */
const unlike = 0.001

/** What tells whether two full names are of one person, from what is said of their parts by weights that have not seen the family name. */
export async function learnFullNames(data: string, chosen: Chosen): Promise<PackedTrees> {
  const familyOf = families(data)
  const examples = rows(data, 'fullname').filter(row => trainable(row.source!) && chosen([familyOf(row)]))
  const artificial = madeNames(data, made.count).filter(({ families }) => chosen(families))
  const features: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  const add = (measured: Float32Array, label: number, weight: number): void => {
    features.push(measured)
    labels.push(label)
    weights.push(weight)
  }
  for (let part = 0; part < parts; part++) {
    const inside = (name: number) => name % parts === part
    const house = copyHouse(learnPersons(data, names => chosen(names) && !names.some(inside)))
    const engine: FullNames = await import(pathToFileURL(join(house, 'src/names/full-names.ts')).href)
    for (const row of examples.filter(row => inside(familyOf(row)))) {
      const measured = engine.measure(row.a!, row.b!)
      if (!measured || isAlias(row, measured, engine)) continue
      add(measured, Number(row.label), row.label === '1' ? sameWeight : 1)
    }
    for (const { a, b, label, families } of artificial)
      if (inside(families[0]!)) add(engine.measure(a, b)!, label, made.weight)
    rmSync(house, { recursive: true })
  }
  const trees = boost(features, labels, weights, options)
  return { ...trees, base: trees.base + middle }
}

/** One person, but another name: a maiden name, a pen name. Whoever is to compare spellings cannot learn from it. */
function isAlias(row: Row, features: Float32Array, { compareFullNames }: FullNames): boolean {
  if (row.label !== '1' || features[patronymicAt]! > 0) return false
  return compareFullNames(row.a!, row.b!).parts.some(({ score }) => score < unlike)
}

/** The identity of the family name of a row: that of its original where the other files have it, else of its letters. */
export function families(data: string): (row: Row) => number {
  const known = new Map<string, number>()
  for (const { label, lat, cyr } of rows(data, 'cyrlat'))
    if (label === '1') known.set(foldLatin(lat!), identity(foldCyrillic(cyr!)))
  return row => {
    const family = foldLatin(row.a!.split(' ').at(-1)!)
    return known.get(family) ?? identity(family)
  }
}
