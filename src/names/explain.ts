import { align, path } from './align.ts'
import { matches } from './chunks.ts'
import { encodeCyrillic, encodeLatin, foldCyrillic, foldLatin, markCyrillic } from './letters.ts'
import { writingLog } from './likeness.ts'
import { writingTable } from './model.ts'
import { originalsOf } from './originals.ts'

/** One stretch of the original, with what each of the two spellings writes for it. */
export interface Step {
  readonly original: string
  readonly a: string
  readonly b: string
}

/**
 * The Cyrillic names that may stand behind both spellings, lower case, the likeliest first. `shares`: how often each is used, adding up to 2;
 * the rarer one may be a slip.
 */
export function commonOriginals(
  a: string,
  b: string,
  [ofA, ofB]: readonly [number, number] = [1, 1],
): readonly string[] {
  const found = new Map([...originalsOf(a, 30), ...originalsOf(b, 30)].map(({ text, prior }) => [text, prior]))
  return [...found]
    .map(([text, prior]) => ({ text, log: ofA * writingLog(text, a) + ofB * writingLog(text, b) + prior }))
    .sort((x, y) => y.log - x.log || (x.text < y.text ? -1 : 1))
    .map(({ text }) => text)
}

/** The likeliest of them; undefined where there is none. */
export const commonOriginal = (a: string, b: string): string | undefined => commonOriginals(a, b)[0]

/** Where in a Latin spelling each letter of the original ends; -1 inside an operation. */
function ends(original: string, latin: string): number[] {
  const table = writingTable()
  const x = matches(table.trieX, encodeCyrillic(markCyrillic(original)))
  const y = matches(table.trieY, encodeLatin(`^${latin}$`))
  align(table, x, y)
  const out = new Array<number>(original.length + 1).fill(-1)
  for (let i = 0; i < path.length; i++) {
    const at = Math.min(original.length, Math.max(0, path.endX[i]! - 1))
    out[at] = Math.max(out[at]!, Math.min(latin.length, Math.max(0, path.endY[i]! - 1)))
  }
  out[0] = 0
  out[original.length] = latin.length
  return out
}

/** How the two spellings write the original, stretch by stretch. */
export function explain(original: string, a: string, b: string): readonly Step[] {
  const folded = foldCyrillic(original)
  const [x, y] = [foldLatin(a), foldLatin(b)]
  const inA = ends(folded, x)
  const inB = ends(folded, y)
  const steps: Step[] = []
  let from = 0
  for (let to = 1; to <= folded.length; to++) {
    if (inA[to]! < 0 || inB[to]! < 0) continue
    steps.push({ original: folded.slice(from, to), a: x.slice(inA[from], inA[to]), b: y.slice(inB[from], inB[to]) })
    from = to
  }
  return steps
}

/** The letters that two spellings write differently, for people: “iya/ia = я, y/yy = ий”. Empty where none differ. */
export const differences = (steps: readonly Step[]): string =>
  steps
    .filter(step => step.a !== step.b)
    .map(({ original, a, b }) => `${a || '–'}/${b || '–'} = ${original}`)
    .join(', ')

/** A capital at the beginning and after each hyphen. */
export const capitalised = (name: string): string => name.replace(/(?:^|-)\p{Ll}/gu, start => start.toUpperCase())
