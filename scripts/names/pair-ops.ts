import { latinSymbols, latinVowels, markLatin } from '../../src/names/letters.ts'
import { em, lattice } from './em.ts'
import type { Example } from './pair-data.ts'

const inner = (chunk: string) => chunk.replace(/^\^/, '').replace(/\$$/, '')
const vowel = (letter: string) => latinVowels.has(letter)
const glide = (letter: string) => letter === 'y' || letter === 'j' || letter === "'" || letter === '-'

/** What an operation between two Latin chunks may be, and how likely it is before any data. */
export function priorOf(x: string, y: string): number {
  if (x.startsWith('^') !== y.startsWith('^') || x.endsWith('$') !== y.endsWith('$')) return 0
  const a = inner(x)
  const b = inner(y)
  const marked = x.length > a.length ? 0.3 : 1
  if (x.length > a.length + 1) return 0
  if (a.length + b.length === 0) return x.length === 1 ? 1 : 0
  if (a.length > 4 || b.length > 4) return 0
  if (a.length === 0 || b.length === 0) {
    const length = a.length + b.length
    return length === 1 ? marked * 0.3 : length === 2 && x.endsWith('$') ? 0.03 : 0
  }
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1 && long.length === 1) return marked * single(short, long)
  if (short.length >= 2 && (short[0] === long[0] || short.at(-1) === long.at(-1))) return 0
  if (mixed(a) || mixed(b)) return 0
  const pure = (chunk: string, kind: (l: string) => boolean) => [...chunk].every(kind)
  if (pure(short, vowel) && pure(long, l => !vowel(l) && !glide(l))) return 0
  if (pure(short, l => !vowel(l) && !glide(l)) && pure(long, vowel)) return 0
  return marked * 0.3 ** (a.length + b.length - 2)
}

/** Vowels and consonants in one chunk: better told apart. */
const mixed = (chunk: string) => [...chunk].some(vowel) && [...chunk].some(l => !vowel(l) && !glide(l))

function single(a: string, b: string): number {
  if (a === b) return 1
  if (vowel(a) === vowel(b) || glide(a) || glide(b)) return 0.2
  return 0.002
}

export interface Op {
  readonly x: string
  readonly y: string
  /** Expected share of all operations. */
  readonly p: number
}

/** The operations that positives show, symmetric (x <= y), most frequent first. */
export function learnOps(positives: readonly Example[], steps: number, minimum: number): Op[] {
  const pairs = positives.flatMap(({ a, b, weight }) => {
    const [x, y] = a < b ? [a, b] : [b, a]
    return x.length > 18 || y.length > 18 ? [] : [{ x: markLatin(x), y: markLatin(y), weight }]
  })
  const options = {
    maxX: 5,
    maxY: 5,
    prior: priorOf,
    seed: (x: string, y: string) => (x === y ? 5 : 0.001),
    conditional: false,
    steps,
  }
  const graph = lattice(pairs, options)
  const { counts } = em(graph, options)
  const sums = new Map<string, number>()
  graph.ops.forEach(([x, y], i) => {
    const key = x < y ? `${x}\t${y}` : `${y}\t${x}`
    sums.set(key, (sums.get(key) ?? 0) + counts[i]!)
  })
  const total = [...sums.values()].reduce((s, c) => s + c, 0)
  const kept = [...sums].filter(([key, count]) => count >= minimum || (key[0] === key[2] && key.length === 3))
  return kept.map(([key, count]) => {
    const [x, y] = key.split('\t') as [string, string]
    return { x, y, p: (count + 0.01) / total }
  })
}

/** Unigram probabilities of symbols over names. */
export function unigrams(names: Iterable<string>): (chunk: string) => number {
  const counts = new Map<string, number>([...latinSymbols].map(s => [s, 0.5]))
  let total = latinSymbols.length * 0.5
  for (const name of names)
    for (const symbol of markLatin(name)) {
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
      total++
    }
  return chunk => [...chunk].reduce((sum, symbol) => sum + Math.log((counts.get(symbol) ?? 0.5) / total), 0)
}
