import { once } from './model.ts'
import packed from './ranking.json' with { type: 'json' }
import { sourceOf } from './source.ts'
import { evaluate, type PackedTrees, type Trees, unpackTrees } from './trees.ts'
import { type LetterCounts, type LetterLog, letterModel } from './trigrams.ts'

/** What is known of spellings in English texts: which letters follow each other, and which spelling of a name is taken. */
export interface PackedRanking {
  readonly letters: LetterCounts
  readonly trees: PackedTrees
}

export type Candidate = readonly [text: string, probability: number]

const sources = ['uk', 'ru', 'be', 'any']

/** What the trees are asked about each of the spellings of one name, likeliest first. Part of the learned weights: append only. */
export function measureSpellings(folded: string, found: readonly Candidate[], letters: LetterLog): Float32Array[] {
  const source = sources.indexOf(sourceOf(folded))
  const likeliest = Math.log(found[0]?.[1] ?? 1)
  const logs = found.map(([text]) => wordLog(text, letters))
  const fluent = Math.max(...logs)
  return found.map(([text, probability], rank) => {
    const log = Math.log(probability)
    const marked = [...text].filter(letter => letter > 'z').length
    return Float32Array.from([
      log - likeliest,
      log,
      rank,
      source,
      logs[rank]! - fluent,
      logs[rank]! / (text.length + 1),
      text.length - folded.length,
      marked,
      text.includes("'") ? 1 : 0,
      folded.length,
    ])
  })
}

function wordLog(word: string, letters: LetterLog): number {
  const text = `^^${word}$`
  let sum = 0
  for (let i = 2; i < text.length; i++) sum += letters(text.slice(i - 2, i), text[i]!)
  return sum
}

const model = once((): { readonly letters: LetterLog; readonly trees: Trees } => {
  const { letters, trees } = packed as PackedRanking
  return { letters: letterModel(letters), trees: unpackTrees(trees) }
})

/** Of so many spellings, likeliest first, the order is learned: what stands behind is hardly ever met. */
export const judged = 60

/** The same spellings by how likely each is met in English; those of the first that are judged share what they had together. */
export function rankForEnglish(folded: string, found: readonly Candidate[]): readonly Candidate[] {
  const { letters, trees } = model()
  const head = found.slice(0, judged)
  const chances = measureSpellings(folded, head, letters).map(
    features => 1 / (1 + Math.exp(-evaluate(trees, features))),
  )
  const share = sum(head.map(([, probability]) => probability)) / sum(chances)
  const order = head
    .map(([text], i): Candidate => [text, chances[i]! * share])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [...order, ...found.slice(judged)]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((x, y) => x + y, 0)
