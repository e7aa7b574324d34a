export type {
  Concept,
  Exception,
  Former,
  Forms,
  Gender,
  Glossary,
  Kind,
  NameParts,
  Own,
  Part,
  Status,
  Style,
  Term,
  Told,
  ToldInLanguages,
  Use,
} from './concept.ts'
export { contradictions } from './contradictions.ts'
export { wholeName } from './flat.ts'
export type { ReadTermsOptions, TermFormat, WriteTermsOptions } from './format.ts'
export { type Latin, type LooseConcept, type LooseTerm, openGatherer } from './gather.ts'
export { type Addition, glossaryEdits } from './own-edit.ts'
export type { ConceptEntry } from './own-entry.ts'
export { glossaryJsonSchema } from './own-json-schema.ts'
export { readGlossary } from './own-read.ts'
export { entryOf } from './own-write.ts'
export { openTermFormat, type TermFormatId, termFormatOf, termFormats } from './registry.ts'
export { toldIn } from './told.ts'
export { writeWorkbook } from './xlsx-write.ts'
