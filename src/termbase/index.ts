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
} from './concept.ts'
export { contradictions } from './contradictions.ts'
export { glossaryJsonSchema } from './own-json-schema.ts'
export { readGlossary } from './own-read.ts'
