import type { Candidate, CandidateQuery } from './store.ts'

/**
 * The entries that have a word, by which candidates are found: of each entry the number within its block of 65,536, and how many
 * words it has (255 stands for more). Three bytes an entry, so that a store hands over thousands at once.
 */
export interface Posting {
  readonly block: number
  readonly bytes: Uint8Array
}

export const blockSize = 65_536
export const postingBytes = 3
/**
 * A word that more entries of a block have is common: it tells little, and no more of them are kept. Whole blocks of it are not
 * looked through unless a segment has no other words.
 */
export const commonInBlock = 16_384
const longest = 255

/** Entries that are looked through for words beyond the necessary ones; each further word tells candidates apart. */
const postingBudget = 60_000

export function addPosting(to: number[], id: number, length: number): void {
  const low = id % blockSize
  to.push(low & 255, low >> 8, Math.min(length, longest))
}

export interface AskedWord {
  /** Entries that have it. */
  readonly entries: number
  /** True where not all of them are kept in its postings. */
  readonly common: boolean
}

/**
 * The rarest words, by which every entry with at most `edits` changed words is found: of edits + 1 words of a segment it has at least one
 * (pigeonhole). More are taken while they cost little, common ones only where there are no others.
 */
export function wordsToAsk<Word extends AskedWord>(words: readonly Word[], edits: number): Word[] {
  const sorted = [...words].sort((a, b) => a.entries - b.entries)
  const asked: Word[] = []
  let cost = 0
  for (const word of sorted) {
    if (word.common && asked.some(({ entries }) => entries > 0)) break
    cost += word.entries
    if (asked.length > edits && cost > postingBudget) break
    asked.push(word)
  }
  return asked
}

/**
 * The entries that may have at most so many edits, by their postings under the asked words; those that lack the fewest first, of
 * them those of the same length. Linear in the postings.
 */
export function rankShared(
  lists: readonly (readonly Posting[])[],
  { length, edits, limit }: Pick<CandidateQuery, 'length' | 'edits' | 'limit'>,
): Candidate[] {
  const least = Math.max(1, lists.length - edits)
  const found: (Candidate & { readonly far: number })[] = []
  const counts = new Uint8Array(blockSize)
  for (const parts of byBlock(lists)) {
    const base = parts[0]!.block * blockSize
    for (const { bytes } of parts) for (const low of fitting(bytes, length, edits)) counts[low]!++
    for (const { bytes } of parts)
      for (let at = 0; at < bytes.length; at += postingBytes) {
        const low = bytes[at]! | (bytes[at + 1]! << 8)
        const count = counts[low]!
        counts[low] = 0
        if (count < least) continue
        found.push({ id: base + low, missing: lists.length - count, far: Math.abs(bytes[at + 2]! - length) })
      }
  }
  return found
    .sort((a, b) => a.missing - b.missing || a.far - b.far || b.id - a.id)
    .slice(0, limit)
    .map(({ id, missing }) => ({ id, missing }))
}

function byBlock(lists: readonly (readonly Posting[])[]): Posting[][] {
  const blocks = new Map<number, Posting[]>()
  for (const posting of lists.flat()) blocks.set(posting.block, [...(blocks.get(posting.block) ?? []), posting])
  return [...blocks.values()]
}

/** Those with so many words that the edits may make up for the difference. */
function* fitting(bytes: Uint8Array, length: number, edits: number): Generator<number> {
  const most = Math.min(longest, length + edits)
  const least = Math.min(longest, length - edits)
  for (let at = 0; at < bytes.length; at += postingBytes) {
    const words = bytes[at + 2]!
    if (words >= least && words <= most) yield bytes[at]! | (bytes[at + 1]! << 8)
  }
}
