import {
  type Block,
  blockText,
  type Changes,
  type Document,
  innermost,
  isIn,
  type Languages,
  translatedBlocks,
} from '../../content/index.ts'
import { lastAtOrBefore, type Span } from '../../text/index.ts'

/** Which elements of a document are translated as a whole. */
export interface Translated {
  readonly isAny: boolean
  /** True of a place within a block: an element there is a code of its paragraph and stays as it is. O(log blocks). */
  isInText(place: Span): boolean
  /** Whether all blocks with letters in a stretch, and one at least, are translated, but those of a third language; O(log blocks). */
  areAll(start: number, end: number): boolean
}

/** `from`: the language that is translated. O(blocks). */
export function openTranslated(document: Document, changes: Changes, { from }: Pick<Languages, 'from'>): Translated {
  const translated: ReadonlySet<Block> = new Set(translatedBlocks(document, changes))
  const says = document.blocks.filter(block => /\p{L}/u.test(blockText(block)))
  const around = innermost(says)
  const own = says.filter(({ language }) => language === undefined || isIn(language, from))
  const starts = [0, ...own.map(({ span }) => span.start)]
  const sums = [0]
  for (const block of own) sums.push(sums.at(-1)! + (translated.has(block) ? 1 : 0))
  const before = (place: number) => lastAtOrBefore(starts, place - 1)
  return {
    isAny: translated.size > 0,
    isInText: place => around(place) !== undefined,
    areAll(start, end) {
      const [first, last] = [before(start), before(end)]
      return last > first && sums[last]! - sums[first]! === last - first
    },
  }
}
