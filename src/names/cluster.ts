import { exactKeys, wideKeys } from './blocking.ts'
import { sameName, threshold } from './compare.ts'
import { capitalised, commonOriginals } from './explain.ts'
import { type Edge, join, mostFrequent } from './groups.ts'
import { foldLatin } from './letters.ts'
import { type Prepared, prepare } from './likeness.ts'
import { isCrowd, neighbours } from './neighbours.ts'
import { writtenSo } from './origin.ts'
import { fits } from './orthography.ts'
import { isSlip, slipScore } from './slip.ts'
import { twinKeys } from './twins.ts'

export interface Cluster {
  /** The spellings, most frequent first, then in code-point order. */
  readonly members: readonly Member[]
  /** Mean score of the pairs within, of the most frequent ones where there are many, 0 to 1. */
  readonly confidence: number
  /** The Cyrillic name behind the two most frequent spellings, or behind the listed twins. */
  readonly original?: string
}

export interface Member {
  readonly text: string
  readonly count: number
}

export interface ClusterOptions {
  /** Pairs below this score are not joined. Default: the threshold of `compare`. */
  readonly threshold?: number
  readonly kind?: 'person' | 'place'
  /** Leave the hidden originals out (they cost milliseconds a cluster). Default false. */
  readonly withoutOriginals?: boolean
  /** Leave the listed twins of other languages out (Mykhailo, Mikhail): looking them up costs more than the rest. Default false. */
  readonly withoutTwins?: boolean
}

/** Above this many names only the exact keys block: the wide ones would give candidates by the square. */
const wideLimit = 20_000

/**
 * Groups the spellings of one name among many. Deterministic and independent of the order of the input. Pairs are joined from
 * the surest down, and two groups only where their spellings, by how frequent they are, are alike on the average, so that a chain of likenesses does
 * not draw different names together. Clusters of one are left out. About O(names × candidates by key).
 */
export function cluster(names: Iterable<string | Member>, options: ClusterOptions = {}): readonly Cluster[] {
  const members = distinct(names)
  const twins = options.withoutTwins !== true
  const prepared = lazily(members)
  const least = options.threshold ?? threshold
  const kind = options.kind ?? 'person'
  const rate = (a: number, b: number): number => {
    const score = sameName(prepared(a), prepared(b), kind, least, twins)
    const slip = score > 0 && isSlip(prepared(a), prepared(b))
    return slip ? slipScore(score, [members[a]!.count, members[b]!.count]) : score
  }
  const known = new Map<number, number>()
  const scoreOf = (a: number, b: number): number => {
    const at = a < b ? a * members.length + b : b * members.length + a
    const before = known.get(at)
    if (before !== undefined) return before
    const value = rate(a, b)
    known.set(at, value)
    return value
  }
  const edges: Edge[] = []
  const folded = members.map(member => foldLatin(member.text))
  eachCandidate(folded, twins, (a, b) => {
    const score = rate(a, b)
    if (score < least) return
    edges.push({ a, b, score })
    known.set(a * members.length + b, score)
  })
  edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const groups = join(members, edges, scoreOf, least)
  return groups
    .map(group => describe(group, members, scoreOf, options.withoutOriginals ?? false))
    .sort((x, y) => (x.members[0]!.text < y.members[0]!.text ? -1 : 1))
}

/** Names are prepared when they are first compared: most share their key with none. */
function lazily(members: readonly Member[]): (index: number) => Prepared {
  const known: (Prepared | undefined)[] = []
  return index => {
    known[index] ??= prepare(members[index]!.text)
    return known[index]
  }
}

/** Distinct spellings in code-point order, counts added up. */
function distinct(names: Iterable<string | Member>): Member[] {
  const counts = new Map<string, number>()
  for (const name of names) {
    const { text, count } = typeof name === 'string' ? { text: name, count: 1 } : name
    counts.set(text, (counts.get(text) ?? 0) + count)
  }
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => (a.text < b.text ? -1 : 1))
}

/** Calls for each pair (a < b) that shares a key, once; of a key that a crowd shares, for the names that are most alike. */
function eachCandidate(names: readonly string[], twins: boolean, found: (a: number, b: number) => void): void {
  const wide = names.length <= wideLimit
  const byKey = new Map<string, number[]>()
  const keysOf = names.map(name => [...(wide ? wideKeys(name) : exactKeys(name)), ...(twins ? twinKeys(name) : [])])
  keysOf.forEach((keys, index) => {
    for (const key of keys) {
      const list = byKey.get(key)
      if (list) list.push(index)
      else byKey.set(key, [index])
    }
  })
  const beside = neighbours(names, [...byKey.values()].filter(isCrowd))
  const seen = new Int32Array(names.length).fill(-1)
  for (let a = 0; a < names.length; a++) {
    const lists = keysOf[a]!.map(key => byKey.get(key)!).filter(list => !isCrowd(list))
    for (const list of [...lists, beside.get(a) ?? []])
      for (const b of list) {
        if (b <= a || seen[b] === a) continue
        seen[b] = a
        found(a, b)
      }
  }
}

/** Of a greater group the most frequent spellings tell how sure it is. */
const surveyed = 50

function describe(
  group: readonly number[],
  all: readonly Member[],
  scoreOf: (a: number, b: number) => number,
  plain: boolean,
): Cluster {
  const members = group.map(i => all[i]!).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  const sorted = mostFrequent(group, all, surveyed).sort((a, b) => a - b)
  let sum = 0
  let pairs = 0
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      sum += scoreOf(a, b)
      pairs++
    }
  })
  const plainCluster = { members, confidence: sum / pairs }
  return plain ? plainCluster : withOriginal(plainCluster)
}

/**
 * Adds the hidden original of the two most frequent spellings: of the language that is known otherwise; else of Ukrainian or of Russian, if
 * the tables of one of them write it as the spellings do and oftener than the other's; else the likeliest of all. Some milliseconds.
 */
export function withOriginal(cluster: Cluster, language?: 'uk' | 'ru'): Cluster {
  const { members } = cluster
  const [a, b] = members as [Member, Member]
  const share = 2 / (a.count + b.count)
  const found = commonOriginals(a.text, b.text, [share * a.count, share * b.count])
  const [uk, ru] = (['uk', 'ru'] as const).map(one => bestOf(found, one, members)) as [Possible, Possible]
  const told = language === 'uk' ? uk.original : language === 'ru' ? ru.original : undefined
  const written = uk.written > ru.written ? uk.original : ru.written > uk.written ? ru.original : undefined
  const original = told ?? written ?? (uk.original === ru.original ? uk.original : undefined) ?? found[0]
  return original === undefined ? cluster : { ...cluster, original: capitalised(original) }
}

interface Possible {
  readonly original: string | undefined
  /** How often the tables of its language write it as the spellings do. */
  readonly written: number
}

/** So many of the likeliest originals are looked at. */
const likeliest = 5

/** The likeliest original of a language; where one spelling prevails, the likeliest that the language's tables write so, if one is. */
function bestOf(originals: readonly string[], language: 'uk' | 'ru', members: readonly Member[]): Possible {
  const own = originals.filter(name => fits(name, language))
  const [first, second] = members as [Member, Member]
  const prevailing = first.count > second.count ? [first] : []
  const usual = own.slice(0, likeliest).find(name => writtenSo(name, language, prevailing) > 0)
  const original = usual ?? own[0]
  return { original, written: original === undefined ? 0 : writtenSo(original, language, members) }
}
