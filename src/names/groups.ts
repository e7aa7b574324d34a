/** Two names, by their indexes, that are alike. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
}

interface Frequent {
  readonly count: number
}

type ScoreOf = (a: number, b: number) => number

/** Spellings that were joined, or one alone. */
interface Group {
  readonly id: number
  readonly indexes: readonly number[]
  /** How often its spellings are written. */
  readonly weight: number
  readonly parts?: readonly [Group, Group]
}

/** No name is spelled in more ways: a greater group is many names that are alike. */
const mostSpellings = 1000
/** Two groups with more pairs between them are judged by their most frequent spellings. */
const mostPairs = 400
/** How many of these. */
const sample = 10

/**
 * Joins names from the surest pair down, two groups only where their pairs, each as heavy as its spellings are frequent, are on the average
 * at least so alike. Names that stay alone are left out. O(edges), as long as groups have few spellings or many.
 */
export function join(
  members: readonly Frequent[],
  edges: readonly Edge[],
  scoreOf: ScoreOf,
  least: number,
): readonly (readonly number[])[] {
  const groups = members.map(({ count }, id): Group => ({ id, indexes: [id], weight: count }))
  const mean = means(members, scoreOf)
  let next = members.length
  for (const { a, b } of edges) {
    const [x, y] = [groups[a]!, groups[b]!]
    if (x === y || x.indexes.length + y.indexes.length > mostSpellings) continue
    if (!(mean(x, y) >= least)) continue
    const indexes = [...x.indexes, ...y.indexes]
    const merged: Group = { id: next++, indexes, weight: x.weight + y.weight, parts: [x, y] }
    for (const i of indexes) groups[i] = merged
  }
  return [...new Set(groups)].filter(({ parts }) => parts).map(({ indexes }) => indexes)
}

/** The most frequent of a group's spellings, the first of equals; all of them where they are no more than `most`. */
export function mostFrequent(indexes: readonly number[], members: readonly Frequent[], most: number): number[] {
  if (indexes.length <= most) return [...indexes]
  return [...indexes].sort((a, b) => members[b]!.count - members[a]!.count || a - b).slice(0, most)
}

/** The mean score between two groups. */
function means(members: readonly Frequent[], scoreOf: ScoreOf): (x: Group, y: Group) => number {
  const sum = sumsOf(scoreOf)
  const samples = new Map<Group, readonly number[]>()
  const sampleOf = (group: Group): readonly number[] => {
    const known = samples.get(group) ?? mostFrequent(group.indexes, members, sample)
    samples.set(group, known)
    return known
  }
  const estimate = (x: Group, y: Group): number => weightedMean(sampleOf(x), sampleOf(y), members, scoreOf)
  return (x, y) =>
    x.indexes.length * y.indexes.length > mostPairs ? estimate(x, y) : sum(x, y) / (x.weight * y.weight)
}

function weightedMean(
  x: readonly number[],
  y: readonly number[],
  members: readonly Frequent[],
  scoreOf: ScoreOf,
): number {
  let [sum, weight] = [0, 0]
  for (const a of x)
    for (const b of y) {
      const pair = members[a]!.count * members[b]!.count
      sum += pair * scoreOf(a, b)
      weight += pair
    }
  return sum / weight
}

/**
 * The sum of the scores of the pairs between two groups, each as heavy as its spellings are frequent: a slip of the pen is judged by
 * the rule. That of a joined group is the sum of its parts', which are remembered, so that no pair of groups is added up twice.
 */
function sumsOf(scoreOf: ScoreOf): (x: Group, y: Group) => number {
  const known = new Map<Group, Map<number, number>>()
  const sum = (x: Group, y: Group): number => {
    if (x.id < y.id) return sum(y, x)
    if (!x.parts) return x.weight * y.weight * scoreOf(x.id, y.id)
    const own = known.get(x) ?? new Map<number, number>()
    known.set(x, own)
    const value = own.get(y.id) ?? sum(x.parts[0], y) + sum(x.parts[1], y)
    own.set(y.id, value)
    return value
  }
  return sum
}
