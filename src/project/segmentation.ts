import { type Block, blockText, runsText } from '../content/index.ts'
import type { Language } from '../language/index.ts'
import { sentences } from '../segment/index.ts'
import { documentRuns, type ExportUnit, unitsOf, type XliffDocument } from '../xliff/index.ts'
import { sentencesBy, sentencesOf } from './export.ts'
import type { Settings } from './verbs.ts'

type Stretches = ExportUnit['segments']

/**
 * How a file that is carried over parts its texts: one with a segment a unit goes on so; else sentences that were one segment stay one,
 * and those that were several stay several. O(n) in the texts, for the words of a sentence times those of its segments.
 */
export function segmentationOf(
  xliff: XliffDocument,
  language: Language,
  settings: Settings,
): (block: Block) => Stretches {
  const find = sentencesBy(settings, language)
  const units = [...unitsOf(xliff)].map(({ segments }) => segments.filter(({ kind }) => kind === 'segment'))
  const texts = units.map(segments => segments.map(({ source }) => runsText(documentRuns(source.runs)).trim()))
  const known = new Set(texts.flat())
  const isWhole = texts.every(unit => unit.length < 2) && texts.flat().some(text => isSeveral(text, language))
  return block => {
    const text = blockText(block)
    if (isWhole) return sentencesOf(block, language, [{ start: 0, end: text.length }])
    return joined(text, sentencesOf(block, language, find(block)), known).flatMap(one => parted(text, one, known))
  }
}

const isSeveral = (text: string, language: Language): boolean => [...sentences(text, { language })].length > 1

/** So many sentences may have been one segment, and so many words may part a sentence. */
const [mostJoined, mostWords] = [12, 400]

/** Sentences that were one segment. */
function joined(text: string, found: Stretches, known: ReadonlySet<string>): Stretches {
  const out: Stretches[number][] = []
  for (let i = 0; i < found.length; ) {
    const { start } = found[i]!
    const rest = found.slice(i, i + mostJoined)
    const last = rest.findLastIndex(({ end }) => known.has(text.slice(start, end).trim()))
    out.push({ start, end: rest[Math.max(0, last)]!.end })
    i += Math.max(0, last) + 1
  }
  return out
}

/** The segments that a sentence was, if it was several. */
function parted(text: string, whole: Stretches[number], known: ReadonlySet<string>): Stretches {
  if (known.has(text.slice(whole.start, whole.end).trim())) return [whole]
  const gaps = [...text.slice(whole.start, whole.end).matchAll(/\s+/gu)].map(({ index, 0: gap }) => ({
    end: whole.start + index,
    next: whole.start + index + gap.length,
  }))
  if (gaps.length > mostWords) return [whole]
  const borders = [...gaps, { end: whole.end, next: whole.end }]
  const out: Stretches[number][] = []
  for (let { start } = whole; start < whole.end; ) {
    const border = borders.findLast(({ end }) => end > start && known.has(text.slice(start, end)))
    if (!border) return [whole]
    out.push({ start, end: border.end })
    start = border.next
  }
  return out
}
