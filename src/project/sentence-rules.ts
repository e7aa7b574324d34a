import type { Language } from '../language/index.ts'
import {
  emptySrx,
  ownSrx,
  readSrx,
  type Srx,
  type Stretch,
  sentences,
  srxSegmenter,
  writeSrx,
} from '../segment/index.ts'
import { decodeXml } from '../xml/index.ts'

/** Our sentence rules as SRX 2.0, for other programs. */
export const sentenceRules = (): string => writeSrx(ownSrx())

/** The sentence rules that a user brings, and what of them cannot be used (`srx-…`). */
export function readSentenceRules(bytes: Uint8Array) {
  const { value, problems } = decodeXml(bytes)
  const reading = problems.length > 0 ? { value: emptySrx, problems } : readSrx(value.text)
  return { text: value.text, srx: reading.value, problems: reading.problems }
}

/** The sentences of a text in a language: by the rules that a user brings, where these know the language, else by our own. */
export function sentenceFinder(srx: Srx | undefined, language: Language): (text: string) => readonly Stretch[] {
  const segmenter = srx && srxSegmenter(srx, language)
  if (!segmenter?.knows) return text => [...sentences(text, { language })]
  return text => [...segmenter.segments(text)]
}
