import { hashUnits } from './fold.ts'

/** Case endings of nouns and adjectives, Ukrainian and Russian, as `fold` leaves them. */
const endings = new Set<number>()
const longest = 3
const written =
  'а я у ю е и о ом ем им ои еи ею ою ию ии ия ая яя ую юю ое ее ие ам ям ах ях их ов ев ив ого его ому ему ими ами ями ови еви ием иеи иею иям иях'

function packed(units: ArrayLike<number>, start: number, end: number): number {
  let key = 0
  for (let i = start; i < end; i++) key = (key << 10) | (units[i]! & 0x3ff)
  return key
}

for (const ending of written.split(' '))
  endings.add(
    packed(
      Array.from(ending, c => c.charCodeAt(0)),
      0,
      ending.length,
    ),
  )

/** Whether the last `length` of the first `count` units are an ending; none at all is one. */
export const isEnding = (units: ArrayLike<number>, count: number, length: number): boolean =>
  length === 0 || (count - length >= 2 && endings.has(packed(units, count - length, count)))

/** The length of a folded word without its longest ending; three letters at least stay. */
export function stemLength(units: ArrayLike<number>, count: number): number {
  for (let cut = Math.min(longest, count - 3); cut > 0; cut--) if (isEnding(units, count, cut)) return count - cut
  return count
}

/** What a word has in common with its other forms: the hash of what stays without the longest ending. */
export const stemHash = (units: ArrayLike<number>, count: number): number =>
  hashUnits(units, 0, stemLength(units, count))

/** The lengths at which a word may be cut into a listed stem and an ending, the whole first. */
export const cuts = [0, 1, 2, 3] as const
