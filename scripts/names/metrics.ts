export interface Scored {
  readonly score: number
  readonly label: 0 | 1
  readonly weight: number
}

/** Average precision, best F1 and recall at precisions, weighted. */
export function curve(items: readonly Scored[]) {
  const sorted = [...items].sort((a, b) => b.score - a.score)
  const positives = sorted.reduce((s, i) => s + (i.label ? i.weight : 0), 0)
  let tp = 0
  let fp = 0
  let ap = 0
  let f1 = 0
  let threshold = 0
  let r95 = 0
  let r99 = 0
  sorted.forEach((entry, i) => {
    if (entry.label) tp += entry.weight
    else fp += entry.weight
    const precision = tp / (tp + fp)
    if (entry.label) ap += (precision * entry.weight) / positives
    if (i + 1 < sorted.length && sorted[i + 1]!.score === entry.score) return
    const recall = tp / positives
    const f = (2 * precision * recall) / (precision + recall)
    if (f > f1) {
      f1 = f
      threshold = entry.score
    }
    if (precision >= 0.95) r95 = recall
    if (precision >= 0.99) r99 = recall
  })
  return { ap, f1, threshold, r95, r99 }
}

export const shown = (figures: Record<string, number>): string =>
  Object.entries(figures)
    .map(([key, value]) => `${key} ${value.toFixed(4)}`)
    .join('  ')
