import { shapeOf } from './features.ts'

/** More names than this under one key are not all compared with each other. */
const crowd = 500
/** So many names before and after a name are compared with it, in each of the orders. */
const reach = 40

export const isCrowd = (list: readonly number[]): boolean => list.length > crowd

/**
 * In a crowd of names with the same consonants those may be one name that stand close together when the crowd is put in order: by their
 * vowels, by their letters from the beginning, and from the end. By index of a name the indexes of these, so that what there is to
 * compare grows with the number of names and not with its square. Does not depend on the order of the names. O(n log n).
 */
export function neighbours(
  names: readonly string[],
  crowds: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const beside = new Map<number, number[]>()
  for (const list of crowds)
    for (const order of ordersOf(list.map(index => names[index]!)))
      order.forEach((from, at) => {
        for (const to of order.slice(at + 1, at + 1 + reach)) {
          const [a, b] = [list[from]!, list[to]!].sort((x, y) => x - y) as [number, number]
          const known = beside.get(a)
          if (known) known.push(b)
          else beside.set(a, [b])
        }
      })
  return beside
}

/** Permutations of the names. */
function ordersOf(names: readonly string[]): readonly (readonly number[])[] {
  const shapes = names.map(shapeOf)
  const keys = [
    shapes.map(({ vowels, plain }) => `${vowels} ${plain}`),
    shapes.map(({ plain }) => plain),
    shapes.map(({ plain }) => [...plain].reverse().join('')),
  ]
  return keys.map(list =>
    list
      .map((_, i) => i)
      .sort((a, b) => (list[a]! < list[b]! ? -1 : list[a]! > list[b]! ? 1 : names[a]! < names[b]! ? -1 : 1)),
  )
}
