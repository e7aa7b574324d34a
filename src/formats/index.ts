export { openArchive } from './package/archive.ts'
export { readEntry } from './package/entry.ts'
export type { PackageFormat, Revision } from './package/format.ts'
export { catalogOf, type FormatId, type FormatOptions, formats, newsOf, openFormat } from './registry.ts'
