/** A text, how far into its document it stands (0–1), and its key where it is a message of a catalog. */
export interface Standing {
  readonly text: string
  readonly at: number
  readonly key?: string | undefined
}

/** 0–100: how alike two texts are. */
export type Similarity = (a: string, b: string) => number

/** Below this a text is another one, not a changed one; under the same key it may have changed more. */
const least = 50
const leastUnderKey = 25

export interface Alike<A, B> {
  readonly now: A
  readonly before: B
  /** 25–99. */
  readonly score: number
  /** How many of the texts of now are as alike, this one with them. */
  readonly places: number
}

/** Pairs changed texts: those of one key, then the likest pairs first; of equally like ones those that stand alike. None is taken twice. */
export function pairAlike<A extends Standing, B extends Standing>(
  now: readonly A[],
  before: readonly B[],
  similarity: Similarity,
): Alike<A, B>[] {
  const index = indexed(now)
  const byKey = new Map(now.flatMap(one => (one.key === undefined ? [] : [[one.key, one] as const])))
  const found = before.flatMap(old => {
    const namesake = old.key === undefined ? undefined : byKey.get(old.key)
    const scored = [...new Set([...(namesake ? [namesake] : []), ...candidates(old, index)])]
      .map(one => ({ now: one, before: old, score: Math.min(99, similarity(old.text, one.text)) }))
      .filter(({ now: one, score }) => score >= (one === namesake ? leastUnderKey : least))
    return scored.map(pair => ({
      ...pair,
      isNamesake: pair.now === namesake,
      places: pair.now === namesake ? 1 : scored.filter(({ score }) => score === pair.score).length,
    }))
  })
  const taken = new Set<A | B>()
  return found
    .sort((a, b) => Number(b.isNamesake) - Number(a.isNamesake) || b.score - a.score || distance(a) - distance(b))
    .filter(pair => {
      if (taken.has(pair.now) || taken.has(pair.before)) return false
      taken.add(pair.now).add(pair.before)
      return true
    })
}

const distance = ({ now, before }: { readonly now: Standing; readonly before: Standing }) =>
  Math.abs(now.at - before.at)

const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]

function indexed<A extends Standing>(texts: readonly A[]): ReadonlyMap<string, readonly A[]> {
  const index = new Map<string, A[]>()
  for (const one of texts) {
    for (const word of wordsOf(one.text)) {
      const there = index.get(word)
      if (there) there.push(one)
      else index.set(word, [one])
    }
  }
  return index
}

/** How many words of a text are looked up, its rarest, and how many texts are compared with it. */
const askedWords = 12
const compared = 40

/** The texts that share the most of its rarest words. */
function candidates<A extends Standing>({ text }: Standing, index: ReadonlyMap<string, readonly A[]>): A[] {
  const postings = wordsOf(text).flatMap(word => {
    const found = index.get(word)
    return found ? [found] : []
  })
  const counts = new Map<A, number>()
  for (const found of postings.sort((a, b) => a.length - b.length).slice(0, askedWords)) {
    for (const one of found.slice(0, 1000)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  return ranked.slice(0, compared).map(([one]) => one)
}
