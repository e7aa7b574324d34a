import { path } from './align.ts'
import { exactKeys } from './blocking.ts'
import { longest, type Matches } from './chunks.ts'
import { slips, type Table } from './operations.ts'

/** What the trees know of an alignment; one array, written anew at each call. */
export const featureCount = 37
/** Where the features of two Latin spellings begin that no alignment gives. */
const shapes = 17 + slips.length
/** Where the feature of what stands together begins. */
export const together = shapes + 9
/** Where those of the stems begin. */
const stems = together + 2
export const features = new Float32Array(featureCount)

const stemEnd = 4

/**
 * Reads the path that `align` has just found. Feature numbers are part of the learned weights: append, never reorder.
 * Values that depend on the side are given as the lesser and the greater, so that the order of the names does not matter.
 */
export function measure(table: Table, total: number, x: Matches, y: Matches, operationCount: number): Float32Array {
  const n = x.length
  const m = y.length
  let worst = 0
  let second = 0
  let negative = 0
  let changed = 0
  let changedSum = 0
  let worstAt = 0
  let head = 0
  let tail = 0
  let worstTail = 0
  features.fill(0)
  for (let i = 0; i < path.length; i++) {
    const weight = path.weights[i]!
    const own = table.owner[path.ops[i]!]!
    const slip = own - operationCount
    if (slip >= 0) features[16 + slip]! += 1
    if (!table.identity[path.ops[i]!]) {
      changed++
      changedSum += weight
    }
    if (weight < 0) negative += weight
    const fromStart = Math.min(path.endX[i]!, path.endY[i]!)
    const fromEnd = Math.min(n - path.endX[i]!, m - path.endY[i]!)
    if (fromStart <= stemEnd) head += weight
    if (fromEnd < stemEnd) {
      tail += weight
      if (weight < worstTail) worstTail = weight
    }
    if (weight < worst) {
      second = worst
      worst = weight
      worstAt = fromStart / Math.max(n, m)
    } else if (weight < second) second = weight
  }
  features[0] = total
  features[1] = total / (n + m)
  features[2] = worst
  features[3] = second
  features[4] = negative
  features[5] = changed
  features[6] = changedSum
  features[7] = Math.min(n, m)
  features[8] = Math.max(n, m)
  features[9] = Math.abs(n - m)
  features[10] = worstAt
  features[11] = head
  features[12] = tail
  features[13] = total - head - tail
  features[14] = worstTail
  features[15] = negative / Math.min(n, m)
  features[16 + slips.length] = total - tail
  return features
}

/** What two Latin spellings look like beside each other, whatever their alignment. Computed once for each. */
export interface Shape {
  /** Letters without marks. */
  readonly plain: string
  /** The same without an ending that many family names share. */
  readonly stem: string
  /** Vowels by class. */
  readonly vowels: string
  /** Blocking keys, the exact ones. */
  readonly keys: readonly string[]
  /** Letters that only some languages' spellings use: w, sz and cz, j. */
  readonly west: number
}

/** Endings of family names in the spellings of several languages, without marks: -ov, -sky, -ovich, -enko, -uk, -in. */
const endings = [
  '(?:[oeiy]|[iyj][oe])(?:v|w|ff?|u)a?',
  '(?:[sczt]|ts|tz|cz)?k(?:[yi][yij]?|j|a|aya|aia|aja|oho|ey|ie)',
  '(?:[oeai]|[iy][oe])?[vw]?[iy](?:tsch|tch|ch|cz|c|ts|tsj)',
  '[iyj]?[ei]nko',
  '(?:ch|cz|tsch|tch)?[iyj]?[ao]?u?k',
  '[iy]na?',
]
const ending = new RegExp(`(?:${endings.join('|')})$`)
/** So many letters are left of a stem at least. */
const shortestStem = 2

function stemOf(plain: string): string {
  const at = plain.search(ending)
  return at >= shortestStem ? plain.slice(0, at) : plain
}

const classes: Readonly<Record<string, string>> = { o: 'a', a: 'a', u: 'u', e: 'e', i: 'e', y: 'e', j: 'e' }

export function shapeOf(folded: string): Shape {
  const plain = folded
    .normalize('NFD')
    .replace(/[\p{M}'-]/gu, '')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
  let vowels = ''
  for (const letter of plain) {
    const next = classes[letter]
    if (next && !vowels.endsWith(next)) vowels += next
  }
  const west = (/w/.test(plain) ? 1 : 0) + (/sz|cz|rz|tsch|sch/.test(plain) ? 1 : 0) + (/j/.test(plain) ? 1 : 0)
  return { plain, stem: stemOf(plain), vowels, keys: exactKeys(folded), west }
}

/** Adds the features of the shapes to those that `measure` has set. */
export function measureShapes(a: Shape, b: Shape): void {
  const distance = editDistance(a.plain, b.plain)
  features[shapes] = a.plain === b.plain ? 1 : 0
  features[shapes + 1] = distance / Math.max(a.plain.length, b.plain.length, 1)
  features[shapes + 2] = a.keys.some(key => b.keys.includes(key)) ? 1 : 0
  features[shapes + 3] = a.vowels === b.vowels ? 1 : 0
  features[shapes + 4] = Math.abs(a.vowels.length - b.vowels.length)
  features[shapes + 5] = Math.abs(a.west - b.west)
  features[shapes + 6] = Math.min(a.west, b.west)
  features[shapes + 7] = Number(a.plain.endsWith('a') !== b.plain.endsWith('a'))
  features[shapes + 8] = commonEnd(a.plain, b.plain)
  measureStems(a.stem, b.stem)
}

/** Most of a long name may be an ending that says nothing: the stems tell names apart. */
function measureStems(a: string, b: string): void {
  const distance = editDistance(a, b)
  features[stems] = distance
  features[stems + 1] = distance / Math.max(a.length, b.length, 1)
  features[stems + 2] = Math.min(a.length, b.length)
}

/** What the alignment and its groups tell by themselves, in logits: the trees begin there. */
export const marginOf = (measured: Float32Array): number => margin * measured[together + 1]!
/** By names held out: more makes the surest pairs no surer, less loses some at the threshold. */
const margin = 0.2

/** Adds what the groups of operations weigh, alone and with the alignment. */
export function measureGroups(sum: number): void {
  features[together] = sum
  features[together + 1] = sum + features[0]!
}

export function commonEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++
  return n
}

const row = new Uint8Array(longest + 2)

/** Levenshtein's distance, of strings no longer than names are. */
export function editDistance(a: string, b: string): number {
  const m = Math.min(b.length, longest)
  for (let j = 0; j <= m; j++) row[j] = j
  for (let i = 1; i <= Math.min(a.length, longest); i++) {
    let diagonal = i - 1
    row[0] = i
    for (let j = 1; j <= m; j++) {
      const above = row[j]!
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + same)
      diagonal = above
    }
  }
  return row[m]!
}
