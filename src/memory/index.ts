export { type Alignable, alignTexts, type Bead } from './align.ts'
export { type CleanReason, cleanReasons, useless } from './clean.ts'
export {
  contextHash,
  type Entry,
  exactKey,
  type MemoryCode,
  type MemoryRun,
  primaryLanguage,
  textOf,
} from './entry.ts'
export { type AdaptNames, type Found, type LookupOptions, lookup, type Query } from './lookup.ts'
export {
  type AskedWord,
  addPosting,
  blockSize,
  commonInBlock,
  type Posting,
  postingBytes,
  rankShared,
  wordsToAsk,
} from './postings.ts'
export { type Comparable, comparable, compare, similarity } from './similarity.ts'
export {
  type Candidate,
  type CandidateQuery,
  type Pair,
  putAll,
  type Store,
  type Stored,
  type StoreStats,
} from './store.ts'
export { type Band, bands, type Counted, sumTallies, type Tally, tally, type Volume } from './tally.ts'
export { type EntryStream, readTmx, type TmxReader, tmxReader } from './tmx-read.ts'
export { type TmxOptions, writeTmx } from './tmx-write.ts'
export { indexWords, type Token, tokens } from './tokens.ts'
