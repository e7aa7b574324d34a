import type { Entry } from './entry.ts'

/** An entry with its number in the store. Numbers are never given twice. */
export interface Stored {
  readonly id: number
  readonly entry: Entry
}

/** Languages without regions (`primaryLanguage`). */
export interface Pair {
  readonly source: string
  readonly target: string
}

/** What is asked for entries that share words with a segment. */
export interface CandidateQuery {
  readonly pair: Pair
  /** The segment's words, each once (`indexWords`). */
  readonly words: readonly string[]
  /** How many words it has, repetitions counted. */
  readonly length: number
  /** So many of its words may be missing, changed or added. */
  readonly edits: number
  /** At most so many, those that lack the fewest words first. */
  readonly limit: number
}

export interface Candidate {
  readonly id: number
  /** How many of the words asked for it certainly lacks. */
  readonly missing: number
}

export interface StoreStats {
  readonly pairs: readonly (Pair & { readonly entries: number })[]
  readonly entries: number
  /** Size in the place where it is kept. */
  readonly bytes: number
}

/**
 * Where entries are kept. What it answers is ranked by `lookup`, whichever store it is. An entry with the source, target and neighbours of
 * one that is there takes its place.
 */
export interface Store {
  /** All or none of them. */
  put(entries: readonly Entry[]): Promise<{ readonly added: number; readonly replaced: number }>
  /** Entries whose source has this `exactKey`. */
  exact(pair: Pair, key: string): Promise<readonly Stored[]>
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>
  get(ids: readonly number[]): Promise<readonly Stored[]>
  remove(ids: readonly number[]): Promise<number>
  /** The newest first. */
  all(): AsyncIterable<Stored>
  stats(): Promise<StoreStats>
  close(): void
}

/** Entries are put so many at a time: a batch is a transaction. */
const batchSize = 32_768

/** Puts entries as they come; memory: one batch. */
export async function putAll(
  store: Store,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  onBatch: (done: number) => void = () => {},
): Promise<{ added: number; replaced: number }> {
  const sum = { added: 0, replaced: 0 }
  let batch: Entry[] = []
  const flush = async () => {
    const { added, replaced } = await store.put(batch)
    sum.added += added
    sum.replaced += replaced
    batch = []
    onBatch(sum.added + sum.replaced)
  }
  for await (const entry of entries) {
    batch.push(entry)
    if (batch.length >= batchSize) await flush()
  }
  if (batch.length > 0) await flush()
  return sum
}
