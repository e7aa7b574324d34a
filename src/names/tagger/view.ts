import { asRussian } from './counterparts.ts'
import { stemHash } from './endings.ts'
import { foldUnit, hashUnits } from './fold.ts'
import { kindsOf, lexiconOf, type Script } from './lexicon.ts'
import { places, standing } from './places.ts'
import { shape, type Tokens } from './tokens.ts'

export type TaggedLanguage = 'uk' | 'ru' | 'en'

/** What the tagger sees of a text. Words are looked at when they are first asked for: most of a text is never. */
export interface View {
  readonly tokens: Tokens
  readonly script: Script
  readonly language: TaggedLanguage
  readonly seen: Uint8Array
  /** The stem as written; the others are those of the Russian counterpart in a Ukrainian text. */
  readonly key: Int32Array
  /** Hashes of the folded word, of its stem, and of its last two and three letters. */
  readonly word: Int32Array
  readonly stem: Int32Array
  readonly last2: Int32Array
  readonly last3: Int32Array
  readonly kinds: Int32Array
  readonly length: Uint8Array
  /** Stems of words written small somewhere in the text, and of capitalised words inside a sentence. */
  readonly small: ReadonlySet<number>
  readonly inside: ReadonlySet<number>
  /** How tokens stand: see `place`. */
  readonly place: Uint8Array
}

const units = new Int32Array(256)

/** The folded letters of a token into a buffer; how many there are. */
function foldToken({ tokens }: View, i: number, into: Int32Array): number {
  let count = 0
  for (let at = tokens.start[i]!; at < tokens.end[i]! && count < into.length; at++) {
    const unit = foldUnit(tokens.text.charCodeAt(at))
    if (unit !== 0) into[count++] = unit
  }
  return count
}

export function view(tokens: Tokens, language: TaggedLanguage): View {
  const { count } = tokens
  const script = language === 'en' ? 'latin' : 'cyrillic'
  const made: View = {
    tokens,
    script,
    language,
    seen: new Uint8Array(count),
    key: new Int32Array(count),
    word: new Int32Array(count),
    stem: new Int32Array(count),
    last2: new Int32Array(count),
    last3: new Int32Array(count),
    kinds: new Int32Array(count),
    length: new Uint8Array(count),
    small: new Set(),
    inside: new Set(),
    place: places(tokens),
  }
  remember(made)
  return made
}

/** Looks at a token: its hashes and kinds are there afterwards. */
export function look(v: View, i: number): void {
  if (v.seen[i]) return
  v.seen[i] = 1
  const { tokens, script } = v
  if (tokens.shape[i]! >= shape.number) {
    v.word[i] = tokens.shape[i] === shape.number ? 1 : tokens.text.charCodeAt(tokens.start[i]!) + 2
    v.last2[i] = v.last3[i] = v.stem[i] = v.word[i]!
    return
  }
  const written = foldToken(v, i, units)
  v.length[i] = written
  v.key[i] = stemOf(script, written)
  v.kinds[i] = kindsOf(lexiconOf(script), script, units, written)
  const count = counterpart(v, i, units, written)
  v.word[i] = hashUnits(units, 0, count)
  v.stem[i] = stemOf(script, count)
  v.last2[i] = hashUnits(units, Math.max(0, count - 2), count)
  v.last3[i] = hashUnits(units, Math.max(0, count - 3), count)
}

const stemOf = (script: Script, count: number): number =>
  script === 'latin' ? hashUnits(units, 0, count) : stemHash(units, count)

/** The folded letters of a token as the tagger compares them. */
export function lettersOf(v: View, i: number, into: Int32Array): number {
  return counterpart(v, i, into, foldToken(v, i, into))
}

function counterpart({ language, tokens }: View, i: number, units: Int32Array, count: number): number {
  if (language !== 'uk') return count
  return asRussian(units, count, tokens.shape[i] === shape.lower, tokens.text.charCodeAt(tokens.end[i]! - 1))
}

/** Which stems a text writes small, and which with a capital where a capital means something. */
function remember(v: View): void {
  const { tokens, place, script } = v
  const small = v.small as Set<number>
  const inside = v.inside as Set<number>
  for (let i = 0; i < tokens.count; i++) {
    const look = tokens.shape[i]!
    if (look === shape.lower) {
      const count = foldToken(v, i, units)
      if (count > 2) small.add(stemOf(script, count))
    } else if ((look === shape.capital || look === shape.compound) && !(place[i]! & (standing.first | standing.line))) {
      const count = foldToken(v, i, units)
      inside.add(stemOf(script, count))
    }
  }
}
