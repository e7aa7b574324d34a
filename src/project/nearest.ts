/**
 * Of known names the one that a written one was probably meant as: a third of its letters at most are wrong, missing, too many, or
 * change places. O(known · length²).
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.floor(written.length / 3) + 1
  for (const name of known) {
    const distance = Math.abs(name.length - written.length) < least ? changes(written, name) : least
    if (distance >= least) continue
    best = name
    least = distance
  }
  return best
}

/** Damerau–Levenshtein distance in its restricted form (optimal string alignment). */
function changes(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      next.push(swapped ? Math.min(least, before[j - 2]! + 1) : least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
