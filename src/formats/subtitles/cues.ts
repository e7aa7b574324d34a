import type { Comment } from '../../content/index.ts'
import type { Problem } from '../../text/index.ts'
import { type Line, linesOf } from './lines.ts'

/** What is shown for a while: the lines of its text, which may be none. */
export interface Cue {
  readonly lines: readonly Line[]
  /** How long, where the timing says it. */
  readonly seconds?: number
}

export interface Cues {
  readonly cues: readonly Cue[]
  readonly comments: readonly Comment[]
  readonly problems: readonly Problem[]
}

/** What may stand between cues. */
export interface Dialect {
  /** The line before a timing: SRT counts, WebVTT has any name. */
  readonly heading: RegExp
  /** The first line of what is no cue and reaches to a blank line. */
  readonly aside?: RegExp
  /** The first line of the file. */
  readonly header?: RegExp
}

const time = String.raw`(?:(\d{1,5}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`
const timing = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s.*)?$`)
/** A timing that cannot be read as one. */
const likeTiming = /^[\s\d:.,]*\d[\s\d:.,]*-->[\s\d:.,]*\d/

/**
 * The cues of a file. A cue reaches from its timing to a blank line or, where that is missing, to the next cue. What belongs to no
 * cue is left alone and told: `subtitle-stray-text`, `subtitle-timing`, `subtitle-no-cues`, `subtitle-no-header`. Linear.
 */
export function readCues(source: string, dialect: Dialect): Cues {
  const lines = linesOf(source)
  const text = (i: number) => (i < lines.length ? source.slice(lines[i]!.start, lines[i]!.end) : '')
  const isBlank = (i: number) => text(i).trim() === ''
  const cues: Cue[] = []
  const comments: Comment[] = []
  const problems: Problem[] = []
  const report = (code: string, first: number, last: number) =>
    problems.push({ code, severity: 'warning', span: { start: lines[first]!.start, end: lines[last]!.end } })
  const block = (from: number) => {
    let to = from
    while (to + 1 < lines.length && !isBlank(to + 1) && !isTiming(text(to + 1))) to++
    return to
  }
  let i = 0
  if (dialect.header) {
    if (dialect.header.test(text(0))) while (i < lines.length && !isBlank(i) && !isTiming(text(i))) i++
    else report('subtitle-no-header', 0, 0)
  }
  for (; i < lines.length; i++) {
    if (isBlank(i)) continue
    if (isTiming(text(i))) {
      const seconds = secondsOf(text(i))
      if (seconds === undefined) report('subtitle-timing', i, i)
      const last = endOfCue(i, lines.length, text, dialect)
      cues.push({ lines: lines.slice(i + 1, last + 1), ...(seconds === undefined ? {} : { seconds }) })
      i = last
    } else if (!(dialect.heading.test(text(i)) && isTiming(text(i + 1)))) {
      const last = block(i)
      if (dialect.aside?.test(text(i))) comments.push(...commentOf(source, lines[i]!, lines[last]!))
      else report('subtitle-stray-text', i, last)
      i = last
    }
  }
  if (cues.length > 0 || source.trim() === '') return { cues, comments, problems }
  const span = { start: 0, end: 0 }
  return { cues, comments, problems: [{ code: 'subtitle-no-cues', severity: 'error', span }] }
}

const isTiming = (line: string) => line.includes('-->') && (timing.test(line) || likeTiming.test(line))

/** True where a line of text would be taken for the timing of another cue. */
export const readsAsTiming = isTiming

/** The last line of the cue whose timing stands in a line; a number before the next timing is the next cue's. */
function endOfCue(from: number, count: number, text: (i: number) => string, dialect: Dialect): number {
  let last = from
  while (last + 1 < count && text(last + 1).trim() !== '' && !isTiming(text(last + 1))) last++
  const isNext = last > from && last + 1 < count && isTiming(text(last + 1))
  return isNext && dialect.heading.test(text(last)) && /^\s*\d+\s*$/.test(text(last)) ? last - 1 : last
}

function secondsOf(line: string): number | undefined {
  const match = timing.exec(line)
  if (!match) return undefined
  const at = (i: number) =>
    Number(match[i] ?? 0) * 3600 +
    Number(match[i + 1]) * 60 +
    Number(match[i + 2]) +
    Number(match[i + 3]!.padEnd(3, '0')) / 1000
  const seconds = Math.round((at(5) - at(1)) * 1000) / 1000
  return seconds > 0 ? seconds : undefined
}

function commentOf(source: string, first: Line, last: Line): Comment[] {
  const text = source.slice(first.start, last.end)
  return text.startsWith('NOTE') ? [{ span: { start: first.start, end: last.end }, text: text.slice(4) }] : []
}
