export { applyFixes } from './fixes.ts'
export { blockLanguages, documentLanguage, type LanguageOptions, type TextLanguage } from './languages.ts'
export { lintSubject } from './lint.ts'
export { rules } from './rules.ts'
export {
  type LintSettings,
  openSubject,
  type Passage,
  type Place,
  type Seen,
  type Subject,
  type Treatment,
} from './subject.ts'
export { type Unlisted, unlistedNames } from './unlisted.ts'
