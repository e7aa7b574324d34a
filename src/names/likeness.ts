import { align } from './align.ts'
import { type Matches, matches } from './chunks.ts'
import { gather } from './context.ts'
import { features, marginOf, measure, measureGroups, measureShapes, type Shape, shapeOf } from './features.ts'
import { stems } from './gender.ts'
import { encodeCyrillic, encodeLatin, foldCyrillic, foldLatin, markCyrillic, markLatin } from './letters.ts'
import { originalModel, pairModel, trees, weighGroups, writingTable } from './model.ts'
import { evaluate } from './trees.ts'

/** A Latin spelling, read once and compared often. */
export interface Prepared {
  readonly text: string
  readonly folded: string
  readonly pair: Matches
  readonly shape: Shape
}

export function prepare(text: string): Prepared {
  const folded = foldLatin(text)
  const pair = matches(pairModel().table.trieX, encodeLatin(markLatin(folded)))
  return { text, folded, pair, shape: shapeOf(folded) }
}

export type Kind = 'person' | 'place'

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** How sure it is that two spellings are of one name, 0 to 1, gender left aside; symmetric. */
export function likeness(a: Prepared, b: Prepared, kind: Kind = 'person'): number {
  if (a.folded === b.folded) return a.folded === '' ? 0 : 1
  const { table, operations } = pairModel()
  const [x, y] = a.folded < b.folded ? [a, b] : [b, a]
  const total = align(table, x.pair, y.pair)
  if (total < hopeless) return unlikely(total)
  measure(table, total, x.pair, y.pair, operations)
  measureShapes(x.shape, y.shape)
  gather(table, x.pair, y.pair)
  measureGroups(weighGroups())
  return logistic(marginOf(features) + evaluate(trees[kind](), features))
}

/** An alignment of so little weight is no spelling of the name; the trees need not be asked. */
const hopeless = -10
const unlikely = (total: number): number => logistic(total)

/** Two spellings whose stems are this alike, and whose endings differ in gender, are forms of one name. */
const stemLikeness = 0.3

/** How sure it is that the two are the feminine and the masculine form of one name; 0 where their endings do not say so. */
export function genderLikeness(a: Prepared, b: Prepared): number {
  const found = stems(a.folded, b.folded)
  if (!found) return 0
  const best = Math.max(0, ...found.map(([x, y]) => likeness(prepare(x), prepare(y))))
  return best >= stemLikeness ? best : 0
}

/** How sure it is that `latin` writes the Cyrillic name, 0 to 1. */
export function score(original: string, latin: string): number {
  const { table, operations } = originalModel()
  const x = matches(table.trieX, encodeCyrillic(markCyrillic(foldCyrillic(original))))
  const y = matches(table.trieY, encodeLatin(`^${foldLatin(latin)}$`))
  const total = align(table, x, y)
  if (total < hopeless) return unlikely(total)
  measure(table, total, x, y, operations)
  return logistic(evaluate(trees.original(), features))
}

/** Natural logarithm of the probability of the best way to write the Cyrillic name so. */
export function writingLog(original: string, latin: string): number {
  const table = writingTable()
  const x = matches(table.trieX, encodeCyrillic(markCyrillic(foldCyrillic(original))))
  const y = matches(table.trieY, encodeLatin(`^${foldLatin(latin)}$`))
  return align(table, x, y)
}
