import {
  type Block,
  blockEdits,
  type Document,
  type Piece,
  type Run,
  runsText,
  type Scope,
  type TextFormat,
  textFormat,
} from '../content/index.ts'
import type { Reading } from '../text/index.ts'
import { lineEnd } from './line-end.ts'

/** A line without its end, by offsets of the source. `next` is where the next line begins. */
interface Line {
  readonly start: number
  readonly end: number
  readonly next: number
}

/** Text without marks. */
export const plain: TextFormat = textFormat({
  id: 'plain',
  extensions: ['.txt', '.text'],
  read: readPlain,
  edits: (source, document, changes) => {
    const newLine = lineEnd(source)
    const breaks = new Map<Block, ReturnType<typeof comparedBreaks>>()
    return blockEdits(source, document, changes, (text, { block, before, runs }) => {
      if (!text.includes('\n')) return text
      const compared = breaks.get(block) ?? comparedBreaks(source, block, runs)
      breaks.set(block, compared)
      const { own, areAsMany } = compared
      let next = areAsMany ? breaksIn(before) : 0
      return text.replace(/\n/g, () => own[areAsMany ? next++ : 0] ?? newLine)
    })
  },
})

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

function comparedBreaks(source: string, block: Block, runs: readonly Run[]) {
  const own = breaksOf(source, block)
  return { own, areAsMany: breaksIn(runsText(runs)) === own.length }
}

/** The line ends of a block, each with the indentation behind it: of as many new lines each has its own, else all have the first. */
const breaksOf = (source: string, { runs }: Block): string[] =>
  runs.flatMap(run =>
    run.kind === 'text'
      ? run.map
          .filter(({ at }) => run.text[at] === '\n')
          .map(({ start, end }) => source.slice(start, end).replace(/^[ \t\f]+/, ''))
      : [],
  )

/**
 * Blocks are paragraphs: between blank lines, and further where a line ends that was not filled (see `endsBlock`). Line ends
 * inside a block are "\n" in its text. O(n).
 */
function readPlain(source: string): Reading<Document> {
  const blocks: Block[] = []
  let paragraph: Line[] = []
  const flush = () => {
    for (const lines of splitParagraph(source, paragraph, blocks.length === 0)) {
      const id = `b${blocks.length + 1}`
      const scope = scopeOf(source, lines)
      const span = { start: lines[0]!.start, end: lines.at(-1)!.end }
      const kind = scope === 'headline' ? 'heading' : 'paragraph'
      const runs = readRuns(source, lines)
      if (runs.some(run => run.kind === 'text')) blocks.push({ id, kind, scope, span, runs })
    }
    paragraph = []
  }
  for (const line of linesOf(source)) {
    if (line.start === line.end) flush()
    else paragraph.push(line)
  }
  flush()
  return { value: { parts: [], blocks, embedded: [], comments: [] }, problems: [] }
}

/** What lines are: a letter quotes with “> ”. */
function scopeOf(source: string, lines: readonly Line[]): Scope {
  if (isQuoted(source, lines[0]!)) return 'quotation'
  return isHeadline(source, lines) ? 'headline' : 'body'
}

const isQuoted = (source: string, { start, end }: Line): boolean =>
  /^>(?:[ \t>]|$)/.test(source.slice(start, Math.min(end, start + 2)))

/** The lines without white space at their rims; an empty one has `start === end`. */
function* linesOf(source: string): Iterable<Line> {
  const isSpace = (unit: number) => unit === 32 || unit === 9 || unit === 12
  for (let from = 0; from < source.length; ) {
    let stop = from
    while (stop < source.length && source.charCodeAt(stop) !== 10 && source.charCodeAt(stop) !== 13) stop++
    const next = stop + (source.charCodeAt(stop) === 13 && source.charCodeAt(stop + 1) === 10 ? 2 : 1)
    let start = from
    let end = stop
    while (start < end && isSpace(source.charCodeAt(start))) start++
    while (end > start && isSpace(source.charCodeAt(end - 1))) end--
    yield { start, end, next }
    from = next
  }
}

