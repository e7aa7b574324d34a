import { once } from './model.ts'
import counts from './trigrams.json' with { type: 'json' }

/** How often a letter follows two others: "^а": "л12 н9". */
export type LetterCounts = Readonly<Record<string, string>>
/** Natural logarithm of P(letter | two letters before). */
export type LetterLog = (before: string, letter: string) => number

const floor = Math.log(1e-3)

/** What the counts do not know has a thousandth. */
export function letterModel(counts: LetterCounts): LetterLog {
  const table = new Map<string, number>()
  for (const [context, line] of Object.entries(counts)) {
    const entries = line.split(' ').map(entry => [entry[0]!, Number(entry.slice(1))] as const)
    const total = entries.reduce((sum, [, count]) => sum + count, 2)
    for (const [letter, count] of entries) table.set(context + letter, Math.log(count / total))
  }
  return (before, letter) => table.get(before + letter) ?? floor
}

/** The letters of Cyrillic names. */
export const letterLog = once(() => letterModel(counts))
