export { blockText, cut, editRuns, runsText, sliceRuns, sourceSpan } from './block.ts'
export type { Block, BlockId, BlockKind, Comment, Document, Embedded, Scope } from './document.ts'
export type { Format } from './format.ts'
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
export { blockEdits, type Escape, writeText } from './write.ts'
