import type { TreeCursor } from '@lezer/common'
import type { CodeRun, Run } from '../../content/index.ts'
import { readReference } from '../entities.ts'
import { type Labels, labelKey } from './parser.ts'

/** What the inline reader finds beside a block's own runs. */
export interface Inner {
  readonly kind: 'alt-text' | 'title'
  readonly image: boolean
  readonly runs: readonly Run[]
}

export interface InlineContent {
  readonly runs: readonly Run[]
  readonly inner: readonly Inner[]
  readonly comments: readonly { readonly start: number; readonly end: number }[]
  /** Stretches of the runs' text in another language (`<span lang="fr">`). */
  readonly languages: readonly { readonly start: number; readonly end: number; readonly language: string }[]
}

interface MutablePiece {
  at: number
  length: number
  start: number
  end: number
}
interface MutableText {
  kind: 'text'
  text: string
  map: MutablePiece[]
}
interface MutableCode {
  kind: CodeRun['kind']
  id: string
  span: { start: number; end: number }
  label: string
  language?: string
}
type MutableRun = MutableText | MutableCode

/** An element whose end is awaited: a mark, a link, an image. `first` is the run of its opening mark. */
interface Frame {
  readonly name: string
  readonly to: number
  readonly id: string
  first: number
  contentFrom: number
  marks: number
  html: { readonly name: string; readonly run: number }[]
  /** For an image: the runs around it, kept while its description is read. */
  outer?: Builder
}

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Elements whose content is no prose: one code from the opening tag to the closing one. */
const opaqueElements = new Set('code kbd samp var tt pre script style textarea svg math'.split(' '))

interface Builder {
  runs: MutableRun[]
  pos: number
  /** After a line break: white space and quote marks belong to the break. */
  lineStart: boolean
  nextId: number
}

const builder = (pos: number, nextId: number): Builder => ({ runs: [], pos, lineStart: false, nextId })

/**
 * Reads the inline content of the leaf block at which the cursor stands, from `from` to `to`; the cursor comes back to the
 * block. `text` is the whole source. Linear in the block.
 */
