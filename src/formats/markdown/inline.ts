import type { TreeCursor } from '@lezer/common'
import type { CodeRun, Run } from '../../content/index.ts'
import { opaqueElements, voidElements } from '../elements.ts'
import { readReference } from '../entities.ts'
import {
  closeRuns,
  languageSpans,
  type MutableCode,
  type MutableRun,
  type MutableText,
  runsStart,
  shorten,
  textRun,
} from '../growing.ts'
import { languageOf } from './html.ts'
import { type Labels, labelKey } from './parser.ts'
import { readTexts } from './tag-texts.ts'
import { readTitle } from './title.ts'

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
  return new InlineReader(text, from, to, labels).read(cursor)
}

function newFrame(name: string, end: number, id: string): Frame {
  return { name, to: end, id, first: -1, contentFrom: -1, marks: 0, html: [] }
}

class InlineReader {
  private readonly text: string
  private readonly to: number
  private readonly labels: Labels
  private out: Builder
  private newline: number
  private readonly frames: Frame[]
  private readonly inner: Inner[] = []
  private readonly comments: { start: number; end: number }[] = []

  constructor(text: string, from: number, to: number, labels: Labels) {
    this.text = text
    this.to = to
    this.labels = labels
    this.out = builder(from, 1)
    this.newline = text.indexOf('\n', from)
    this.frames = [newFrame('', to, '')]
  }

  read(cursor: TreeCursor): InlineContent {
    if (cursor.firstChild()) {
      for (let depth = 1; depth > 0; ) {
        if (this.enter(cursor.name, cursor.from, cursor.to)) {
          if (cursor.firstChild()) {
            depth++
            continue
          }
          this.leave()
        }
        while (depth > 0 && !cursor.nextSibling()) {
          cursor.parent()
          if (--depth > 0) this.leave()
        }
      }
    }
    this.plain(this.to)
    const runs = closeRuns(this.out.runs, this.text)
    // The title of a link in a description is found before the description.
    if (this.inner.length > 1) this.inner.sort((a, b) => runsStart(a.runs) - runsStart(b.runs))
    return { runs, inner: this.inner, comments: this.comments, languages: languageSpans(this.out.runs) }
  }

  private lastText(): MutableText {
    const last = this.out.runs.at(-1)
    if (last?.kind === 'text') return last
    const run: MutableText = { kind: 'text', text: '', map: [] }
    this.out.runs.push(run)
    return run
  }

  private verbatim(start: number, end: number): void {
    if (start >= end) return
    const run = this.lastText()
    const piece = run.map.at(-1)
    const isPlain = piece?.end === start && piece.length === start - piece.start && this.text[start - 1] !== '\n'
    if (isPlain) {
      piece.length += end - start
      piece.end = end
    } else run.map.push({ at: run.text.length, length: end - start, start, end })
    run.text += this.text.slice(start, end)
  }

  private decoded(value: string, start: number, end: number): void {
    const run = this.lastText()
    run.map.push({ at: run.text.length, length: value.length, start, end })
    run.text += value
  }

  /** What follows a line break and belongs to the containers. */
  private extendBreak(end: number): void {
    const last = this.out.runs.at(-1)
    if (last?.kind === 'text') last.map.at(-1)!.end = end
    else if (last) last.span.end = end
    this.out.pos = Math.max(this.out.pos, end)
  }

  /** Reads plain text up to `end`: line breaks become one piece with the white space and marks around them. */
  private plain(end: number): void {
    while (this.out.pos < end) {
      if (this.out.lineStart) {
        let i = this.out.pos
        while (i < end && (this.text.charCodeAt(i) === 32 || this.text.charCodeAt(i) === 9)) i++
        if (i > this.out.pos) this.extendBreak(i)
        if (i >= end) return
        this.out.lineStart = false
      }
      if (this.newline >= 0 && this.newline < this.out.pos) this.newline = this.text.indexOf('\n', this.out.pos)
      if (this.newline < 0 || this.newline >= end) {
        this.verbatim(this.out.pos, end)
        this.out.pos = end
        return
      }
      let cut = this.newline
      while (cut > this.out.pos && (this.text.charCodeAt(cut - 1) === 32 || this.text.charCodeAt(cut - 1) === 9)) cut--
      this.verbatim(this.out.pos, cut)
      this.decoded('\n', cut, this.newline + 1)
      this.out.pos = this.newline + 1
      this.out.lineStart = true
    }
  }

  private code(kind: CodeRun['kind'], id: string, start: number, end: number): MutableCode {
    const run: MutableCode = { kind, id, span: { start, end }, label: shorten(this.text.slice(start, end)) }
    this.out.runs.push(run)
    this.out.pos = end
    this.out.lineStart = false
    return run
  }

  private newId(): string {
    return String(this.out.nextId++)
  }

