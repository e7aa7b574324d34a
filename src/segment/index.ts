export { type SentenceOptions, type Stretch, sentences } from './sentences.ts'
export { words } from './words.ts'
