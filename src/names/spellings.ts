import { buildTrie, matches } from './chunks.ts'
import { encodeCyrillic, foldCyrillic, markCyrillic } from './letters.ts'
import { once, originalModel } from './model.ts'

export interface Spelling {
  /** As a name is written: capitals at the beginning and after hyphens. */
  readonly text: string
  /** Probability among all spellings, by the model. */
  readonly probability: number
}

export interface SpellingOptions {
  /** How many at most. Default 25. */
  readonly limit?: number
  /** BCP 47 language whose spellings are wanted; all where absent. */
  readonly language?: string
}

interface Writing {
  readonly text: string
  readonly log: number
}

const writings = once(() => {
  const byChunk = new Map<string, Writing[]>()
  for (const { x, y, log } of originalModel().writing) {
    const list = byChunk.get(x) ?? []
    if (list.length === 0) byChunk.set(x, list)
    list.push({ text: y, log })
  }
  const chunks = ['', ...[...byChunk.keys()].filter(Boolean)]
  return { trie: buildTrie(chunks.map(encodeCyrillic)), lists: chunks.map(chunk => byChunk.get(chunk) ?? []) }
})

/** Latin spellings of a Cyrillic name, likeliest first. Beam search: O(length × width × writings of a chunk). */
export function spellings(cyrillic: string, options: SpellingOptions = {}): readonly Spelling[] {
  const limit = options.limit ?? 25
  const { trie, lists } = writings()
  const found = matches(trie, encodeCyrillic(markCyrillic(foldCyrillic(cyrillic))))
  const beams: Map<string, number>[] = Array.from({ length: found.length + 1 }, () => new Map())
  beams[0]!.set('', 1)
  const width = Math.max(100, limit * 2)
  for (let i = 0; i < found.length; i++)
    for (const [before, p] of likeliest(beams[i]!, width))
      for (let m = found.from[i]! + 1; m < found.from[i + 1]!; m++)
        for (const { text, log } of lists[found.ids[m]!]!) {
          const to = beams[i + found.lengths[m]!]!
          to.set(before + text, (to.get(before + text) ?? 0) + p * Math.exp(log))
        }
  const merged = new Map<string, number>()
  for (const [marked, p] of beams[found.length]!) {
    const plain = marked.replace(/[\^$]/g, '')
    merged.set(plain, (merged.get(plain) ?? 0) + p)
  }
  return likeliest(merged, limit).map(([text, probability]) => ({
    text: text.replace(/(?:^|-)\p{Ll}/gu, start => start.toUpperCase()),
    probability,
  }))
}

function likeliest(map: ReadonlyMap<string, number>, limit: number): [string, number][] {
  return [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit)
}
