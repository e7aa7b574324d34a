import { bytesOf } from './bytes.ts'
import { hash } from './hash.ts'
import { foldLatin } from './letters.ts'
import { once } from './model.ts'
import packed from './slavic.json' with { type: 'json' }

/** Buckets of the table of letter groups. */
export const buckets = 1 << 14

/** The bucket of each group of two to four letters in a word, its ends marked; the groups decide how Slavic it looks. */
export function groupsOf(folded: string): readonly number[] {
  const text = `^${folded}$`
  const out: number[] = []
  for (let size = 2; size <= 4; size++)
    for (let i = 0; i + size <= text.length; i++) out.push(hash(text, i, i + size) & (buckets - 1))
  return out
}

/** Places in the set of known names that a name takes; a name that takes all of its places is (nearly surely) in the set. */
export const probes = 5
export const placesOf = (folded: string, size: number): readonly number[] =>
  Array.from({ length: probes }, (_, i) => hash(folded, 0, folded.length, 0x9e3779b1 + i * 0x01000193) % size)

const model = once(() => ({
  weights: new Int8Array(bytesOf(packed.weights).buffer),
  known: bytesOf(packed.known),
  common: new Set(packed.words.split(' ')),
}))

/** A spelling that the training has seen is as sure as this. */
const knownSurety = 0.95
/** Below this a hit in the set is taken for chance. */
const leastLooks = 0.01

/** How sure it is that a Latin word is a romanized Slavic name, rather than an English word or a name of another language: 0 to 1. */
export function slavicness(word: string): number {
  const folded = foldLatin(word)
  const { weights, known, common } = model()
  if (folded.length < 3 || common.has(folded)) return 0
  const sum = groupsOf(folded).reduce((total, bucket) => total + weights[bucket]!, 0)
  const looks = 1 / (1 + Math.exp(-(sum * packed.scale + packed.bias)))
  const seen = placesOf(folded, known.length * 8).every(place => known[place >> 3]! & (1 << (place & 7)))
  return seen && looks > leastLooks ? Math.max(looks, knownSurety) : looks
}
