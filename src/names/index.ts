export { wideKeys as spellingKeys } from './blocking.ts'
export {
  type Capitalised,
  candidates,
  capitalised,
  type FullMention,
  fullMentions,
  type Mention,
  nameLikeness,
} from './candidates.ts'
export { type Cluster, type ClusterOptions, cluster, type Member } from './cluster.ts'
export {
  type CompareOptions,
  type Comparison,
  compare,
  type Relation,
  relate,
  threshold,
  type Verdict,
} from './compare.ts'
export { differences, explain, type Step } from './explain.ts'
export { compareFullNames, type FullComparison, type PartComparison } from './full-names.ts'
export { isRomanizedGiven, languageByGiven, relateGiven } from './given.ts'
export {
  type Counted,
  findInconsistent,
  type Inconsistency,
  type InconsistencyOptions,
  isPlural,
  leastSlavic,
  reportAt,
  titleCase,
} from './inconsistent.ts'
export {
  type Direction,
  isTabular,
  mayBeTranscribed,
  mayCorrespond,
  mayTranscribe,
  mayWrite,
} from './letters-between.ts'
export { likeness, type Prepared, prepare, score } from './likeness.ts'
export {
  commonNames,
  difference,
  isAlike,
  isGivenRespelled,
  isInOtherLetters,
  type Respelling,
  respelled,
  respelling,
  respellingKey,
  respellings,
  slipFrom,
} from './misspelt.ts'
export { originLanguage } from './origin.ts'
export { type Original, originalsOf } from './originals.ts'
export { fits as fitsLanguage } from './orthography.ts'
export { agreeing, type RussianGiven, russianGiven, ukrainianGiven } from './russian-given.ts'
export { slavicness } from './slavic.ts'
export { type Spelling, type SpellingOptions, spellings } from './spellings.ts'
export { clusterForms, type NameForms } from './tagger/base-forms.ts'
export { isCommonEnglish } from './tagger/common-word.ts'
export type { NameSpan } from './tagger/name-spans.ts'
export { nameSpans } from './tagger/tag.ts'
export { blockingKeys, formsOf, givenForms, type Twin, type TwinMatch, twinsOf } from './twins.ts'
