import { type Relation, relate, threshold } from './compare.ts'
import { type Prepared, prepare } from './likeness.ts'

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
  const score =
    found.reduce((product, part) => product * part.score, 1) * (short.length > 1 || long.length === 1 ? 1 : 0.5)
  const parts = turned ? found.map(part => ({ ...part, a: part.b, b: part.a })) : found
  return { relation: score >= threshold ** 2 ? 'same' : 'different', score, parts }
}

/** The assignment of the parts of the shorter name to those of the longer with the best product; names have few parts. */
function assign(short: readonly Prepared[], long: readonly Prepared[]): readonly PartComparison[] {
  const matrix = short.slice(0, 5).map(x => long.slice(0, 6).map(y => comparePart(x, y)))
  let best: readonly PartComparison[] = []
  let most = -1
  const walk = (row: number, used: number, product: number, chosen: readonly PartComparison[]) => {
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

function comparePart(x: Prepared, y: Prepared): PartComparison {
  const base = { a: x.text, b: y.text }
  const [short, long] = x.folded.length <= y.folded.length ? [x, y] : [y, x]
  if (short.folded.length === 1 && long.folded.length > 1)
    return { ...base, relation: 'initial', score: long.folded.startsWith(short.folded) ? 0.8 : 0.05 }
  const { relation, score } = relate(x, y)
  return { ...base, relation, score: relation === 'gender-form' ? score * 0.1 : score }
}
