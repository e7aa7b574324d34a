export { type Overrides, readConfig, settingsOf } from './config.ts'
export type { Config } from './config-file.ts'
export type { Host, Stat } from './host.ts'
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
