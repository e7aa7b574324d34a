import { type Block, blockText, sourceSpans } from '../content/index.ts'
import type { Chooser, Compiled } from '../glossary/index.ts'
import { addressesIn } from './addresses.ts'
import { type CodeKey, codesOf } from './codes.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import type { BilingualSegment, Bitext, Pair, Side, SideLanguage } from './pair.ts'
import { placeholdersIn } from './placeholders.ts'
import { blanked } from './stretch.ts'

export interface BitextOptions {
  /** BCP 47, of what does not say it itself. */
  readonly sourceLanguage: string | undefined
  readonly targetLanguage: string | undefined
  readonly codes: CodeKey
  readonly glossary: Compiled
  readonly chooser: Chooser
}

/** Reads the segments of a bilingual file as the rules see them. O(n) in its text. */
export function openBitext(segments: readonly BilingualSegment[], options: BitextOptions): Bitext {
  const { glossary, chooser, sourceLanguage, targetLanguage, codes } = options
  const dialect = dialectOf(segments.map(({ source }) => blockText(source)))
  const sideIn = (language: string | undefined) => (block: Block) => sideOf(block, language, codes, dialect)
  const pairs = segments.map((segment): Pair => {
    const source = sideIn(sourceLanguage)(segment.source)
    const alternatives = (segment.alternatives ?? []).map(sideIn(sourceLanguage))
    const target = segment.target && sideIn(targetLanguage)(segment.target)
    return { segment, source, alternatives, ...(target && { target }) }
  })
  return { pairs, glossary, chooser }
}

function sideOf(block: Block, language: string | undefined, by: CodeKey, dialect: Dialect): Side {
  const text = blockText(block)
  const addresses = addressesIn(text)
  const placeholders = placeholdersIn(blanked(text, addresses), dialect)
  return {
    block,
    text,
    language: languageOf(block.language ?? language),
    codes: codesOf(block, by),
    placeholders,
    addresses,
    prose: blanked(text, [...addresses, ...placeholders]),
    span: sourceSpans(block),
  }
}

function languageOf(tag: string | undefined): SideLanguage {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0]
  return primary === 'en' || primary === 'uk' || primary === 'ru' ? primary : 'other'
}
