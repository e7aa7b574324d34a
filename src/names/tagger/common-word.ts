import { mayHold } from './bloom.ts'
import { fold, hashFolded } from './fold.ts'
import { lexiconOf } from './lexicon.ts'

/** True of an English word that a spelling dictionary writes small; of a few others by chance (a Bloom filter). */
export const isCommonEnglish = (word: string): boolean => mayHold(lexiconOf('latin').common, hashFolded(fold(word)))
