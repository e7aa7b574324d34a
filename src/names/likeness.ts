import { align } from './align.ts'
import { type Matches, matches } from './chunks.ts'
import { stems } from './gender.ts'
import { encodeCyrillic, encodeLatin, foldCyrillic, foldLatin, markCyrillic, markLatin } from './letters.ts'
import { originalModel, pairModel, writingTable } from './model.ts'

/** A Latin spelling, read once and compared often. */
export interface Prepared {
  readonly text: string
  readonly folded: string
  readonly pair: Matches
}

export function prepare(text: string): Prepared {
  const folded = foldLatin(text)
  return { text, folded, pair: matches(pairModel().table.trieX, encodeLatin(markLatin(folded))) }
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** How sure it is that two spellings are of one name, 0 to 1, gender left aside; symmetric. */
export function likeness(a: Prepared, b: Prepared): number {
  if (a.folded === b.folded) return a.folded === '' ? 0 : 1
  const model = pairModel()
  const [x, y] = a.folded < b.folded ? [a, b] : [b, a]
  return logistic(align(model.table, x.pair, y.pair) + model.bias)
}

/** Two spellings whose stems are this alike, and whose endings differ in gender, are forms of one name. */
const stemLikeness = 0.3

/** How sure it is that the two are the feminine and the masculine form of one name; 0 where their endings do not say so. */
export function genderLikeness(a: Prepared, b: Prepared): number {
  const found = stems(a.folded, b.folded)
  if (!found) return 0
  const best = Math.max(0, ...found.map(([x, y]) => likeness(prepare(x), prepare(y))))
  return best >= stemLikeness ? best : 0
}

/** Sum of the weights of the best alignment of a Cyrillic name with a Latin spelling, above the constant. */
export function evidenceFor(original: string, latin: string): number {
  const model = originalModel()
  const x = matches(model.table.trieX, encodeCyrillic(markCyrillic(foldCyrillic(original))))
  const y = matches(model.table.trieY, encodeLatin(`^${foldLatin(latin)}$`))
  return align(model.table, x, y) + model.bias
}

/** How sure it is that `latin` writes the Cyrillic name, 0 to 1. */
export const score = (original: string, latin: string): number => logistic(evidenceFor(original, latin))

/** Natural logarithm of the probability of the best way to write the Cyrillic name so. */
export function writingLog(original: string, latin: string): number {
  const table = writingTable()
  const x = matches(table.trieX, encodeCyrillic(markCyrillic(foldCyrillic(original))))
  const y = matches(table.trieY, encodeLatin(`^${foldLatin(latin)}$`))
  return align(table, x, y)
}
