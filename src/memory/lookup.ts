import { type Entry, exactKey, type MemoryRun, primaryLanguage, textOf } from './entry.ts'
import { withNumbers } from './numbers.ts'
import { type Comparable, comparable, compare, weights } from './similarity.ts'
import type { Candidate, Pair, Store, Stored } from './store.ts'
import { indexWords } from './tokens.ts'

/** A segment to be translated. */
export interface Query {
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly source: readonly MemoryRun[]
  /** `contextHash` of its neighbours, and where it stands. */
  readonly before?: string
  readonly after?: string
  readonly file?: string
  readonly unit?: string
}

export interface Found {
  readonly id: number
  readonly entry: Entry
  /** 101 in context, 100 exact, below that by `similarity`; with names or numbers put in, that of what came out, 99 at most. */
  readonly score: number
  /** The entry's target, or what was made of it. */
  readonly target: readonly MemoryRun[]
  /** What was put into the target. */
  readonly adapted?: 'names' | 'numbers'
}

/**
 * Rewrites a pair for another source: its names become those of `source`, in the source and, in the right case, in the target.
 * Undefined where that is not certain.
 */
export type AdaptNames = (
  pair: { readonly source: string; readonly target: string },
  source: string,
) => { readonly source: string; readonly target: string } | undefined

export interface LookupOptions {
  /** The lowest score that counts, 1–100; default 75. */
  readonly least?: number
  /** How many are wanted; default 5. */
  readonly most?: number
  readonly names?: AdaptNames
}

/** Candidates that are read at a time, and at most. */
const round = 48
const candidateLimit = 480
/** What a match must have for its names to be tried. */
const beforeNames = 50

/** The best matches, best first; of one target the best only. */
export async function lookup(
  store: Store,
  query: Query,
  { least = 75, most = 5, names }: LookupOptions = {},
): Promise<Found[]> {
  const pair = { source: primaryLanguage(query.sourceLanguage), target: primaryLanguage(query.targetLanguage) }
  const exact = (await store.exact(pair, exactKey(query.source))).map((stored): Found => exactMatch(stored, query))
  const best = ranked(exact).slice(0, most)
  if (best.length >= most || least >= 100) return best
  const known = new Set(exact.map(({ id }) => id))
  const fuzzy = await similar(
    store,
    pair,
    query,
    names ? Math.min(least, beforeNames) : least,
    most - best.length,
    known,
  )
  const adapted = fuzzy.map(found => adapt(found, query, names)).filter(({ score }) => score >= least)
  return ranked([...best, ...adapted]).slice(0, most)
}

function exactMatch({ id, entry }: Stored, query: Query): Found {
  const { before, after, file, unit } = query
  const sameNeighbours = before !== undefined && before === entry.before && after !== undefined && after === entry.after
  const samePlace = file !== undefined && file === entry.file && unit !== undefined && unit === entry.unit
  return { id, entry, score: sameNeighbours || samePlace ? 101 : 100, target: entry.target }
}

/** Reads candidates, the likeliest first, until none of the rest can be better than those at hand. */
async function similar(
  store: Store,
  pair: Pair,
  { source }: Query,
  least: number,
  most: number,
  known: ReadonlySet<number>,
): Promise<Found[]> {
  const own = comparable(source)
  const words = indexWords(own.tokens)
  const length = own.tokens.filter(({ kind }) => kind === 'word').length
  const edits = Math.floor(editable(own, least) / weights.word)
  const candidates = await store.candidates({ pair, words, length, edits, limit: candidateLimit })
  const left = candidates.filter(({ id }) => !known.has(id))
  let found: Found[] = []
  let bar = least
  for (let at = 0; at < left.length; at += round) {
    const next = left.slice(at, at + round).filter(candidate => atBest(candidate, own) >= bar)
    if (next.length === 0) break
    for (const { id, entry } of await store.get(next.map(({ id }) => id))) {
      const score = compare(own, comparable(entry.source), bar)
      if (score >= bar) found.push({ id, entry, score: Math.min(99, score), target: entry.target })
    }
    found = ranked(found).slice(0, most)
    if (found.length === most) bar = Math.max(least, found.at(-1)!.score)
  }
  return found
}

/** What may be changed in a segment for another one to be `least` like it: that one is at most so much heavier. */
const editable = ({ weight }: Comparable, least: number): number => (weight * (100 - least)) / least

/** The best score that a candidate may have: each missing word is at least dropped, for something that may make it heavier. */
function atBest({ missing }: Candidate, { weight }: Comparable): number {
  const lost = missing * weights.word
  return Math.floor(100 - (100 * lost) / (weight + lost))
}

/** Falling score, then the younger; a target that is there already is left out. */
function ranked(found: readonly Found[]): Found[] {
  const dateOf = ({ entry }: Found) => entry.changed ?? entry.created ?? ''
  const sorted = [...found].sort(
    (a, b) => b.score - a.score || (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : b.id - a.id),
  )
  const seen = new Set<string>()
  return sorted.filter(({ target }) => {
    const text = JSON.stringify(target)
    return !seen.has(text) && seen.add(text)
  })
}

function adapt(found: Found, { source }: Query, names: AdaptNames | undefined): Found {
  const { entry } = found
  const numbers = withNumbers(source, entry)
  if (numbers) return { ...found, score: 99, target: numbers, adapted: 'numbers' }
  const [own, theirs, target] = [source, entry.source, entry.target].map(runs =>
    isText(runs) ? textOf(runs) : undefined,
  )
  if (!names || own === undefined || theirs === undefined || target === undefined) return found
  const renamed = names({ source: theirs, target }, own)
  if (!renamed) return found
  const score = Math.min(99, compare(comparable(source), comparable([renamed.source])))
  return score > found.score ? { ...found, score, target: [renamed.target], adapted: 'names' } : found
}

const isText = (runs: readonly MemoryRun[]) => runs.every(run => typeof run === 'string')