  private enter(name: string, start: number, end: number): boolean {
    const top = this.frames.at(-1)!
    if (start >= this.to) return false
    if (name === 'QuoteMark') {
      if (start < this.out.pos) return false
      this.plain(start)
      if (this.out.lineStart) this.extendBreak(end)
      return false
    }
    if (start < this.out.pos) {
      // The tail of a link: only its title is text.
      if (name === 'LinkTitle') this.title(start, end, top.name === 'Image')
      return false
    }
    this.plain(start)
    this.out.pos = Math.max(this.out.pos, start)
    switch (name) {
      case 'Escape':
        this.decoded(this.text[start + 1]!, start, end)
        this.out.pos = end
        return false
      case 'Entity': {
        const reference = readReference(this.text, start)
        if (reference?.end === end) this.decoded(reference.text, start, end)
        else this.verbatim(start, end)
        this.out.pos = end
        return false
      }
      case 'HardBreak':
        this.code('code', this.newId(), start, end).label = '⏎'
        this.out.lineStart = true
        return false
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'Strikethrough':
      case 'Link':
        this.frames.push(newFrame(name, end, this.newId()))
        return true
      case 'Image': {
        const run = this.out.runs.length
        this.code('code', this.newId(), start, end)
        const opened = newFrame(name, end, '')
        opened.first = run
        opened.outer = this.out
        this.frames.push(opened)
        this.out = builder(start, this.out.nextId)
        return true
      }
      case 'EmphasisMark':
      case 'StrikethroughMark':
        this.mark(top, start, end)
        return false
      case 'LinkMark':
        this.linkMark(top, start, end)
        return false
      case 'HTMLTag':
        this.tag(top, start, end)
        return false
      case 'Comment':
        this.comments.push({ start, end })
        this.code('code', this.newId(), start, end)
        return false
      default:
        this.code('code', this.newId(), start, end)
        return false
    }
  }

  private mark(top: Frame, start: number, end: number): void {
    this.code(top.marks === 0 ? 'open' : 'close', top.id, start, end)
    top.marks++
  }

  private linkMark(top: Frame, start: number, end: number): void {
    top.marks++
    if (top.marks === 1) {
      top.first = top.name === 'Image' ? top.first : this.out.runs.length
      top.contentFrom = end
      if (top.name === 'Image') this.out.pos = end
      else this.code('open', top.id, start, end)
      return
    }
    if (top.marks > 2) return
    const shortcut = end === top.to
    const defined = !shortcut || this.labels.has(labelKey(this.text.slice(top.contentFrom, start)))
    if (top.name === 'Image') this.endDescription(top, shortcut, defined, start, end)
    else if (defined) this.code('close', top.id, start, top.to)
    else {
      // No such label: the brackets are text.
      const opening = this.out.runs[top.first] as MutableCode
      this.out.runs[top.first] = textRun(this.text, opening.span.start, opening.span.end)
      this.verbatim(start, end)
      this.out.pos = end
    }
  }

  private endDescription(top: Frame, shortcut: boolean, defined: boolean, start: number, end: number): void {
    const outer = top.outer!
    const { runs, nextId } = this.out
    this.out = outer
    this.out.nextId = nextId
    delete top.outer
    if (!defined) {
      outer.runs[top.first] = textRun(this.text, top.contentFrom - 2, top.contentFrom)
      outer.runs.push(...runs)
      outer.pos = start
      this.verbatim(start, end)
    }
    // The description of `![label]` is its label: to change it would lose the image.
    else if (!shortcut && this.text[top.to - 2] !== '[')
      this.inner.push({ kind: 'alt-text', image: true, runs: closeRuns(runs, this.text) })
    outer.pos = end === top.to && !defined ? end : top.to
  }

  private title(start: number, end: number, image: boolean): void {
    const runs = readTitle(this.text, start + 1, end - 1)
    if (runs.length > 0) this.inner.push({ kind: 'title', image, runs })
  }

  /** An HTML tag: a code, which becomes one of a pair when its partner stands in the same element. */
  private tag(top: Frame, start: number, end: number): void {
    const match = /^<(\/?)([a-zA-Z][\w-]*)/.exec(this.text.slice(start, Math.min(end, start + 60)))
    const name = match?.[2]?.toLowerCase()
    const run = this.out.runs.length
    this.code('code', this.newId(), start, end)
    const isImage = name === 'img'
    for (const { kind, runs } of readTexts(this.text, start, end, isImage))
      this.inner.push({ kind, image: isImage, runs })
    if (!match || name === undefined || voidElements.has(name) || this.text[end - 2] === '/') return
    if (match[1] === '') {
      top.html.push({ name, run })
      return
    }
    const index = top.html.findLastIndex(open => open.name === name)
    if (index < 0) return
    const openingRun = top.html[index]!.run
    const opening = this.out.runs[openingRun] as MutableCode
    top.html.length = index
    const closing = this.out.runs[run] as MutableCode
    const attributes = this.text.slice(opening.span.start, opening.span.end)
    if (opaqueElements.has(name) || /\stranslate\s*=\s*["']?no\b/i.test(attributes)) {
      opening.span.end = closing.span.end
      opening.label = shorten(this.text.slice(opening.span.start, opening.span.end))
      this.out.runs.length = openingRun + 1
      return
    }
    opening.kind = 'open'
    closing.kind = 'close'
    closing.id = opening.id
    const language = languageOf(attributes)
    if (language !== undefined) opening.language = language
  }

  private leave(): void {
    const done = this.frames.pop()!
    this.plain(done.to)
    if (done.outer) this.out = done.outer
    this.out.pos = Math.max(this.out.pos, done.to)
  }
}
