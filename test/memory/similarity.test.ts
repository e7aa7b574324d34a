import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MemoryRun, similarity } from '../../src/memory/index.ts'
import '../support/properties.ts'

const code = (kind: 'open' | 'close' | 'code'): MemoryRun => ({ kind, id: '1', data: '' })

/** Ten words: each is a tenth of what there is. */
const ten = 'one two three four five six seven eight nine ten'

const cases: readonly (readonly [what: string, a: readonly MemoryRun[], b: readonly MemoryRun[], score: number])[] = [
  ['the same', [ten], [ten], 100],
  ['other spaces', [ten], [` ${ten.replaceAll(' ', '  ')}`], 100],
  ['a word changed', [ten], [ten.replace('six', 'sixty')], 90],
  ['a word dropped', [ten], [ten.replace('six ', '')], 90],
  ['a word added', [ten], [`${ten} eleven`], 90],
  ['other capitals', [ten], [ten.replace('one', 'One')], 99],
  ['a full stop', [ten], [`${ten}.`], 97],
  ['another number', [`${ten} 1999`], [`${ten} 2026`], 97],
  ['a number for a word', [`${ten} 1999`], [`${ten} many`], 90],
  ['a code more', [ten], [code('code'), ten], 95],
  ['a code of another kind', [code('open'), ten], [code('close'), ten], 95],
  ['the same codes', [code('code'), ten], [code('code'), ten], 100],
  ['stress marks and apostrophes', ["п'ять за́мків"], ['п’ять замків'], 90],
  ['nothing in common', ['one two'], ['three four'], 0],
  ['nothing at all', [''], [''], 100],
  ['nothing and something', [''], ['one'], 0],
]

describe('similarity', () => {
  it.each(cases)('%s', (_, a, b, score) => {
    expect(similarity(a, b)).toBe(score)
    expect(similarity(b, a)).toBe(score)
  })

  it('is that of Levenshtein over words where there are only words', () => {
    const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const expected = Math.floor(100 - (100 * levenshtein(a, b)) / Math.max(a.length, b.length))
        expect(similarity([a.join(' ')], [b.join(' ')])).toBe(expected)
      }),
    )
  })
})

/** As the definition says it. */
function levenshtein(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    table[i] = [i]
    for (let j = 1; j <= b.length; j++)
      table[i]![j] = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
  }
  return table[a.length]![b.length]!
}
