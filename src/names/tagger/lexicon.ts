import { once } from '../model.ts'
import { bytesOf } from './base64.ts'
import { type Bloom, mayHold } from './bloom.ts'
import common from './common.json' with { type: 'json' }
import context from './context.json' with { type: 'json' }
import { cuts, isEnding } from './endings.ts'
import { fold, hashFolded, hashUnits } from './fold.ts'
import lists from './names.json' with { type: 'json' }
import { baseStem } from './stem.ts'

export type Script = 'cyrillic' | 'latin'

/** What a word may be, as bits. */
export const kinds = [
  'given',
  'family',
  'place',
  'country',
  'role',
  'honorific',
  'kin',
  'said',
  'placeHead',
  'groupHead',
  'workHead',
  'calendar',
  'people',
  'direction',
  'link',
  'common',
] as const
export type WordKind = (typeof kinds)[number]
export const bit = Object.fromEntries(kinds.map((kind, i) => [kind, 1 << i])) as Readonly<Record<WordKind, number>>

interface Lexicon {
  /** Kinds by the hash of a stem (of a word, in Latin script), its last four bits dropped. */
  readonly stems: ReadonlyMap<number, number>
  /** Two words that stand side by side in the name of a place. */
  readonly phrases: ReadonlySet<number>
  /** Words of a spelling dictionary, written small there; of English alone: in Cyrillic they taught nothing that endings do not. */
  readonly common: Bloom
}

/** Kinds of which lists are packed: the hash of a stem with its last four bits replaced by bits for these. */
export const listed = ['given', 'family', 'place', 'country'] as const
const listedBits = 0xf

const key = (hash: number): number => hash & ~listedBits
/** The hash of two words side by side, each by its stem. */
export const phraseHash = (first: number, second: number): number => Math.imul(first, 0x01000193) ^ second

const contextKinds = () => kinds.filter((kind): kind is keyof typeof context => kind in context)

const wordsOf = (lines: readonly string[]): Int32Array => new Int32Array(bytesOf(lines).buffer)

function build(script: Script): Lexicon {
  const stems = new Map<number, number>()
  for (const word of wordsOf(lists[script].words)) stems.set(key(word), word & listedBits)
  for (const kind of contextKinds()) {
    const words = script === 'latin' ? context[kind].en : [...context[kind].uk, ...context[kind].ru]
    for (const word of words) {
      const hash = key(hashFolded(script === 'latin' ? fold(word) : baseStem(fold(word))))
      stems.set(hash, (stems.get(hash) ?? 0) | bit[kind])
    }
  }
  return {
    stems,
    phrases: new Set(wordsOf(lists[script].phrases)),
    common: { bits: script === 'latin' ? bytesOf(common.latin) : new Uint8Array(1) },
  }
}

const cyrillic = once(() => build('cyrillic'))
const latin = once(() => build('latin'))
export const lexiconOf = (script: Script): Lexicon => (script === 'latin' ? latin() : cyrillic())

/** What the folded word in the first `count` units may be: every listed stem that an ending of ours completes. */
export function kindsOf(lexicon: Lexicon, script: Script, units: ArrayLike<number>, count: number): number {
  if (script === 'latin') {
    const hash = hashUnits(units, 0, count)
    return (lexicon.stems.get(key(hash)) ?? 0) | (mayHold(lexicon.common, hash) ? bit.common : 0)
  }
  const whole = kindsBetween(lexicon, units, 0, count)
  return whole === 0 ? kindsOfJoined(lexicon, units, count) : whole
}

/** What the first of two words joined by a hyphen is listed as (Жан-Батист); two places side by side are a way or a match, no name. O(length). */
function kindsOfJoined(lexicon: Lexicon, units: ArrayLike<number>, count: number): number {
  for (let at = leastPart; at < count - leastPart; at++) {
    if (units[at] !== hyphen) continue
    const second = kindsBetween(lexicon, units, at + 1, count) & listedBits
    const isName = second === 0 || (second & (bit.given | bit.family)) !== 0
    return isName ? kindsBetween(lexicon, units, 0, at) & listedBits : 0
  }
  return 0
}

const hyphen = 0x2d
const leastPart = 3

function kindsBetween(lexicon: Lexicon, units: ArrayLike<number>, from: number, to: number): number {
  let found = 0
  for (const cut of cuts) {
    if (to - from - cut < 2 || !isEnding(units, to, cut)) continue
    found |= lexicon.stems.get(key(hashUnits(units, from, to - cut))) ?? 0
  }
  return found
}
