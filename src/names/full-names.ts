import { listed, type Relation, relate, threshold } from './compare.ts'
import { measureFullNames, odds, type Pairing } from './full-features.ts'
import packed from './full-names.json' with { type: 'json' }
import { type Prepared, prepare } from './likeness.ts'
import { once } from './model.ts'
import { evaluate, unpackTrees } from './trees.ts'

export interface PartComparison {
  readonly a: string
  readonly b: string
  readonly relation: Relation | 'initial'
  readonly score: number
}

export interface FullComparison {
  /** 'same' where each part of the shorter name is a spelling, a twin or the initial of a part of the other. */
  readonly relation: 'same' | 'different'
  readonly score: number
  readonly parts: readonly PartComparison[]
}

/** A part of the shorter name with the part of the longer one that it is best compared with. */
interface Assigned {
  readonly x: Prepared
  readonly y: Prepared
  readonly relation: Relation | 'initial'
  readonly score: number
  /** Which part of the longer name. */
  readonly at: number
}

/** The parts of a full name; honorifics are the caller's. */
const partsOf = (name: string): string[] => name.split(/[\s,]+/).filter(part => /\p{L}/u.test(part))

/**
 * Whether two full names are of one person, in any order of their parts ("ZELENSKYY Volodymyr"), with a patronymic or
 * without, a given name or its initial.
 */
export function compareFullNames(a: string, b: string): FullComparison {
  const [short, long] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  if (short.length === 0) return { relation: 'different', score: 0, parts: [] }
  const turned = partsOf(a).length > partsOf(b).length
  const found = assign(short.map(prepare), long.map(prepare))
  const score = together(found, long.length)
  const parts = found.map(({ x, y, relation, score }) =>
    turned ? { a: y.text, b: x.text, relation, score } : { a: x.text, b: y.text, relation, score },
  )
  return { relation: score >= threshold ? 'same' : 'different', score, parts }
}

const trees = once(() => unpackTrees(packed))

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** One score of all parts: learned where two or more are written out. */
function together(parts: readonly Assigned[], length: number): number {
  const features = measureAssigned(parts)
  return features ? logistic(evaluate(trees(), features)) : withInitials(parts, length)
}

/** What the learned trees are asked about two full names of two parts or more; undefined where there are initials or single names. */
export function measure(a: string, b: string): Float32Array | undefined {
  const [short, long] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  return measureAssigned(assign(short.map(prepare), long.map(prepare)))
}

function measureAssigned(parts: readonly Assigned[]): Float32Array | undefined {
  if (parts.length < 2 || !parts.every(isWritten)) return undefined
  return measureFullNames(
    parts,
    parts.some((part, i) => i > 0 && part.at < parts[i - 1]!.at),
  )
}

const isWritten = (part: Assigned): part is Assigned & Pairing => part.relation !== 'initial'

/** How much the other parts count beside the worst. */
const others = 0.2
/** The odds at which two parts, one of them an initial, are still of one person. */
const middle = -2.75

/** The odds of the worst part, and a share of those of the others; a single part against a full name has nothing beside it. */
function withInitials(parts: readonly Assigned[], length: number): number {
  const values = parts.map(part => odds(part.score)).sort((x, y) => x - y)
  const rest = values.slice(1)
  const support = rest.length > 0 ? (others * rest.reduce((sum, v) => sum + v, 0)) / rest.length : 0
  const alone = parts.length === 1 && length === 1
  return logistic(values[0]! + support - (alone ? 0 : parts.length === 1 ? 1 : middle))
}

/** The assignment of the parts of the shorter name to those of the longer with the best product; names have few parts. */
function assign(short: readonly Prepared[], long: readonly Prepared[]): readonly Assigned[] {
  const matrix = short.slice(0, 5).map(x => long.slice(0, 6).map((y, at) => comparePart(x, y, at)))
  let best: readonly Assigned[] = []
  let most = -1
  const walk = (row: number, used: number, product: number, chosen: readonly Assigned[]) => {
    if (row === matrix.length) {
      if (product > most) {
        most = product
        best = chosen
      }
      return
    }
    matrix[row]!.forEach((part, column) => {
      if (used & (1 << column)) return
      walk(row + 1, used | (1 << column), product * (part.score + 1e-6), [...chosen, part])
    })
  }
  walk(0, 0, 1, [])
  return best
}

function comparePart(x: Prepared, y: Prepared, at: number): Assigned {
  const base = { x, y, at }
  const [short, long] = x.folded.length <= y.folded.length ? [x, y] : [y, x]
  if (short.folded.length === 1 && long.folded.length > 1)
    return { ...base, relation: 'initial', score: long.folded.startsWith(short.folded) ? 0.8 : 0.05 }
  const { relation, score } = relate(x, y)
  if (relation !== 'spelling' && relation !== 'twin' && areOtherNames(x, y))
    return { ...base, relation: 'different', score: 0 }
  if (relation === 'gender-form') return { ...base, relation, score: score * unmarked }
  if (relation !== 'different') return { ...base, relation, score }
  const rest = long.folded.slice(short.folded.length)
  if (short.folded.length >= 3 && long.folded.startsWith(short.folded) && !makesSurname.test(rest))
    return { ...base, relation, score: Math.max(score, clipped) }
  return { ...base, relation, score }
}

/** Two given names of the list are two names, however alike: Mykola and Mykyta, Viktor and Viktoria. */
function areOtherNames(x: Prepared, y: Prepared): boolean {
  const [a, b] = [givenIn(x), givenIn(y)]
  return a.length > 0 && b.length > 0 && !a.some(one => b.some(other => other.id === one.id))
}

const givenIn = (name: Prepared) => listed(name).filter(({ kind }) => kind === 'given')

/** Registers and foreign papers give a woman her father's form of the family name, or a man's given name an -a. */
const unmarked = 0.3
/** A short form of a given name: Vit for Vitaliy, but not Ivan for Ivanov. */
const clipped = 0.15
const makesSurname = /^(?:[oeyi]?[vw]|[oe]u|y?[eo]ff|sk|[st]?[ck]|[yi]?[ae]?n|[iy]ch|ovi|evi|[yi]?uk|a|o|enk)/
