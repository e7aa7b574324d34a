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

/** Tables of bytes are looked into where they stand, one character a byte: most runs ask for few of them. */
const model = once(() => ({ weights: atob(packed.weights), known: atob(packed.known), common: packed.words }))

const weightOf = (weights: string, bucket: number): number => (weights.charCodeAt(bucket) << 24) >> 24

/** Whether a word is among sorted ones with a space between. O(length of a word × log length of the list). */
function isAmong(words: string, word: string): boolean {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = words.lastIndexOf(' ', middle - 1) + 1
    const space = words.indexOf(' ', start)
    const end = space < 0 ? words.length : space
    const found = words.slice(start, end)
    if (found === word) return true
    if (found < word) low = end + 1
    else high = start
  }
  return false
}

/** A spelling that the training has seen is as sure as this. */
const knownSurety = 0.95
/** Below this a hit in the set is taken for chance. */
const leastLooks = 0.01

/** How sure it is that a Latin word is a romanized Slavic name, rather than an English word or a name of another language: 0 to 1. */
export function slavicness(word: string): number {
  const folded = foldLatin(word)
  const { weights, known, common } = model()
  if (folded.length < 3 || isAmong(common, folded)) return 0
  const sum = groupsOf(folded).reduce((total, bucket) => total + weightOf(weights, bucket), 0)
  const looks = 1 / (1 + Math.exp(-(sum * packed.scale + packed.bias)))
  const seen = placesOf(folded, known.length * 8).every(place => known.charCodeAt(place >> 3) & (1 << (place & 7)))
  return seen && looks > leastLooks ? Math.max(looks, knownSurety) : looks
}
