import { once } from './model.ts'
import counts from './trigrams.json' with { type: 'json' }

/** Natural logarithm of P(letter | two letters before) over Cyrillic names; interpolated with a flat distribution. */
export const letterLog = once(() => {
  const table = new Map<string, number>()
  const floor = Math.log(1e-3)
  for (const [context, line] of Object.entries(counts as Record<string, string>)) {
    const entries = line.split(' ').map(entry => [entry[0]!, Number(entry.slice(1))] as const)
    const total = entries.reduce((sum, [, count]) => sum + count, 2)
    for (const [letter, count] of entries) table.set(context + letter, Math.log(count / total))
  }
  return (before: string, letter: string): number => table.get(before + letter) ?? floor
})
