/**
 * A romanization scheme as it stands in its file, `schemes/NAME.json`: the table, where it is laid down, and samples that are
 * its tests. Letters are lower case and composed (NFC); the apostrophe is U+0027 whatever the text writes.
 */
export interface Scheme {
  /** Lower case with the year: `kmu-2010`. Where two languages share a standard, their subtag ends it: `ala-lc-1997-ru`. */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly title: string
  /** BCP 47 subtags of the languages whose Cyrillic it reads. */
  readonly languages: readonly string[]
  /** The language of the texts it is used in, where it belongs to one; its capitals are used (Turkish i, İ). */
  readonly into?: string
  readonly kind: SchemeKind
  readonly source: {
    readonly title: string
    readonly clause?: string
    readonly url?: string
  }
  /** ISO 8601 dates or years; a missing end is open or not known. */
  readonly valid: { readonly from?: string; readonly to?: string }
  /** True where `cyrillize` gives back every word of the languages it reads, but for the case of signs without case. */
  readonly reversible: boolean
  /** Named sets of letters for contexts; the name is one Latin capital. */
  readonly sets?: Readonly<Record<string, string>>
  /** What a letter becomes where no rule says otherwise. */
  readonly letters: Readonly<Record<string, Spelling>>
  /** The longest sequence of letters wins; among equals the rule that stands first and whose context holds. */
  readonly rules?: readonly SchemeRule[]
  /** Latin sequences and what they are read as first on the way back, where the table alone would guess wrong. */
  readonly reading?: readonly SchemeRule[]
  /** Original to romanized. */
  readonly samples: Readonly<Record<string, string>>
  readonly notes?: readonly string[]
}

export type SchemeKind = 'official' | 'passport' | 'standard' | 'library' | 'scholarly' | 'signs' | 'web' | 'press'

/** One spelling, or several of which the first is canonical. */
export type Spelling = string | readonly string[]

/**
 * A context names what may stand right before (`after`) or behind (`before`) the sequence: letters, sets of the scheme, `^` for
 * the beginning and `$` for the end of a word; a leading `!` means none of them.
 */
export interface SchemeRule {
  readonly after?: string
  readonly before?: string
  readonly letters: Readonly<Record<string, Spelling>>
  readonly note?: string
}

export const spellingsOf = (spelling: Spelling): readonly string[] =>
  typeof spelling === 'string' ? [spelling] : spelling
