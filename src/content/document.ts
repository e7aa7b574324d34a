import type { Span } from '../text/index.ts'
import type { Run } from './run.ts'

export type BlockId = string
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'caption' | 'alt-text' | 'title' | 'data'
export type Scope = 'body' | 'headline' | 'caption' | 'list' | 'table' | 'alt-text' | 'quotation' | 'front-matter'

/** A paragraph, heading, cell …: the unit in which text is matched, segmented and written back. */
export interface Block {
  /** Unique in the document; stays the same when the same source is read again. */
  readonly id: BlockId
  readonly part?: string
  readonly kind: BlockKind
  readonly scope: Scope
  /** The source from the first run's start to the last run's end: what `write` replaces. */
  readonly span: Span
  /** BCP 47, where the source says it of this block. */
  readonly language?: string
  /** Stretches of the block's text in other languages (BCP 47), where the source says it; an inner one comes later. */
  readonly languages?: readonly { readonly start: number; readonly end: number; readonly language: string }[]
  readonly runs: readonly Run[]
}

/** A stretch in another format: HTML in Markdown, ICU in JSON, front matter. */
export interface Embedded {
  readonly span: Span
  readonly format: string
  decode(source: string): string
  encode(text: string): string
}

/** A comment of the source, without its marks; suppressions are written in them. */
export interface Comment {
  readonly span: Span
  readonly text: string
}

/** What every format is read into. Blocks stand in the order of the source. */
export interface Document {
  readonly parts: readonly string[]
  readonly blocks: readonly Block[]
  readonly embedded: readonly Embedded[]
  readonly comments: readonly Comment[]
  /** BCP 47, where the source says it of the whole (front matter, `<html lang>`). */
  readonly language?: string
  /** ISO 8601 date of the text, where the source says it. */
  readonly date?: string
}
