export { alignRuns } from './align.ts'
export { blockOffsets, blockText, cut, editRuns, runsText, sliceRuns, sourceSpan, sourceSpans } from './block.ts'
export type { Block, BlockId, BlockKind, Comment, Document, Embedded, Limits, Scope } from './document.ts'
export { withEmbedded } from './embedded.ts'
export { enclosing, innermost } from './enclosing.ts'
export { type Changes, type Format, type TextFormat, textFormat } from './format.ts'
export { isIn, type Languages, retagged, translatedBlocks, withRegion } from './languages.ts'
export {
  type CodeRun,
  newText,
  type OffsetMap,
  objectCharacter,
  type Piece,
  type Run,
  type TextRun,
  verbatim,
} from './run.ts'
export { blockEdits, type Escape, type SpellBlock, spellEdits } from './write.ts'
