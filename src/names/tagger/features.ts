import { bit, lexiconOf, phraseHash } from './lexicon.ts'
import { standing } from './places.ts'
import { shape } from './tokens.ts'
import { lettersOf, look, type View } from './view.ts'

/** Features are hashed into 2 ** `featureBits` places. */
export const featureBits = 20
/** No token has more features than this. */
export const mostFeatures = 160

function place(template: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> (32 - featureBits)
}

const pair = (a: number, b: number): number => Math.imul(a, 0x01000193) ^ b
const beyond = -7

let into: Int32Array
let used = 0
/** The template of each feature that the last call gave: training hides some templates now and then. */
export const templates = new Uint8Array(mostFeatures)
const add = (template: number, value: number): void => {
  templates[used] = template
  into[used++] = place(template, value)
}

/** The features of token `i` into `out`; how many there are. Constant time a token. */
export function featuresOf(v: View, i: number, out: Int32Array): number {
  into = out
  used = 0
  for (let j = Math.max(0, i - 2); j <= Math.min(v.tokens.count - 1, i + 2); j++) look(v, j)
  ownFeatures(v, i)
  beside(v, i, 1)
  beside(v, i, -1)
  around(v, i)
  return used
}

const letters = new Int32Array(256)

/** The word itself: its letters, shape, kinds, and what the rest of the text says of it. */
function ownFeatures(v: View, i: number): void {
  const look = v.tokens.shape[i]!
  const where = v.place[i]!
  const kinds = v.kinds[i]!
  const first = where & standing.first
  add(1, 0)
  add(2, v.word[i]!)
  add(3, v.stem[i]!)
  const count = lettersOf(v, i, letters)
  let hash = 17
  for (let k = 1; k <= Math.min(5, count); k++) {
    hash = pair(hash, letters[count - k]!)
    add(3 + k, hash)
  }
  hash = 19
  for (let k = 1; k <= Math.min(4, count); k++) {
    hash = pair(hash, letters[k - 1]!)
    if (k > 1) add(8 + k, hash)
  }
  add(13, look)
  add(14, pair(look, where))
  add(15, pair(look, Math.min(count, 8)))
  add(16, kinds)
  for (let b = 0; b < 16; b++) if (kinds & (1 << b)) add(17, b)
  add(18, pair(kinds & bit.common, pair(look, first)))
  const said = (v.small.has(v.key[i]!) ? 1 : 0) | (v.inside.has(v.key[i]!) ? 2 : 0)
  add(19, said)
  add(20, pair(said, pair(first, kinds & bit.common)))
  add(21, pair(v.last3[i]!, kinds & bit.common))
  add(22, pair(where, kinds))
  const phrase = phraseAt(v, i)
  add(23, phrase)
  add(24, pair(phrase, look))
}

/** 1: this word and the next stand in the name of a place; 2: this word and the one before. */
function phraseAt(v: View, i: number): number {
  const { phrases } = lexiconOf(v.script)
  const begins = i + 1 < v.tokens.count && phrases.has(phraseHash(v.key[i]!, v.key[i + 1]!))
  const ends = i > 0 && phrases.has(phraseHash(v.key[i - 1]!, v.key[i]!))
  return (begins ? 1 : 0) | (ends ? 2 : 0)
}

const shapeAt = (v: View, j: number): number => (j < 0 || j >= v.tokens.count ? shape.mark + 1 : v.tokens.shape[j]!)
const wordAt = (v: View, j: number): number => (j < 0 || j >= v.tokens.count ? beyond : v.word[j]!)
const kindsAt = (v: View, j: number): number => (j < 0 || j >= v.tokens.count ? 0 : v.kinds[j]!)
const inText = (v: View, j: number): boolean => j >= 0 && j < v.tokens.count

/** The two tokens on one side, alone and together with the word's own looks. */
function beside(v: View, i: number, step: 1 | -1): void {
  const t = step === 1 ? 30 : 60
  const near = i + step
  const far = near + step
  const look = v.tokens.shape[i]!
  const kinds = v.kinds[i]!
  add(t, wordAt(v, near))
  add(t + 1, shapeAt(v, near))
  add(t + 2, pair(shapeAt(v, near), look))
  add(t + 3, kindsAt(v, near))
  add(t + 4, pair(kindsAt(v, near), kinds))
  add(t + 5, pair(shapeAt(v, near), shapeAt(v, far)))
  add(t + 6, wordAt(v, far))
  add(t + 7, kindsAt(v, far))
  for (let b = 0; b < 16; b++) {
    if (kindsAt(v, near) & (1 << b)) add(t + 8, b)
    if (kindsAt(v, far) & (1 << b)) add(t + 9, b)
  }
  if (!inText(v, near)) return
  add(t + 10, v.stem[near]!)
  add(t + 11, v.last3[near]!)
  add(t + 12, v.last2[near]!)
  add(t + 13, pair(v.word[near]!, v.last2[i]!))
  add(t + 14, pair(v.last2[near]!, v.last2[i]!))
  add(t + 15, pair(v.word[near]!, kinds))
  add(t + 16, pair(v.last3[near]!, look))
  if (inText(v, far)) {
    add(t + 17, pair(v.word[near]!, wordAt(v, far)))
    add(t + 18, v.stem[far]!)
  }
}

/** Both sides together. */
function around(v: View, i: number): void {
  const before = i - 1
  const after = i + 1
  add(90, pair(wordAt(v, before), wordAt(v, after)))
  add(91, pair(kindsAt(v, before), kindsAt(v, after)))
  add(92, pair(pair(shapeAt(v, before), shapeAt(v, after)), v.tokens.shape[i]!))
  add(93, pair(pair(shapeAt(v, before), shapeAt(v, after)), v.kinds[i]!))
}
