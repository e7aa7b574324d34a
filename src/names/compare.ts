import { capitalised, commonOriginal, explain, type Step } from './explain.ts'
import { foldCyrillic } from './letters.ts'
import { genderLikeness, type Kind, likeness, type Prepared, prepare, score, writingLog } from './likeness.ts'
import { formsOf, type TwinMatch, twinsOf } from './twins.ts'

/**
 * spelling: two spellings of one name; twin: the forms that two languages have of one name (Mykhailo, Mikhail);
 * gender-form: the feminine and the masculine form of one name (Medinsky, Medinskaya).
 */
export type Relation = 'spelling' | 'twin' | 'gender-form' | 'different'

export interface Comparison {
  readonly relation: Relation
  /** How sure the relation is, 0 to 1; for `different`, how sure it is that the two are one name after all. */
  readonly score: number
  /** The best Cyrillic name behind both spellings; for a twin, the one behind the first. */
  readonly original?: string
  /** For a twin, the Cyrillic name behind the second. */
  readonly twin?: string
  /** Why: how each spelling writes the original. Empty for `different` and `gender-form`. */
  readonly alignment: readonly Step[]
}

export interface CompareOptions {
  /** Names of places have no gender, and more endings. Default 'person'. */
  readonly kind?: Kind
}

/** At or above this score two spellings are called one name. */
export const threshold = 0.5

export interface Verdict {
  readonly relation: Relation
  readonly score: number
  /** The listed names behind the two spellings. */
  readonly twins?: readonly [TwinMatch, TwinMatch]
}

/** What two prepared spellings are to each other, without the reasons: what a loop over many pairs wants. */
export function relate(a: Prepared, b: Prepared, kind: Kind = 'person'): Verdict {
  const twins = a.folded === b.folded ? undefined : sharedTwin(a, b)
  const listedTwins = twins && twins[0].form !== twins[1].form
  if (!listedTwins && kind === 'person') {
    const gender = genderLikeness(a, b)
    if (gender > 0) return { relation: 'gender-form', score: gender }
  }
  const alike = likeness(a, b, kind)
  if (listedTwins) return { relation: 'twin', score: twinScore(alike, twins), twins }
  return { relation: alike >= threshold ? 'spelling' : 'different', score: alike }
}

/**
 * The score of a pair as spellings or twins of one name, 0 for forms of different gender. Below `least` it may leave out to ask
 * about gender.
 */
export function sameName(a: Prepared, b: Prepared, kind: Kind, least: number, withTwins = true): number {
  const twins = withTwins ? sharedTwin(a, b) : undefined
  const alike = likeness(a, b, kind)
  if (twins && twins[0].form !== twins[1].form) return twinScore(alike, twins)
  return alike >= least && kind === 'person' && genderLikeness(a, b) > 0 ? 0 : alike
}

/** Above this twins are spelled alike as well. */
const surelyAlike = 0.9
/** Of a hundred pairs of listed twins that are not, so many are one name where names are counted by their spelling. */
const twinsOnly = 0.97

/** What two languages make of one name (Mykola, Nikolai) is less sure to be meant as one than what is spelled alike. */
function twinScore(alike: number, [a, b]: readonly [TwinMatch, TwinMatch]): number {
  const listed = Math.min(a.score, b.score)
  return alike >= surelyAlike ? Math.max(alike, listed) : twinsOnly * listed
}

const lists = new WeakMap<Prepared, readonly TwinMatch[]>()

/** The listed names that a spelling may write; looked up once. */
export function listed(name: Prepared): readonly TwinMatch[] {
  const known = lists.get(name)
  if (known) return known
  const found = twinsOf(name.folded)
  lists.set(name, found)
  return found
}

/** By this much (natural logarithm) must two forms explain the two spellings better than one form does. */
const twinMargin = 1.5

/** The listed name that both spellings write: the same form on both sides where one form explains both. */
function sharedTwin(a: Prepared, b: Prepared): readonly [TwinMatch, TwinMatch] | undefined {
  const [first, second] = [listed(a), listed(b)]
  const id = first[0]?.id
  if (id === undefined || second[0]?.id !== id) return undefined
  const forms = formsOf(id)
  const rate = (name: Prepared): readonly TwinMatch[] =>
    forms.map(twin => ({ ...twin, score: score(twin.form, name.folded), log: writingLog(twin.form, name.folded) }))
  const [inA, inB] = [rate(a), rate(b)]
  const bestA = inA.reduce((x, y) => (y.log > x.log ? y : x))
  const bestB = inB.reduce((x, y) => (y.log > x.log ? y : x))
  const common = inA
    .map((twin, i) => ({ twin, i, sum: twin.log + inB[i]!.log }))
    .reduce((x, y) => (y.sum > x.sum ? y : x))
  if (bestA.log + bestB.log - common.sum > twinMargin) return [bestA, bestB]
  return [common.twin, inB[common.i]!]
}

/** What two spellings are to each other, and why. A Cyrillic name may stand on either side. */
export function compare(a: string, b: string, options: CompareOptions = {}): Comparison {
  const cyrillic = [a, b].map(name => /\p{Script=Cyrillic}/u.test(name))
  if (cyrillic[0] || cyrillic[1]) return compareCyrillic(a, b, cyrillic[0]!, cyrillic[1]!)
  const verdict = relate(prepare(a), prepare(b), options.kind)
  const { relation } = verdict
  if (relation === 'different' || relation === 'gender-form') return { relation, score: verdict.score, alignment: [] }
  const original = verdict.twins?.[0].form ?? commonOriginal(a, b)
  const twin = verdict.twins?.[1].form
  return {
    relation,
    score: verdict.score,
    ...(original !== undefined && { original: capitalised(original) }),
    ...(twin !== undefined && { twin: capitalised(twin) }),
    alignment: original === undefined ? [] : explain(original, a, b),
  }
}

function compareCyrillic(a: string, b: string, aCyrillic: boolean, bCyrillic: boolean): Comparison {
  if (aCyrillic && bCyrillic) {
    const same = foldCyrillic(a).replace(/ё/g, 'е') === foldCyrillic(b).replace(/ё/g, 'е')
    const shared = twinsOf(a).find(one => twinsOf(b).some(other => other.id === one.id))
    if (same) return { relation: 'spelling', score: 1, original: capitalised(foldCyrillic(a)), alignment: [] }
    if (shared)
      return {
        relation: 'twin',
        score: 1,
        original: capitalised(shared.form),
        twin: capitalised(foldCyrillic(b)),
        alignment: [],
      }
    return { relation: 'different', score: 0, alignment: [] }
  }
  const [original, latin] = aCyrillic ? [a, b] : [b, a]
  const value = score(original, latin)
  if (value < threshold) return { relation: 'different', score: value, alignment: [] }
  return {
    relation: 'spelling',
    score: value,
    original: capitalised(foldCyrillic(original)),
    alignment: explain(original, latin, latin),
  }
}
