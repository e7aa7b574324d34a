/** Numbers that look drawn by lot and are the same in each run: xorshift32. */
export interface Lot {
  /** A whole number from 0, `below` excluded. */
  upTo(below: number): number
  pick<T>(list: readonly T[]): T
}

export function lot(seed: number): Lot {
  let state = seed | 0 || 1
  const upTo = (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  return { upTo, pick: list => list[upTo(list.length)]! }
}
