/** Makes names unique: one that was given before gets a number. */
export function uniqueNames(): (name: string) => string {
  const seen = new Map<string, number>()
  return name => {
    let fresh = name
    while (seen.has(fresh)) {
      const nth = (seen.get(name) ?? 1) + 1
      seen.set(name, nth)
      fresh = `${name} (${nth})`
    }
    seen.set(fresh, 1)
    return fresh
  }
}
