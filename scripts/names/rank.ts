import { judged, measureSpellings, type PackedRanking } from '../../src/names/ranking.ts'
import { breadth, generate, type PackedStyles } from '../../src/names/spellings.ts'
import { letterModel } from '../../src/names/trigrams.ts'
import type { Observed } from './cyrillic-ops.ts'
import { boost, defaults } from './gbt.ts'
import { packStyles } from './pack.ts'
import { foldOf, folds } from './pair-data.ts'
import { learnStyles } from './styles.ts'
import { letterTrigrams } from './trigrams.ts'

export const rankingOptions = { ...defaults, trees: 120, depth: 4, rate: 0.1, least: 4 }

/** The ways of spelling, and the order of what they yield for English, learned from what they yield for names they have not seen. */
export function learnSpellings(rows: readonly Observed[]): { styles: PackedStyles; ranking: PackedRanking } {
  const english = rows.filter(isEnglish)
  const features: Float32Array[] = []
  const labels: number[] = []
  for (let fold = 0; fold < folds; fold++) {
    const inside = (row: Observed) => foldOf(row.name) === fold
    const generator = generate(packStyles(learnStyles(rows.filter(row => !inside(row)))))
    const letters = letterModel(lettersOf(english.filter(row => !inside(row))))
    for (const [name, met] of spellingsByName(english.filter(inside))) {
      const found = generator(name, breadth, 'en').slice(0, judged)
      features.push(...measureSpellings(name, found, letters))
      labels.push(...found.map(([text]) => Number(met.has(text))))
    }
  }
  const trees = boost(
    features,
    labels,
    labels.map(() => 1),
    rankingOptions,
  )
  return { styles: packStyles(learnStyles(rows)), ranking: { letters: lettersOf(english), trees } }
}

const isEnglish = (row: Observed): boolean =>
  row.label === 1 &&
  row.cat === 'direct' &&
  !row.place &&
  row.latinLanguages.some(language => /^en(?:[-_]|$)/.test(language))

const lettersOf = (rows: readonly Observed[]) => letterTrigrams(rows.map(row => row.latin))

function spellingsByName(rows: readonly Observed[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const { original, latin } of rows) out.set(original, (out.get(original) ?? new Set()).add(latin))
  return out
}
