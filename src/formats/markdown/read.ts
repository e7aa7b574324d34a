import type { TreeCursor } from '@lezer/common'
import {
  type Block,
  type BlockKind,
  type Comment,
  type Document,
  type Embedded,
  type Run,
  runsText,
  type Scope,
} from '../../content/index.ts'
import type { Problem, Reading } from '../../text/index.ts'
import { hasText, spanOf } from '../growing.ts'
import { type FrontMatter, isPlainScalar, readFrontMatter } from './front-matter.ts'
import { embeddedHtml, languageInside, type OpenElements, trackElements } from './html.ts'
import { type InlineContent, readInline } from './inline.ts'
import { languageScalar } from './language.ts'
import { withCarriageReturns } from './line-ends.ts'
import { type Labels, parseMarkdown } from './parser.ts'

export interface MarkdownOptions {
  /** Keys of the front matter whose values are text. */
  readonly frontMatterKeys: readonly string[]
}

interface Place {
  readonly kind: BlockKind
  readonly scope: Scope
}

/**
 * Reads CommonMark with GitHub's tables, task lists, strikethrough, bare links and footnotes, and YAML front matter.
 * Code, HTML blocks and link definitions give no blocks. Linear in practice; a text nested so deep that the parser's stack
 * overflows is one problem `nesting-too-deep` and no blocks.
 */
export function readMarkdown(source: string, options: MarkdownOptions): Reading<Document> {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source
  const front = readFrontMatter(text)
  const body = front.end === 0 ? text : text.slice(0, front.end).replace(/[^\n]/g, ' ') + text.slice(front.end)
  const reading = readBody(body, front, options)
  return text === source ? reading : { ...reading, value: withCarriageReturns(reading.value, source) }
}

function readBody(body: string, front: FrontMatter, options: MarkdownOptions): Reading<Document> {
  const found: Found = { open: [], blocks: frontBlocks(front, options), comments: [], embedded: [] }
  const problems: Problem[] = []
  try {
    const { tree, labels } = parseMarkdown(body)
    collect(tree.cursor(), body, labels, found)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    found.blocks.length = 0
    found.embedded.length = 0
    problems.push({ code: 'nesting-too-deep', severity: 'error', span: { start: 0, end: 0 } })
  }
  const value: Document = {
    parts: [],
    blocks: found.blocks,
    embedded: found.embedded,
    comments: found.comments,
    ...frontData(front),
  }
  return { value, problems }
}

interface Found {
  readonly open: OpenElements
  readonly blocks: Block[]
  readonly comments: Comment[]
  readonly embedded: Embedded[]
}

function frontBlocks(front: FrontMatter, options: MarkdownOptions): Block[] {
  return front.scalars
    .filter(
      ({ key, style, runs }) =>
        options.frontMatterKeys.includes(key) && (style !== 'plain' || isPlainScalar(runsText(runs))),
    )
    .map(({ span, runs }, i) => ({ id: `b${i + 1}`, kind: 'data', scope: 'front-matter', span, runs }))
}

function frontData(front: FrontMatter): { language?: string; date?: string } {
  const value = (...keys: string[]) => {
    const scalar = front.scalars.find(s => keys.includes(s.key))
    return scalar && runsText(scalar.runs)
  }
  const said = languageScalar(front)
  const language = said && runsText(said.runs)
  const date = /^\d{4}-\d\d-\d\d/.exec(value('date', 'published', 'pubDate') ?? '')?.[0]
  return {
    ...(language && /^[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*$/.test(language)
      ? { language: language.replaceAll('_', '-') }
      : {}),
    ...(date ? { date } : {}),
  }
}

const containers = new Set('Document BulletList OrderedList FootnoteDefinition Table TableHeader TableRow'.split(' '))
/** GitHub's alerts: a quotation whose first line is a marker. */
const alert = /^>[ \t]?\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n/i
const alertMarker = /(?<=>[ \t]?)\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n[ \t>]*/iy

/** Goes through the tree once, in the order of the source. */
function collect(cursor: TreeCursor, text: string, labels: Labels, found: Found): void {
  const places: Place[] = [{ kind: 'paragraph', scope: 'body' }]
  let afterImage = false
  for (;;) {
    const place = places.at(-1)!
    const inside = containerPlace(cursor.name, place, text, cursor.from)
    if (inside && cursor.firstChild()) {
      places.push(inside)
      continue
    }
    if (!inside) afterImage = readLeaf(cursor, text, labels, place, afterImage, found)
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return
      places.pop()
    }
  }
}

