import { type Block, blockText, objectCharacter, runsText } from '../content/index.ts'
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

/** The sentences of a block in a language: by the rules that a user brings, where these know the language, else by our own. */
export function sentenceFinder(srx: Srx | undefined, language: Language): (block: Block) => readonly Stretch[] {
  const segmenter = srx && srxSegmenter(srx, language)
  const find = segmenter?.knows
    ? (text: string) => segmenter.segments(text)
    : (text: string) => sentences(text, { language })
  return block => {
    const text = withLines(block)
    return [...find(text)].map(({ start, end }) => ({
      start,
      end: text[end] === '\n' ? end + breakAt(block, end) : end,
    }))
  }
}

/** Codes that end a line: `⏎` of Markdown, `[br]` of packages. */
const lineBreak = /^(?:⏎|\[br\]|<br\b[^>]*>)$/i

/** The text with its line breaks as such. */
const withLines = ({ runs }: Block): string =>
  runs.map(run => (run.kind === 'code' && lineBreak.test(run.label) ? '\n' : runsText([run]))).join('')

/** A line break that is a code belongs to the sentence before it. */
const breakAt = (block: Block, at: number): number => (blockText(block)[at] === objectCharacter ? 1 : 0)
