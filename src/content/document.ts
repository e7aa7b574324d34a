import type { Span } from '../text/index.ts'
import type { OffsetMap, Run } from './run.ts'

export type BlockId = string
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'caption' | 'alt-text' | 'title' | 'data'
/** `attribute` (of HTML) is data that goes to translators; prose is not looked for in it. */
export type Scope =
  | 'body'
  | 'headline'
  | 'caption'
  | 'list'
  | 'table'
  | 'alt-text'
  | 'quotation'
  | 'front-matter'
  | 'attribute'

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
  /** The key of a message in a catalog. */
  readonly name?: string
  /** What the source tells a translator; `category` as in XLIFF (`context`, `description`, `location`). */
  readonly notes?: readonly { readonly category?: string; readonly text: string }[]
  readonly limits?: Limits
  /** In a bilingual source (PO, XLIFF): the block whose translation this one is; `write` fills it, whatever it held. */
  readonly translates?: BlockId
  /** A translation that a person has yet to look at (`fuzzy` in PO). */
  readonly unconfirmed?: true
  /** Of a form of a plural, where the source says for which numbers it stands: the first of them, two at most. */
  readonly numbers?: readonly number[]
  /** Not to be edited in place: other programs find the message by this text. Its problems are shown without a fix. */
  readonly isKey?: true
}

/** How long a text may be. All counts are of user-perceived characters (grapheme clusters). */
export interface Limits {
  readonly characters?: number
  readonly lines?: number
  readonly charactersPerLine?: number
  /** How long it is shown, and how fast it may be read. */
  readonly seconds?: number
  readonly charactersPerSecond?: number
}

/** A stretch in another format: HTML in Markdown. What the inner format finds in `text` is taken back by `map`. */
export interface Embedded {
  readonly span: Span
  /** The id of the inner format. */
  readonly format: string
  /** The stretch as the inner format reads it. */
  readonly text: string
  /** From `text` to the source; it covers all of `text`. */
  readonly map: OffsetMap
  /** What the outer source says of it, for blocks that say nothing else: its language, and the scope of body text. */
  readonly language?: string
  readonly scope?: Scope
  /** How new text of the inner format is spelled in the source. */
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
