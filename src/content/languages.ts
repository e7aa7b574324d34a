import { blockText, runsText } from './block.ts'
import type { Block, Document } from './document.ts'
import type { Changes } from './format.ts'

/** From which language into which a document is translated (BCP 47). */
export interface Languages {
  readonly from: string
  readonly to: string
}

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!

/** Whether a tag is of a language, whatever its region. */
export const isIn = (tag: string, language: string): boolean => primary(tag) === primary(language)

/** What stands instead of a tag of the source's language, whatever its region; undefined for another language. */
export const retagged = (tag: string, { from, to }: Languages): string | undefined =>
  isIn(tag, from) && !isIn(tag, to) ? to : undefined

/** The tag with a region, which word processors want: that where most speak the language, if it says none. */
export function withRegion(tag: string): { readonly language: string; readonly region: string } {
  const { language, region } = new Intl.Locale(tag).maximize()
  return { language, region: region ?? '' }
}

/** The blocks that say something else now. A target that repeats its source has translated nothing. */
export const translatedBlocks = ({ blocks }: Document, changes: Changes): Block[] =>
  blocks.filter(block => {
    const runs = changes.get(block.id)
    return runs !== undefined && runsText(runs) !== blockText(block)
  })
