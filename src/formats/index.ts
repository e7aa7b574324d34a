export type { PackageFormat, Revision } from './package/format.ts'
export { catalogOf, type FormatId, type FormatOptions, formats, openFormat } from './registry.ts'
