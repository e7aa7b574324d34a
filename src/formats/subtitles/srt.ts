import { blockEdits, type TextFormat, textFormat } from '../../content/index.ts'
import type { Token } from '../lift.ts'
import { type Dialect, readsAsTiming } from './cues.ts'
import { type Pace, paceOf } from './pace.ts'
import { readSubtitles } from './read.ts'

/**
 * SubRip subtitles. There is no standard; read is what players show: counters and blank lines may be missing, a comma may be a dot,
 * hours may go beyond 99. HTML tags and the overrides of SubStation Alpha are codes.
 */
export const srt: TextFormat = srtWith(paceOf())

function srtWith(pace: Pace): TextFormat {
  return textFormat({
    id: 'srt',
    extensions: ['.srt'],
    read: source => readSubtitles(source, dialect, tokensOf, pace),
    edits: (source, document, changes) =>
      blockEdits(source, document, changes, (text, { before }) => spell(text, before, lineEndOf(source))),
    forTarget: language => srtWith(paceOf(language)),
  })
}

const dialect: Dialect = { heading: /^\s*\d+\s*$/ }
const code = /<(\/?)(b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const match of text.matchAll(code)) {
    const [whole, slash, name] = match
    const end = match.index + whole.length
    tokens.push({ kind: 'text', text: text.slice(at, match.index), start: at, end: match.index })
    const kind = name === undefined ? 'code' : slash === '/' ? 'close' : 'open'
    tokens.push({ kind, name: (name ?? '').toLowerCase(), start: match.index, end })
    at = end
  }
  tokens.push({ kind: 'text', text: text.slice(at), start: at, end: text.length })
  return tokens
}

export const lineEndOf = (source: string): string => /\r\n?|\n/.exec(source)?.[0] ?? '\n'

/** A blank line would end the cue, and a line that reads as a timing would begin another: a word joiner parts its arrow. */
function spell(text: string, before: string, lineEnd: string): string {
  return withoutBlankLines(text, before)
    .split('\n')
    .map(line => (readsAsTiming(line) ? line.replaceAll('-->', '--\u2060>') : line))
    .join(lineEnd)
}

/** Line ends that would leave a line blank are left out. */
export function withoutBlankLines(text: string, before: string): string {
  const single = text.replace(/\r\n?/g, '\n').replace(/\n(?:[^\S\n]*\n)+/g, '\n')
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(before) ? single.replace(/^[^\S\n]*\n/, '') : single
}