function containerPlace(name: string, place: Place, text: string, from: number): Place | undefined {
  if (name === 'Blockquote') {
    const isAlert = alert.test(text.slice(from, from + 20))
    return isAlert ? place : { kind: 'paragraph', scope: 'quotation' }
  }
  if (name === 'ListItem') return { kind: 'list-item', scope: place.scope === 'quotation' ? 'quotation' : 'list' }
  return containers.has(name) ? place : undefined
}

/** Reads a leaf. True where it is a paragraph of images alone: what follows may be their caption. */
function readLeaf(
  cursor: TreeCursor,
  text: string,
  labels: Labels,
  place: Place,
  afterImage: boolean,
  found: Found,
): boolean {
  const { name, from, to } = cursor
  if (name === 'HTMLBlock' || name === 'CommentBlock') {
    addComments(text, from, to, found.comments)
    if (name === 'HTMLBlock') {
      found.embedded.push(embeddedHtml(cursor, text, place.scope, languageInside(found.open)))
      trackElements(text.slice(from, to), found.open)
    }
    return afterImage
  }
  if (name === 'Paragraph' || name === 'Task') {
    const start = name === 'Task' ? skipSpaces(text, from + 3) : afterMarker(text, from)
    const content = readInline(cursor, text, start, to, labels)
    const isCaption = afterImage && isEmphasised(content.runs)
    addBlocks(text, content, isCaption ? { kind: 'caption', scope: 'caption' } : place, found)
    return content.inner.some(inner => inner.image) && !hasText(content.runs)
  }
  if (name === 'TableCell') {
    const scope = place.scope === 'quotation' ? 'quotation' : 'table'
    addBlocks(text, readInline(cursor, text, from, to, labels), { kind: 'table-cell', scope }, found)
  } else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
    const span = headingSpan(text, from, to, name)
    const scope = place.scope === 'quotation' ? 'quotation' : 'headline'
    addBlocks(text, readInline(cursor, text, span.start, span.end, labels), { kind: 'heading', scope }, found)
  }
  return false
}

/** CommonMark 0.31 §4.2, §4.3: a heading without its marks. */
function headingSpan(text: string, from: number, to: number, name: string): { start: number; end: number } {
  if (name.startsWith('Setext')) return { start: from, end: Math.max(from, text.lastIndexOf('\n', to - 1)) }
  let start = from
  while (start < to && text[start] === '#') start++
  start = skipSpaces(text, start)
  let end = to
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  let hashes = end
  while (hashes > start && text[hashes - 1] === '#') hashes--
  if (hashes === start || isSpace(text.charCodeAt(hashes - 1))) end = hashes
  return { start: Math.min(start, end), end }
}

function afterMarker(text: string, from: number): number {
  alertMarker.lastIndex = from
  return alertMarker.test(text) ? alertMarker.lastIndex : from
}

const isSpace = (unit: number) => unit === 32 || unit === 9

function skipSpaces(text: string, from: number): number {
  let i = from
  while (isSpace(text.charCodeAt(i))) i++
  return i
}

function addBlocks(text: string, content: InlineContent, place: Place, found: Found): void {
  const { runs, inner, comments, languages } = content
  if (hasText(runs)) addBlock(place.kind, place.scope, runs, languages, found)
  for (const { kind, image, runs: innerRuns } of inner) {
    const scope = kind === 'alt-text' ? 'alt-text' : image ? 'caption' : place.scope
    if (hasText(innerRuns)) addBlock(kind, scope, innerRuns, [], found)
  }
  for (const { start, end } of comments) addComments(text, start, end, found.comments)
}

function addBlock(
  kind: BlockKind,
  scope: Scope,
  runs: readonly Run[],
  languages: NonNullable<Block['languages']>,
  found: Found,
) {
  const block: Writable<Block> = { id: `b${found.blocks.length + 1}`, kind, scope, span: spanOf(runs), runs }
  const language = languageInside(found.open)
  if (language !== undefined) block.language = language
  if (languages.length > 0) block.languages = languages
  found.blocks.push(block)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** True where one emphasis holds everything. */
function isEmphasised(runs: readonly Run[]): boolean {
  const first = runs[0]
  const last = runs.at(-1)
  return first?.kind === 'open' && last?.kind === 'close' && first.id === last.id && /^[*_]/.test(first.label)
}

function addComments(text: string, from: number, to: number, comments: Comment[]): void {
  for (let start = text.indexOf('<!--', from); start >= 0 && start < to; ) {
    const close = text.indexOf('-->', start + 4)
    if (close < 0 || close + 3 > to) return
    comments.push({ span: { start, end: close + 3 }, text: text.slice(start + 4, close) })
    start = text.indexOf('<!--', close + 3)
  }
}
