import { editDistance } from '../../src/names/features.ts'
import { foldCyrillic, foldLatin } from '../../src/names/letters.ts'
import twins from '../../src/names/twins.json' with { type: 'json' }
import { identity, rows, trainable } from './data.ts'
import { random } from './latent.ts'

/** Two full names put together of a pair of given names and a pair of family names. */
export interface MadeNames {
  readonly a: string
  readonly b: string
  readonly label: 0 | 1
  /** The identities of the family names. */
  readonly families: readonly number[]
}

type Two = readonly [string, string]
type Row = Record<string, string>

/** Of the listed given names as near as this may be one that another is taken for. */
const nearest = 6

/**
 * Full names of one person and, twice as many, of two: beside one given name another family name that is like the first (Kravchenko,
 * Kravchuk), beside one family name another given name that is like the first (Mykola, Mykyta). The labelled rows have few of these.
 */
export function madeNames(folder: string, count: number): MadeNames[] {
  const pairs = rows(folder, 'pairs').filter(row => trainable(row.source!))
  const families = pairs.filter(row => row.label === '1' && row.role === 'S' && row.cyr !== '')
  const others = unlikeFamilies(folder, pairs)
  const given = spellingsOfGiven(folder)
  const near = given.map(name => nearTo(name, given))
  const next = random(23)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const oneGiven = (): Two => {
    const name = pick(given)
    return [pick(name), pick(name)]
  }
  const twoGiven = (): Two => {
    const at = Math.floor(next() * given.length)
    return [pick(given[at]!), pick(pick(near[at]!))]
  }
  const made: MadeNames[] = []
  const add = (label: 0 | 1, [x, y]: Two, row: Row, oneSpelling: boolean): void => {
    const [a, b] = next() < 0.5 ? [row.a!, row.b!] : [row.b!, row.a!]
    made.push({ a: `${x} ${a}`, b: `${y} ${oneSpelling ? a : b}`, label, families: familiesOf(row) })
  }
  for (let i = 0; i < count; i++) {
    add(0, next() < 0.5 ? oneGiven() : same(pick(pick(given))), pick(others), false)
    add(0, twoGiven(), pick(families), next() < 0.5)
    add(1, oneGiven(), pick(families), next() < 0.3)
  }
  return made
}

const same = (name: string): Two => [name, name]

const familiesOf = (row: Row): readonly number[] =>
  row.cyr!.split('|').map(original => identity(original.split('/').sort()[0]!))

/** Pairs of family names that are two names, but like each other. */
function unlikeFamilies(folder: string, pairs: readonly Row[]): Row[] {
  const known = new Set(
    rows(folder, 'cyrlat')
      .filter(row => row.label === '1' && row.role === 'S')
      .map(row => foldLatin(row.lat!)),
  )
  const isFamily = (name: string) => known.has(foldLatin(name))
  return pairs.filter(
    row =>
      row.label === '0' &&
      (row.cat === 'hard-cyr' ? row.role === 'S' : row.cat === 'hard-lat' && isFamily(row.a!) && isFamily(row.b!)),
  )
}

/** The spellings of each listed given name that the Cyrillic-Latin rows have. */
function spellingsOfGiven(folder: string): readonly (readonly string[])[] {
  const names = twins.given.map(line => ({ forms: new Set(line.split(' ').map(foldCyrillic)), met: new Set<string>() }))
  for (const row of rows(folder, 'cyrlat')) {
    if (row.label !== '1' || row.cat !== 'direct' || !trainable(row.source!)) continue
    const original = foldCyrillic(row.cyr!)
    names.find(({ forms }) => forms.has(original))?.met.add(foldLatin(row.lat!))
  }
  return names.filter(({ met }) => met.size > 0).map(({ met }) => [...met])
}

/** The given names that are likest in Latin. */
function nearTo(name: readonly string[], all: readonly (readonly string[])[]) {
  const distance = (other: readonly string[]) =>
    Math.min(
      ...name
        .slice(0, nearest)
        .flatMap(a => other.slice(0, nearest).map(b => editDistance(a, b) / Math.max(a.length, b.length))),
    )
  return all
    .filter(other => other !== name)
    .map(other => ({ other, far: distance(other) }))
    .sort((p, q) => p.far - q.far)
    .slice(0, nearest)
    .map(({ other }) => other)
}