export function readInline(cursor: TreeCursor, text: string, from: number, to: number, labels: Labels): InlineContent {
  let out = builder(from, 1)
  let newline = text.indexOf('\n', from)
  const inner: Inner[] = []
  const comments: { start: number; end: number }[] = []
  const frames: Frame[] = [frame('', to, '')]

  function frame(name: string, end: number, id: string): Frame {
    return { name, to: end, id, first: -1, contentFrom: -1, marks: 0, html: [] }
  }

  function lastText(): MutableText {
    const last = out.runs.at(-1)
    if (last?.kind === 'text') return last
    const run: MutableText = { kind: 'text', text: '', map: [] }
    out.runs.push(run)
    return run
  }

  function verbatim(start: number, end: number): void {
    if (start >= end) return
    const run = lastText()
    const piece = run.map.at(-1)
    if (piece && piece.end === start && piece.length === piece.end - piece.start && !run.text.endsWith('\n')) {
      piece.length += end - start
      piece.end = end
    } else run.map.push({ at: run.text.length, length: end - start, start, end })
    run.text += text.slice(start, end)
  }

  function decoded(value: string, start: number, end: number): void {
    const run = lastText()
    run.map.push({ at: run.text.length, length: value.length, start, end })
    run.text += value
  }

  /** What follows a line break and belongs to the containers. */
  function extendBreak(end: number): void {
    const last = out.runs.at(-1)
    if (last?.kind === 'text') last.map.at(-1)!.end = end
    else if (last) last.span.end = end
    out.pos = Math.max(out.pos, end)
  }

  /** Reads plain text up to `end`: line breaks become one piece with the white space and marks around them. */
  function plain(end: number): void {
    while (out.pos < end) {
      if (out.lineStart) {
        let i = out.pos
        while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++
        if (i > out.pos) extendBreak(i)
        if (i >= end) return
        out.lineStart = false
      }
      if (newline >= 0 && newline < out.pos) newline = text.indexOf('\n', out.pos)
      if (newline < 0 || newline >= end) {
        verbatim(out.pos, end)
        out.pos = end
        return
      }
      let cut = newline
      while (cut > out.pos && (text.charCodeAt(cut - 1) === 32 || text.charCodeAt(cut - 1) === 9)) cut--
      verbatim(out.pos, cut)
      decoded('\n', cut, newline + 1)
      out.pos = newline + 1
      out.lineStart = true
    }
  }

  function code(kind: CodeRun['kind'], id: string, start: number, end: number): MutableCode {
    const run: MutableCode = { kind, id, span: { start, end }, label: shorten(text.slice(start, end)) }
    out.runs.push(run)
    out.pos = end
    out.lineStart = false
    return run
  }

  const newId = () => String(out.nextId++)

  function enter(name: string, start: number, end: number): boolean {
    const top = frames.at(-1)!
    if (start >= to) return false
    if (name === 'QuoteMark') {
      if (start < out.pos) return false
      plain(start)
      if (out.lineStart) extendBreak(end)
      return false
    }
    if (start < out.pos) {
      // The tail of a link: only its title is text.
      if (name === 'LinkTitle') title(start, end, top.name === 'Image')
      return false
    }
    plain(start)
    out.pos = Math.max(out.pos, start)
    switch (name) {
      case 'Escape':
        decoded(text[start + 1]!, start, end)
        out.pos = end
        return false
      case 'Entity': {
        const reference = readReference(text, start)
        if (reference?.end === end) decoded(reference.text, start, end)
        else verbatim(start, end)
        out.pos = end
        return false
      }
      case 'HardBreak':
        code('code', newId(), start, end).label = '⏎'
        out.lineStart = true
        return false
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'Strikethrough':
      case 'Link':
        frames.push(frame(name, end, newId()))
        return true
      case 'Image': {
        const run = out.runs.length
        code('code', newId(), start, end)
        const opened = frame(name, end, '')
        opened.first = run
        opened.outer = out
        frames.push(opened)
        out = builder(start, out.nextId)
        return true
      }
      case 'EmphasisMark':
      case 'StrikethroughMark':
        mark(top, start, end)
        return false
      case 'LinkMark':
        linkMark(top, start, end)
        return false
      case 'HTMLTag':
        tag(top, start, end)
        return false
      case 'Comment':
        comments.push({ start, end })
        code('code', newId(), start, end)
        return false
      default:
        code('code', newId(), start, end)
        return false
    }
  }

  function mark(top: Frame, start: number, end: number): void {
    code(top.marks === 0 ? 'open' : 'close', top.id, start, end)
    top.marks++
  }

  function linkMark(top: Frame, start: number, end: number): void {
    top.marks++
    if (top.marks === 1) {
      top.first = top.name === 'Image' ? top.first : out.runs.length
      top.contentFrom = end
      if (top.name === 'Image') out.pos = end
      else code('open', top.id, start, end)
      return
    }
    if (top.marks > 2) return
    const shortcut = end === top.to
    const defined = !shortcut || labels.has(labelKey(text.slice(top.contentFrom, start)))
    if (top.name === 'Image') endDescription(top, shortcut, defined, start, end)
    else if (defined) code('close', top.id, start, top.to)
    else {
      // No such label: the brackets are text.
      const opening = out.runs[top.first] as MutableCode
      out.runs[top.first] = textRun(text, opening.span.start, opening.span.end)
      verbatim(start, end)
      out.pos = end
    }
  }

  function endDescription(top: Frame, shortcut: boolean, defined: boolean, start: number, end: number): void {
    const outer = top.outer!
    const { runs, nextId } = out
    out = outer
    out.nextId = nextId
    delete top.outer
    if (!defined) {
      outer.runs[top.first] = textRun(text, top.contentFrom - 2, top.contentFrom)
      outer.runs.push(...runs)
      outer.pos = start
      verbatim(start, end)
    }
    // The description of `![label]` is its label: to change it would lose the image.
    else if (!shortcut && text[top.to - 2] !== '[')
      inner.push({ kind: 'alt-text', image: true, runs: closeRuns(runs, text) })
    outer.pos = end === top.to && !defined ? end : top.to
  }

  function title(start: number, end: number, image: boolean): void {
    const runs = readTitle(text, start + 1, end - 1)
    if (runs.length > 0) inner.push({ kind: 'title', image, runs })
  }

  /** An HTML tag: a code, which becomes one of a pair when its partner stands in the same element. */
  function tag(top: Frame, start: number, end: number): void {
    const match = /^<(\/?)([a-zA-Z][\w-]*)/.exec(text.slice(start, Math.min(end, start + 60)))
    const name = match?.[2]?.toLowerCase()
    const run = out.runs.length
    code('code', newId(), start, end)
    if (!match || name === undefined || voidElements.has(name) || text[end - 2] === '/') return
    if (match[1] === '') {
      top.html.push({ name, run })
      return
    }
    const index = top.html.findLastIndex(open => open.name === name)
    if (index < 0) return
    const openingRun = top.html[index]!.run
    const opening = out.runs[openingRun] as MutableCode
    top.html.length = index
    const closing = out.runs[run] as MutableCode
    if (opaqueElements.has(name)) {
      opening.span.end = closing.span.end
      opening.label = shorten(text.slice(opening.span.start, opening.span.end))
      out.runs.length = openingRun + 1
      return
    }
    opening.kind = 'open'
    closing.kind = 'close'
    closing.id = opening.id
    const language = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(
      text.slice(opening.span.start, opening.span.end),
    )
    if (language) opening.language = language[1] ?? language[2] ?? language[3] ?? ''
  }

  function leave(): void {
    const done = frames.pop()!
    plain(done.to)
    if (done.outer) out = done.outer
    out.pos = Math.max(out.pos, done.to)
  }

  if (cursor.firstChild()) {
    let depth = 1
    for (;;) {
      if (enter(cursor.name, cursor.from, cursor.to)) {
        if (cursor.firstChild()) {
          depth++
          continue
        }
        leave()
      }
      while (depth > 0 && !cursor.nextSibling()) {
        cursor.parent()
        depth--
        if (depth > 0) leave()
      }
      if (depth === 0) break
    }
  }
  plain(to)
  const runs = closeRuns(out.runs, text)
  return { runs, inner, comments, languages: languageSpans(out.runs) }
}

