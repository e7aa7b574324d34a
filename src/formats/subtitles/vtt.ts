import {
  blockEdits,
  type Changes,
  type Document,
  type Languages,
  retagged,
  type TextFormat,
  textFormat,
  translatedBlocks,
} from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { readReference } from '../entities.ts'
import type { Token } from '../lift.ts'
import type { Dialect } from './cues.ts'
import { type Pace, paceOf } from './pace.ts'
import { readSubtitles } from './read.ts'
import { lineEndOf, withoutBlankLines } from './srt.ts'

/** WebVTT (W3C, §4–6). Tags and timestamps are codes, notes are comments; header, styles, regions and settings are kept. */
export const vtt: TextFormat = vttWith(paceOf())

function vttWith(pace: Pace): TextFormat {
  return textFormat({
    id: 'vtt',
    extensions: ['.vtt'],
    read: source => readSubtitles(source, dialect, tokensOf, pace),
    edits: (source, document, changes, languages) => [
      ...(languages ? languageEdits(source, document, changes, languages) : []),
      ...blockEdits(source, document, changes, (text, { before }) =>
        spell(withoutBlankLines(text, before), before).replaceAll('\n', lineEndOf(source)),
      ),
    ],
    forTarget: language => vttWith(paceOf(language)),
  })
}

/** A line of the header, as video platforms write it. */
const headerLanguage = /^\ufeff?WEBVTT.*(?:\r\n?|\n)(?:.+(?:\r\n?|\n))*?Language:[ \t]*([A-Za-z][\w-]*)/d

function languageEdits(source: string, document: Document, changes: Changes, languages: Languages): Edit[] {
  const [start, end] = headerLanguage.exec(source)?.indices?.[1] ?? [0, 0]
  const insert = end > start ? retagged(source.slice(start, end), languages) : undefined
  const isTranslated = insert !== undefined && translatedBlocks(document, changes).length > 0
  return isTranslated ? [{ span: { start, end }, insert }] : []
}

const dialect: Dialect = {
  heading: /^(?!.*-->)/,
  aside: /^(?:NOTE|STYLE|REGION)(?:\s|$)/,
  header: /^\ufeff?WEBVTT(?:\s|$)/,
}

/** §6.4: what `<` begins ends with `>`, or with the text. */
const tag = /<(\/?)([A-Za-z]*)[^>]*(?:>|$)/y

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  const flush = (to: number) => {
    if (to > from) tokens.push({ kind: 'text', text: text.slice(from, to), start: from, end: to })
  }
  for (let at = 0; at < text.length; ) {
    const reference = text[at] === '&' ? readReference(text, at) : undefined
    tag.lastIndex = at
    const match = text[at] === '<' ? tag.exec(text) : null
    if (!reference && !match) {
      at++
      continue
    }
    flush(at)
    const end = reference?.end ?? tag.lastIndex
    if (reference) tokens.push({ kind: 'text', text: reference.text, start: at, end })
    else {
      const kind = match![2] === '' ? 'code' : match![1] === '/' ? 'close' : 'open'
      tokens.push({ kind, name: match![2]!, start: at, end })
    }
    from = at = end
  }
  flush(text.length)
  return tokens
}

/** §4.2.2: `&` and `<` are escaped, and `-->` may not stand in a cue. */
function spell(text: string, before: string): string {
  const rim = before.slice(-2)
  const escaped = rim + text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped.replace(/(?<=--)>/g, '&gt;').slice(rim.length)
}
