import { path } from './align.ts'
import { longest, type Matches } from './chunks.ts'
import type { Table } from './operations.ts'

/** How many buckets the groups share. */
export const buckets = 1 << 15

/** At most so many changes of a path are paired with each other. */
const paired = 7
/** The ends and beginnings of names that are looked at, in symbols with the marks of the ends. */
const ends = [2, 3, 4, 5]
const starts = [3, 4]

/** Seeds that keep the kinds of groups apart. */
const kind = { change: 0x51ed27, neighbours: 0x2c1b3c, pair: 0x297a2d, end: 0x85ebca, start: 0xc2b2ae }

/** The groups found last, as buckets; valid until the next call of `gather`. */
export const groups = {
  length: 0,
  buckets: new Int32Array(4 * longest + (paired * (paired - 1)) / 2 + ends.length + starts.length),
}

/** The changes of a path, read from x to y and from y to x. */
const forth = new Int32Array(2 * longest)
const back = new Int32Array(2 * longest)

/**
 * Fills `groups` from the path that `align` has just found between two Latin spellings. An operation says more beside its neighbours
 * (h for kh after s) and among the other changes of the path (w for v goes with j for y, not with y for j): single changes,
 * neighbours of which one is a change, pairs of changes, and the ends and beginnings in which the names differ. None depends on
 * which name is called x. Part of the learned weights.
 */
export function gather({ sizeY, identity }: Table, x: Matches, y: Matches): void {
  groups.length = 0
  let changes = 0
  let before = -1
  for (let i = path.length - 1; i >= 0; i--) {
    const op = path.ops[i]!
    const changed = identity[op] === 0
    if (changed) {
      forth[changes] = op
      back[changes++] = turned(op, sizeY)
      add(kind.change, op, 0, turned(op, sizeY), 0)
    }
    if (before >= 0 && (changed || identity[before] === 0))
      add(kind.neighbours, before, op, turned(before, sizeY), turned(op, sizeY))
    before = op
  }
  gatherPairs(Math.min(changes, paired))
  for (const size of ends)
    addUnlike(kind.end + size, part(x, x.length - size, x.length), part(y, y.length - size, y.length))
  for (const size of starts) addUnlike(kind.start + size, part(x, 0, size), part(y, 0, size))
}

function gatherPairs(count: number): void {
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      const swap = forth[i]! > forth[j]!
      const swapBack = back[i]! > back[j]!
      add(kind.pair, forth[swap ? j : i]!, forth[swap ? i : j]!, back[swapBack ? j : i]!, back[swapBack ? i : j]!)
    }
}

/** The same operation, read the other way round; both sides of the table have the same chunks. */
const turned = (op: number, sizeY: number): number => (op % sizeY) * sizeY + Math.floor(op / sizeY)

function add(seed: number, a: number, b: number, turnedA: number, turnedB: number): void {
  groups.buckets[groups.length++] = Math.min(mix(seed, a, b), mix(seed, turnedA, turnedB)) & (buckets - 1)
}

function addUnlike(seed: number, a: number, b: number): void {
  if (a !== b) add(seed, a, b, b, a)
}

function part({ codes, length }: Matches, from: number, to: number): number {
  let sum = 0
  for (let i = Math.max(0, from); i < Math.min(to, length); i++) sum = Math.imul(sum, 131) + codes[i]!
  return sum
}

function mix(seed: number, a: number, b: number): number {
  let h = Math.imul(seed ^ a, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0x85ebca77)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae3d)
  return (h ^ (h >>> 16)) >>> 0
}
