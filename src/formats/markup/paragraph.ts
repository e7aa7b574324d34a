import type { Block, BlockKind, Scope } from '../../content/index.ts'
import type { Span } from '../../text/index.ts'
import { finishRuns, hasText, languageSpans, type MutableCode, type MutableRun, shorten, spanOf } from '../growing.ts'
import { readText, type TextKind } from './text.ts'
import { settleSpace } from './white-space.ts'

/** A block before its number is known. */
export type GrowingBlock = { -readonly [K in keyof Block]: Block[K] }

/** What an element makes of the text in it. */
export interface Place {
  readonly kind: BlockKind
  readonly scope: Scope
}

/** An element while it is read, by its identity. */
export interface Element {
  readonly isOpen: boolean
}

interface Opened {
  readonly element: Element
  readonly code: MutableCode
  readonly language: string | undefined
}

/** The text between two borders of blocks while it is read. */
export class Paragraph {
  private readonly runs: MutableRun[] = []
  private readonly opened: Opened[] = []
  private indices: Map<Element, number> | undefined
  private nextId = 1
  private readonly source: string
  private readonly place: Place
  private readonly language: string | undefined

  constructor(source: string, place: Place, language: string | undefined) {
    this.source = source
    this.place = place
    this.language = language
  }

  /** True while no inline element that began here is open. */
  get isFlat(): boolean {
    while (this.opened.at(-1)?.element.isOpen === false) this.opened.pop()
    return this.opened.length === 0
  }

  /** True where a line break was the last that shows. */
  get endsInBreak(): boolean {
    const last = this.runs.findLast(run => (run.kind === 'text' ? /\S/.test(run.text) : run.effect !== 'none'))
    return last !== undefined && last.kind !== 'text' && last.effect === 'break'
  }

  text(start: number, end: number, kind: TextKind): void {
    this.runs.push(readText(this.source, start, end, kind))
  }

  code(span: Span, effect?: MutableCode['effect']): MutableCode {
    const run: MutableCode = {
      kind: 'code',
      id: String(this.nextId++),
      span: { start: span.start, end: span.end },
      label: labelOf(this.source, span.start, span.end),
      ...(effect && { effect }),
    }
    this.runs.push(run)
    return run
  }

  /** A start tag; without its end here nothing of it shows. */
  open(span: Span, element: Element, language: string | undefined): void {
    this.indices ??= new Map()
    this.indices.set(element, this.opened.length)
    this.opened.push({ element, language, code: this.code(span, 'none') })
  }

  /** The end of an element; it makes a pair with its beginning where that stands here. */
  close(span: Span, element: Element | undefined): void {
    const closing = this.code(span, 'none')
    const index = element ? this.indices?.get(element) : undefined
    const opened = index === undefined ? undefined : this.opened[index]
    if (index === undefined || opened?.element !== element) return
    const { code, language } = opened!
    this.opened.length = index
    code.kind = 'open'
    closing.kind = 'close'
    closing.id = code.id
    if (language !== undefined) code.language = language
  }

  /** A code that goes on: what stands in an element without text is its. */
  extend(code: MutableCode, end: number): void {
    code.span.end = end
    code.label = labelOf(this.source, code.span.start, end)
  }

  /** The block, if there is a word in it. */
  finish(): GrowingBlock | undefined {
    const settled = settleSpace(this.runs, this.source)
    if (!hasText(settled)) return undefined
    const runs = finishRuns(settled)
    const { kind, scope } = this.place
    const block: GrowingBlock = { id: '', kind, scope, span: spanOf(runs), runs }
    if (this.language !== undefined) block.language = this.language
    const languages = languageSpans(settled)
    if (languages.length > 0) block.languages = languages
    return block
  }
}

/** The beginning of a code's source on one line. */
const labelOf = (source: string, start: number, end: number): string =>
  shorten(source.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ' '))
