import {
  addPosting,
  blockSize,
  type Candidate,
  type CandidateQuery,
  commonInBlock,
  type Entry,
  indexWords,
  type Posting,
  postingBytes,
  rankShared,
  tokens,
  wordsToAsk,
} from '../memory/index.ts'
import type { Database } from './memory-database.ts'
import { hashNumber } from './memory-rows.ts'

/** Gathers the postings of a transaction, so that each word of a block is written once. */
export function indexer(database: Database) {
  const append = database.prepare(
    `INSERT INTO posting (pair, word, block, entries) VALUES (?, ?, ?, ?)
     ON CONFLICT (pair, word, block) DO UPDATE SET entries = CAST(entries || excluded.entries AS BLOB)
     WHERE length(entries) < ${commonInBlock * postingBytes}`,
  )
  const hashes = new Map<string, number>()
  const gathered = new Map<number, Map<number, number[]>>()
  let block = 0
  const flush = () => {
    for (const [pair, words] of gathered)
      for (const word of [...words.keys()].sort((a, b) => a - b))
        append.run(pair, word, block, Uint8Array.from(words.get(word)!))
    gathered.clear()
    hashes.clear()
  }
  return {
    add(pair: number, id: number, { source }: Entry) {
      const own = Math.floor(id / blockSize)
      if (own !== block) flush()
      block = own
      const list = tokens(source)
      const length = list.reduce((sum, { kind }) => sum + (kind === 'word' ? 1 : 0), 0)
      const words = gathered.get(pair) ?? new Map<number, number[]>()
      gathered.set(pair, words)
      for (const word of indexWords(list)) {
        const hash = hashes.get(word) ?? hashNumber(word)
        hashes.set(word, hash)
        const postings = words.get(hash)
        if (postings) addPosting(postings, id, length)
        else words.set(hash, firstPosting(id, length))
      }
    },
    flush,
  }
}

function firstPosting(id: number, length: number): number[] {
  const postings: number[] = []
  addPosting(postings, id, length)
  return postings
}

interface Frequency {
  readonly word: number
  readonly bytes: number
  readonly largest: number
}

/** `libsql` gives a blob as a buffer, Node's own module as bytes. */
interface PostingRow {
  readonly block: number
  readonly bytes: ArrayBuffer | Uint8Array<ArrayBuffer>
}

/** Finds candidates by the postings of their words. */
export function searcher(database: Database) {
  const frequencies = database.prepare(
    `SELECT value AS word, coalesce(sum(length(entries)), 0) AS bytes, coalesce(max(length(entries)), 0) AS largest
     FROM json_each(?) LEFT JOIN posting ON pair = ? AND word = value GROUP BY value`,
  )
  const postings = database.prepare('SELECT block, entries AS bytes FROM posting WHERE pair = ? AND word = ?')
  return (pair: number, query: CandidateQuery): Candidate[] => {
    const hashes = new Map(query.words.map(word => [hashNumber(word), word]))
    const known = frequencies.all(JSON.stringify([...hashes.keys()]), pair) as Frequency[]
    const words = known.map(({ word, bytes, largest }) => ({
      word,
      entries: bytes / postingBytes,
      common: largest >= commonInBlock * postingBytes,
    }))
    const asked = wordsToAsk(words, query.edits)
    const postingsOf = (word: number): Posting[] =>
      (postings.all(pair, word) as PostingRow[]).map(({ block, bytes }) => ({ block, bytes: new Uint8Array(bytes) }))
    const lists = asked.map(({ word, entries }) => (entries > 0 ? postingsOf(word) : []))
    return rankShared(lists, query)
  }
}
