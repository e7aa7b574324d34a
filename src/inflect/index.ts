export { type Declension, declensions } from './declension.ts'
export { decline } from './decline.ts'
export { derivativesOf } from './derivation.ts'
export { guessGender, type PersonName } from './gender.ts'
export { type Candidate, type LemmaOptions, lemmas } from './lemmas.ts'
export { declineName, type NameOptions, type NameParadigm } from './name.ts'
export {
  type Case,
  casesOf,
  type DeclineOptions,
  type Gender,
  type InflectedLanguage,
  type Kind,
  type Paradigm,
} from './paradigm.ts'
export { type Sample, samples } from './sample.ts'
