import type { Case, Paradigm } from './paradigm.ts'
import { casesOf } from './paradigm.ts'

/** Variants of a compound are all combinations of its parts' variants, but no more than these, best first. */
const mostVariants = 12

/** What two paradigms of one word accept, the first's forms first. */
export const beside = (better: Paradigm, other: Paradigm): Paradigm =>
  Object.fromEntries(
    casesOf(better).map(([name, forms]) => [name, [...new Set([...forms, ...(other[name] ?? [])])]]),
  ) as unknown as Paradigm

/** Paradigms side by side: each case has every combination, those of the better variants first. */
export function joined(parts: readonly Paradigm[], separator: string): Paradigm {
  const forms: Partial<Record<Case, readonly string[]>> = {}
  for (const [name] of casesOf(parts[0]!)) {
    let made: readonly { readonly text: string; readonly rank: number }[] = [{ text: '', rank: 0 }]
    parts.forEach((part, i) => {
      const variants = part[name] ?? part.nom
      made = made
        .flatMap(m => variants.map((v, rank) => ({ text: i ? m.text + separator + v : v, rank: m.rank + rank })))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, mostVariants)
    })
    forms[name] = made.map(m => m.text)
  }
  return forms as Paradigm
}
