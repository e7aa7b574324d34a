/** Counts of letter trigrams over distinct names: one line a context of two letters, "^а": "л12 н9". */
export function letterTrigrams(names: readonly string[]): Record<string, string> {
  const contexts = new Map<string, Map<string, number>>()
  for (const name of new Set(names)) {
    const text = `^^${name}$`
    for (let i = 2; i < text.length; i++) {
      const context = text.slice(i - 2, i)
      const counts = contexts.get(context) ?? new Map<string, number>()
      contexts.set(context, counts.set(text[i]!, (counts.get(text[i]!) ?? 0) + 1))
    }
  }
  return Object.fromEntries(
    [...contexts]
      .sort()
      .map(([context, counts]) => [
        context,
        [...counts]
          .filter(([, count]) => count > 1)
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .map(([letter, count]) => `${letter}${count}`)
          .join(' '),
      ])
      .filter(([, line]) => line !== ''),
  )
}