const shorten = (label: string): string => (label.length > 80 ? `${label.slice(0, 79)}…` : label)

function textRun(text: string, start: number, end: number): MutableText {
  return { kind: 'text', text: text.slice(start, end), map: [{ at: 0, length: end - start, start, end }] }
}

/** Runs without empty ones, neighbouring texts joined, without white space that stands plainly at the end. */
function closeRuns(runs: readonly MutableRun[], source: string): Run[] {
  const joined: MutableRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.kind !== 'text') joined.push(run)
    else if (last?.kind === 'text') {
      for (const piece of run.map) last.map.push({ ...piece, at: piece.at + last.text.length })
      last.text += run.text
    } else if (run.text !== '') joined.push(run)
  }
  const last = joined.at(-1)
  if (last?.kind === 'text') trimEnd(last, source)
  if (last?.kind === 'text' && last.text === '') joined.pop()
  return joined.map(run =>
    run.kind === 'text' ? run : { kind: run.kind, id: run.id, span: run.span, label: run.label },
  )
}

function trimEnd(run: MutableText, source: string): void {
  for (let piece = run.map.at(-1); piece; piece = run.map.at(-1)) {
    const whole = run.text.slice(piece.at)
    const kept = whole.replace(/[ \t\n]+$/, '')
    const isBreak = whole === '\n' && source[piece.start] !== '&'
    if (kept === whole || (piece.length !== piece.end - piece.start && !isBreak)) return
    run.text = run.text.slice(0, piece.at + kept.length)
    if (kept !== '') {
      piece.end -= whole.length - kept.length
      piece.length = kept.length
      return
    }
    run.map.pop()
  }
}

function languageSpans(runs: readonly MutableRun[]): { start: number; end: number; language: string }[] {
  const open = new Map<string, { start: number; end: number; language: string }>()
  const found: { start: number; end: number; language: string }[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at++
    else if (run.kind === 'open' && run.language !== undefined) {
      const span = { start: at, end: at, language: run.language }
      open.set(run.id, span)
      found.push(span)
    } else if (run.kind === 'close' && open.has(run.id)) open.get(run.id)!.end = at
  }
  return found.filter(span => span.end > span.start)
}

/** A link title: escapes and references only (CommonMark 0.31 §6.3). Line ends take their indentation along. */
function readTitle(text: string, start: number, end: number): Run[] {
  const run: MutableText = { kind: 'text', text: '', map: [] }
  const add = (value: string, from: number, to: number) => {
    run.map.push({ at: run.text.length, length: value.length, start: from, end: to })
    run.text += value
  }
  let pos = start
  for (const match of text.slice(start, end).matchAll(/\\[!-/:-@[-`{-~]|&[#\w]+;|(?<![ \t])[ \t]*\n[ \t>]*/g)) {
    const from = start + match.index
    if (from > pos) add(text.slice(pos, from), pos, from)
    pos = from + match[0].length
    const reference = match[0][0] === '&' ? readReference(text, from) : undefined
    if (match[0][0] === '\\') add(match[0][1]!, from, pos)
    else if (match[0][0] === '&') add(reference ? reference.text : match[0], from, pos)
    else add('\n', from, pos)
  }
  if (pos < end) add(text.slice(pos, end), pos, end)
  return run.text === '' ? [] : [run]
}
