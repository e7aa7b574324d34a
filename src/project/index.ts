export { openRereading, type Rereading } from '../lint/index.ts'
export {
  bands,
  type CleanReason,
  cleanReasons,
  type Entry,
  type Found,
  putAll,
  type Store,
  type Tally,
  textOf,
  type Volume,
} from '../memory/index.ts'
export { xliffExtensions } from '../xliff/index.ts'
export { type Aligned, align } from './align.ts'
export { type Baseline, baselineOf, readBaseline, withoutKnown, writeBaseline } from './baseline.ts'
export { translationExtensions } from './bilingual.ts'
export { type CheckedTranslation, type CheckOptions, check } from './check.ts'
export {
  type Config,
  configSchema,
  exceptInConfig,
  type Overrides,
  readConfig,
  settingsOf,
  type TextConfig,
} from './config.ts'
export { type Converted, convert } from './convert.ts'
export { exportDocument } from './export.ts'
export { exportName } from './file-names.ts'
export { documentExtensions, readableAs, tracksChanges } from './formats.ts'
export { checkGlossary } from './glossary-check.ts'
export { type ConceptChange, diffConcepts, type KeyChange } from './glossary-diff.ts'
export { type ExpandedSpelling, type Expansion, expandName } from './glossary-expand.ts'
export { type ExportedTerms, type ExportTermsOptions, exportTerms } from './glossary-export.ts'
export { readTermFile, type TermFile, type TermFileOptions } from './glossary-file.ts'
export {
  type HouseChoice,
  type HouseDecision,
  type HouseHabits,
  houseHabits,
  houseStyle,
  houseStyleText,
} from './glossary-house.ts'
export { type ImportedTerms, importTerms } from './glossary-import.ts'
export { type NewConcept, newConcept } from './glossary-new.ts'
export { type SheetEntry, type SheetLetter, type SheetWords, styleSheet } from './glossary-sheet.ts'
export { sheetDocx } from './glossary-sheet-docx.ts'
export { sheetHtml } from './glossary-sheet-html.ts'
export type { Host, Stat } from './host.ts'
export { archiveOf, lint, lintParallel } from './lint.ts'
export {
  type Cleaned,
  cleanMemory,
  type Leverage,
  languageOf,
  leverage,
  leverageOf,
  memoryAsTmx,
  memoryExtensions,
  remember,
  searchMemory,
  type TmxEntries,
  tmxEntries,
  xliffEntries,
} from './memory.ts'
export { mend } from './mend.ts'
export { type MergeOptions, mergeDocument, type OpenedXliff, openXliff } from './merge.ts'
export { type Inventory, names } from './names.ts'
export { type NormalizeOptions, normalize } from './normalize.ts'
export { omegatFolders, omegatGlossary, omegatProfiles, omegatSettings } from './omegat.ts'
export { type Cache, type Opened, type OpenOptions, openProject, type Project } from './open.ts'
export { type Profile, profileOf, profiles } from './profiles.ts'
export { propose } from './propose.ts'
export { type Pseudo, pseudo } from './pseudo.ts'
export { listRules, type RuleInfo } from './rules.ts'
export { readSentenceRules, sentenceRules } from './sentence-rules.ts'
export { type SeenTexts, type Stats, stats, totalTally } from './stats.ts'
export { type Article, type Rendering, type RenderingStatus, status } from './status.ts'
export { type OpenedTable, openTable, tableAsXliff, tableExtensions } from './table.ts'
export { type TableWords, writeTable } from './table-write.ts'
export { entriesAsTmx, type Updated, update } from './update.ts'
export { validate, validateStream } from './validate.ts'
export type {
  Checked,
  Exported,
  ExportOptions,
  Finding,
  Merged,
  NameEntry,
  NameSpelling,
  Normalized,
  Origin,
  Place,
  Settings,
  Source,
  Treatment,
} from './verbs.ts'
export { isXliffPackage, xliffInPackage, xliffPackageExtensions } from './xliff-package.ts'
