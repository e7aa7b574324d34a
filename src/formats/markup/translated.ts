import { type Block, blockText, type Changes, type Document, innermost, translatedBlocks } from '../../content/index.ts'
import { lastAtOrBefore, type Span } from '../../text/index.ts'

/** Which elements of a document are translated as a whole. */
export interface Translated {
  readonly isAny: boolean
  /** True of a place within a block: an element there is a code of its paragraph and stays as it is. O(log blocks). */
  isInText(place: Span): boolean
  /** Whether all blocks with letters in a stretch, and one at least, are translated; O(log blocks). */
  areAll(start: number, end: number): boolean
}

/** O(blocks). */
export function openTranslated(document: Document, changes: Changes): Translated {
  const translated: ReadonlySet<Block> = new Set(translatedBlocks(document, changes))
  const says = document.blocks.filter(block => /\p{L}/u.test(blockText(block)))
  const around = innermost(says)
  const starts = [0, ...says.map(({ span }) => span.start)]
  const sums = [0]
  for (const block of says) sums.push(sums.at(-1)! + (translated.has(block) ? 1 : 0))
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
