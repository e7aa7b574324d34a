/** A stretch of a block to be written: source that is copied, or text that must mean itself. */
export type Part =
  | { readonly kind: 'source'; readonly text: string; readonly code?: 'open' | 'close' | 'code' }
  | { readonly kind: 'text'; readonly text: string }

/** Where the parts will stand. */
export interface Place {
  readonly kind: 'lines' | 'heading' | 'cell' | 'description' | 'title'
  /** What a line of the block begins with after its first (quote marks, indentation), the line end before it. */
  readonly newLine: string
  /** The mark around a title. */
  readonly quote?: string
  /** Labels that would make `[label]` a reference. */
  isLabel(label: string): boolean
}

/**
 * How careful the spelling is. `plain`: only what would be read as a mark where it stands. `all`: every ASCII punctuation
 * sign. `rims`: besides, characters beside a code are written as numbers where else `**` would not open or close there.
 * `runs`: as `plain`, but a `*` of the text beside the `*` of a code stays bare, since the code's effect may hang on it.
 */
export type Care = 'plain' | 'all' | 'rims' | 'runs'

export const punctuation = /[!-/:-@[-`{-~]/
export const wordCharacter = /[\p{L}\p{N}\p{M}]/u

export const isCode = (part: Part | undefined): boolean => part?.kind === 'source' && part.code !== undefined
