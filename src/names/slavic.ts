import { hash } from './hash.ts'
import { foldLatin } from './letters.ts'
import { once } from './model.ts'
import packed from './slavic.json' with { type: 'json' }

/** Buckets of the table of letter groups. */
export const buckets = 1 << 13

/** The bucket of each group of two to four letters in a word, its ends marked; the groups decide how Slavic it looks. */
export function groupsOf(folded: string): readonly number[] {
  const text = `^${folded}$`
  const out: number[] = []
  for (let size = 2; size <= 4; size++)
    for (let i = 0; i + size <= text.length; i++) out.push(hash(text, i, i + size) & (buckets - 1))
  return out
}

const model = once(() => {
  const bytes = Uint8Array.from(atob(packed.weights), char => char.charCodeAt(0))
  return { weights: new Int8Array(bytes.buffer), common: new Set(packed.words.split(' ')) }
})

/** How sure it is that a Latin word is a romanized Slavic name, rather than an English word or a name of another language: 0 to 1. */
export function slavicness(word: string): number {
  const folded = foldLatin(word)
  const { weights, common } = model()
  if (folded.length < 3 || common.has(folded)) return 0
  const sum = groupsOf(folded).reduce((total, bucket) => total + weights[bucket]!, 0)
  return 1 / (1 + Math.exp(-(sum * packed.scale + packed.bias)))
}
