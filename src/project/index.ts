export { bands, type Tally, type Volume } from '../memory/index.ts'
export { xliffExtensions } from '../xliff/index.ts'
export { type Aligned, align } from './align.ts'
export { translationExtensions } from './bilingual.ts'
export { type CheckedTranslation, type CheckOptions, check } from './check.ts'
export { type Config, configSchema, type Overrides, readConfig, settingsOf, type TextConfig } from './config.ts'
export { type Converted, convert } from './convert.ts'
export { exportDocument } from './export.ts'
export { documentExtensions, readableAs, tracksChanges } from './formats.ts'
export type { Host, Stat } from './host.ts'
export { archiveOf, lint } from './lint.ts'
export { type MergeOptions, mergeDocument, type OpenedXliff, openXliff } from './merge.ts'
export { type Inventory, names } from './names.ts'
export { type NormalizeOptions, normalize } from './normalize.ts'
export { type Cache, type Opened, type OpenOptions, openProject, type Project } from './open.ts'
export { propose } from './propose.ts'
export { type Pseudo, pseudo } from './pseudo.ts'
export { listRules, type RuleInfo } from './rules.ts'
export { type Stats, stats, totalTally } from './stats.ts'
export { type Article, type Rendering, type RenderingStatus, status } from './status.ts'
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