/** Addresses, which are no prose: with a scheme or www, without the stops of the sentence after them; of mail. */
const address =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s<>"«»“”„]*[^\s<>"«»“”„.,;:!?’')\]]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu

/** Spares most lines the search. */
const mayHoldAddress = (line: string): boolean => line.includes('@') || line.includes('://') || /www\./i.test(line)

/** The runs of lines; a line end is one piece with the white space around it, an address is a code. */
function readRuns(source: string, lines: readonly Line[]): Run[] {
  const runs: Run[] = []
  let text = ''
  let map: Piece[] = []
  const add = (value: string, start: number, end: number) => {
    if (value !== '') map.push({ at: text.length, length: value.length, start, end })
    text += value
  }
  const flush = () => {
    if (text !== '') runs.push({ kind: 'text', text, map })
    text = ''
    map = []
  }
  for (const [i, { start, end }] of lines.entries()) {
    if (i > 0) add('\n', lines[i - 1]!.end, start)
    const line = source.slice(start, end)
    let at = start
    for (const match of mayHoldAddress(line) ? line.matchAll(address) : []) {
      const from = start + match.index
      add(source.slice(at, from), at, from)
      flush()
      at = from + match[0].length
      runs.push({ kind: 'code', id: String(runs.length + 1), span: { start: from, end: at }, label: match[0] })
    }
    add(source.slice(at, end), at, end)
  }
  flush()
  return runs
}

const lineWidth = 120
const sentenceEnd = /[.!?…:;][)\]»”"’'“]*$/

/** A paragraph as its lines' own wrapping shows it: text that was wrapped stays whole, lines that are paragraphs part. */
function splitParagraph(source: string, lines: readonly Line[], isFirst: boolean): Line[][] {
  const groups: Line[][] = []
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0)
  for (const [i, line] of lines.entries()) {
    const last = groups.at(-1)
    const previous = lines[i - 1]
    const apart = !previous || endsBlock(source, previous, line, width, isFirst && i === 1)
    if (last && !apart) last.push(line)
    else groups.push([line])
  }
  return groups
}

/**
 * True where a block ends between two lines. Wrapped lines are filled: the next word would have been too wide. So a line
 * that had room for it ends a paragraph if it ends a sentence; so does one wider than anybody wraps. At the head of a text,
 * a line of three words or more that had room and ends without a stop is its headline. A name broken over two lines is in
 * one block all the same: no such line ends after a stop.
 * What is quoted (“> ”) and its answer are apart.
 */
function endsBlock(source: string, line: Line, next: Line, width: number, isHead: boolean): boolean {
  if (isQuoted(source, line) !== isQuoted(source, next)) return true
  const text = source.slice(line.start, line.end)
  const ends = sentenceEnd.test(text)
  if (/^(?:[-*•–—]|\d{1,3}[.)])\s/.test(source.slice(next.start, next.start + 5))) return true
  if (width > lineWidth) return ends || text.length > lineWidth || (isHead && isTitleLike(text))
  const word = /^\S*/.exec(source.slice(next.start, next.end))![0]
  const hadRoom = text.length + 1 + word.length <= width
  return hadRoom && (ends || (isHead && isTitleLike(text) && width - text.length > 20))
}

const isTitleLike = (text: string): boolean =>
  /^\P{Ll}/u.test(text) && text.split(/\s+/).length >= 3 && !sentenceEnd.test(text)

/** A short line that stands alone and ends no sentence. */
function isHeadline(source: string, lines: readonly Line[]): boolean {
  const [line] = lines
  if (!line || lines.length > 1 || line.end - line.start > lineWidth) return false
  const text = source.slice(line.start, line.end)
  return /\p{L}/u.test(text) && !/[.,;:…]["»”’')\]]*$/.test(text) && !/^(?:[-*•–—]|\d{1,3}[.)])\s/.test(text)
}
