import type { Slot } from './flow.ts'

/** How text looks, as far as a reader sees it. */
export interface Formatting {
  /** Equal for text that looks alike. */
  readonly key: string
  /** For people, one a visible property: `b`, `i`, `sup`. */
  readonly marks: readonly string[]
  /** Space would show it, too: underlined, marked. */
  readonly showsOnSpace: boolean
}

/** A slot with its formatting. `dress` is what the source formats it by: the run of DOCX, the spans of ODT. */
export interface DressedSlot<D> extends Slot {
  readonly dress: D
  /** What is to be closed for text of another look right behind. */
  readonly inside: D
  /** The source of the formatting, for people. */
  readonly dressSpan: { readonly start: number; readonly end: number }
  readonly formatting: Formatting
}

export interface SlotToken<S> {
  readonly kind: 'slot'
  readonly slot: S
}

/** The ends of what pairs around text. */
export interface PairToken<D> {
  readonly kind: 'open' | 'close'
  readonly start: number
  readonly end: number
  readonly label: string
  /** What a closing end stands in. */
  readonly inside?: D
}

/** What stands alone; `inside` a dress that is cut for what stands beside it, else between them. */
export interface CodeToken<D> {
  readonly kind: 'code'
  readonly start: number
  readonly end: number
  readonly label: string
  readonly inside?: D
}

/** Kept where it is, without a meaning for the text: bookmarks, spelling marks, anchors of comments. */
export interface MarkToken {
  readonly kind: 'mark'
  readonly start: number
  readonly end: number
}

/** What stands in a paragraph, in the order of the source. What is between tokens says nothing (wrappers of smart tags). */
export type Token<S, D> = SlotToken<S> | PairToken<D> | CodeToken<D> | MarkToken
