import type { Block, BlockId, Document } from '../content/index.ts'

/** What of a document is to be translated, and the translations that it has. */
export interface Translatable {
  /** In a bilingual document there is a block for each translation: what it translates, under its id. */
  readonly document: Document
  readonly translations: ReadonlyMap<BlockId, Block>
}

export function translatableOf(document: Document): Translatable {
  const translations = document.blocks.filter(block => block.translates !== undefined)
  if (translations.length === 0) return { document, translations: new Map() }
  const byId = new Map(document.blocks.map(block => [block.id, block]))
  const blocks = translations.flatMap((translation): Block[] => {
    const { translates, language: _, unconfirmed: __, ...own } = translation
    const source = byId.get(translates!)
    if (!source) return []
    const { runs, span, kind, scope } = source
    return [{ ...own, runs, span, kind, scope, ...(source.language !== undefined && { language: source.language }) }]
  })
  return { document: { ...document, blocks }, translations: new Map(translations.map(block => [block.id, block])) }
}
