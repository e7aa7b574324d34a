import type { Codes } from './letters.ts'

/** A set of strings over small codes, walked by array look-ups. Chunk 0 is the empty string. */
export interface Trie {
  /** next[node * 128 + code] is a node, or 0. */
  readonly next: Uint16Array
  /** The chunk that ends at a node, or 0. */
  readonly chunk: Uint16Array
  readonly size: number
}

const width = 128

/** Chunk i of the list gets the number i; the first must be the empty one. */
export function buildTrie(chunks: readonly Codes[]): Trie {
  let nodes = 1
  const room = chunks.reduce((sum, chunk) => sum + chunk.length, 1)
  const next = new Uint16Array(room * width)
  const chunk = new Uint16Array(room)
  chunks.forEach((codes, id) => {
    let node = 0
    for (const code of codes) {
      const at = node * width + code
      if (next[at] === 0) next[at] = nodes++
      node = next[at]!
    }
    chunk[node] = id
  })
  return { next, chunk, size: chunks.length }
}

/** All chunks that begin at each place of a name: ids[from[i]..from[i+1]) with their lengths; the empty chunk is the first. */
export interface Matches {
  readonly length: number
  readonly codes: Codes
  readonly from: Uint16Array
  readonly ids: Uint16Array
  readonly lengths: Uint8Array
}

const idRoom = new Uint16Array(64 * 8)
const lengthRoom = new Uint8Array(64 * 8)

/** No name is longer than this many symbols; the rest is cut. */
export const longest = 48

export function matches(trie: Trie, all: Codes): Matches {
  const codes = all.length > longest ? all.subarray(0, longest) : all
  const n = codes.length
  const from = new Uint16Array(n + 2)
  let count = 0
  for (let i = 0; i <= n; i++) {
    from[i] = count
    idRoom[count] = 0
    lengthRoom[count++] = 0
    let node = 0
    for (let j = i; j < n; j++) {
      node = trie.next[node * width + codes[j]!]!
      if (node === 0) break
      const id = trie.chunk[node]!
      if (id === 0) continue
      idRoom[count] = id
      lengthRoom[count++] = j + 1 - i
    }
  }
  from[n + 1] = count
  return { length: n, codes, from, ids: idRoom.slice(0, count), lengths: lengthRoom.slice(0, count) }
}
