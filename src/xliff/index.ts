export { convertXliff } from './convert.ts'
export { type EditOptions, writeXliff, type XliffChange, xliffEdits } from './edit.ts'
export { type EditUnit, editXliffChunks, type XliffEditing } from './edit-stream.ts'
export {
  composeXliff,
  type ExportOptions,
  type ExportTerm,
  type ExportUnit,
  exportModel,
  exportXliff,
} from './export.ts'
export type { ExportMatch } from './export-match.ts'
export { xliffExtensions } from './extensions.ts'
export { characterLimit, xliffFormat } from './format.ts'
export { type Merge, type MergedSegment, mergeXliff } from './merge.ts'
export type { MergeStatus } from './merge-unit.ts'
export {
  type Content,
  documentRuns,
  type Group,
  type InlineCode,
  type InlineRun,
  isAside,
  isMarker,
  type Match,
  type Meta,
  type Note,
  type Segment,
  type Skeleton,
  type State,
  type Term,
  type Unit,
  unitsOf,
  type XliffDocument,
  type XliffFile,
  type XliffVersion,
} from './model.ts'
export { type Origin, originOf, provenance } from './origin.ts'
export { pseudoTranslation } from './pseudo.ts'
export { readXliff, readXliffChunks } from './read.ts'
export { respellXliff } from './respell.ts'
export { shownText } from './shown-text.ts'
export { type Standing, standingOf } from './standing.ts'
export { needsReview } from './states.ts'
export { type PlacedUnit, type UnitStream, units } from './stream.ts'
export { type Fresh, type RemovedSegment, type Update, updateXliff } from './update.ts'
export {
  type Code,
  type Constraint,
  constraints,
  type ValidateOptions,
  type Validation,
  validateXliff,
  type XliffValidator,
  xliffValidator,
} from './validate/index.ts'
