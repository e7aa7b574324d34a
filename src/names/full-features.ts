import type { Relation } from './compare.ts'
import { commonEnd, editDistance } from './features.ts'
import type { Prepared } from './likeness.ts'
import { patronymic } from './patronymic.ts'
import { twinsOf } from './twins.ts'

/** Two parts of full names that stand for each other. */
export interface Pairing {
  readonly x: Prepared
  readonly y: Prepared
  readonly relation: Relation
  readonly score: number
}

export const odds = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-3))

const relations: readonly Relation[] = ['different', 'gender-form', 'twin', 'spelling']

/**
 * What the trees know of two full names, worst pair of parts first; the same for either order of the names. Part of the learned
 * weights: append only.
 */
export function measureFullNames(pairings: readonly Pairing[], crossed: boolean): Float32Array {
  const [worst, next] = [...pairings].sort(byDoubt) as [Pairing, Pairing]
  return Float32Array.from([...measurePairing(worst), ...measurePairing(next), Number(crossed)])
}

/** The most doubtful first, whichever name they are read from. */
const byDoubt = (p: Pairing, q: Pairing): number => p.score - q.score || (lesser(p) < lesser(q) ? -1 : 1)
const lesser = ({ x, y }: Pairing): string => [x.folded, y.folded].sort()[0]!

/** Where the features say how many of the two worst parts are patronymics. */
export const patronymicAt = 9

function measurePairing({ x, y, relation, score }: Pairing): number[] {
  const [a, b] = [x.shape.plain, y.shape.plain]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const distance = editDistance(a, b)
  return [
    odds(score),
    relations.indexOf(relation),
    distance,
    distance / Math.max(1, long.length),
    short.length,
    commonStart(a, b),
    commonEnd(a, b),
    Number(short.length > 2 && long.includes(short)),
    Number(sorted(a) === sorted(b)),
    Number(patronymic.test(a)) + Number(patronymic.test(b)),
    Number(twinsOf(x.folded).length > 0) + Number(twinsOf(y.folded).length > 0),
    Number(x.shape.vowels === y.shape.vowels),
    Number(x.shape.keys.some(key => y.shape.keys.includes(key))),
  ]
}

const sorted = (text: string): string => [...text].sort().join('')

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
