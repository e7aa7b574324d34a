import type { Span } from '../text/index.ts'

/** Administrative status of a term: ISO 30042 (TBX), picklist of `administrativeStatus`. */
export type Status = 'preferred' | 'admitted' | 'deprecated' | 'superseded'
export type Kind = 'person' | 'place' | 'organisation' | 'work' | 'term'
export type Gender = 'm' | 'f' | 'n' | 'p'
/** `given` is matched only beside the family name; `full` and `name` stand for the whole, `short` for it abbreviated: a short form is never exchanged for the long one. */
export type Part = 'given' | 'patronymic' | 'family' | 'full' | 'name' | 'short'

/** A name in one language, by its parts. A person has at least `family` or `name`; everything else has `name`. */
export interface NameParts {
  readonly given?: string
  readonly patronymic?: string
  readonly family?: string
  readonly name?: string
}

/** A text for people: one for all of them, or one a language of theirs, English at least. */
export type Told = string | ToldInLanguages
export interface ToldInLanguages {
  readonly en: string
  readonly uk?: string
  readonly ru?: string
}

/** A spelling with its status. Without `styles` it holds under every style that names no other. */
export interface Term {
  readonly lang: string
  readonly text: string
  readonly part: Part
  readonly status: Status
  readonly styles?: readonly string[]
  readonly reason?: Told
  readonly source?: string
  readonly usedBy?: readonly Use[]
  /** Place in the glossary file, for messages. */
  readonly span?: Span
}

/** Somebody who spells it so: since and until when (ISO 8601, end excluded), and who says that. */
export interface Use {
  readonly who: string
  readonly source: string
  readonly from?: string
  readonly to?: string
}

/** A person's own spelling: it beats every scheme, is never deprecated, and yields only to an explicit entry of a style. */
export interface Own {
  readonly form: string
  readonly source: string
  readonly asOf: string
}

/** A name that was official between two dates (ISO 8601; end excluded). */
export interface Former {
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly from?: string
  readonly to?: string
  readonly reason?: Told
  readonly authority?: string
}

/** A phrase in which a variant stays; without `styles` under every style. */
export interface Exception {
  readonly text: string
  readonly styles?: readonly string[]
}

/** Case forms that regular inflection would get wrong: language → part → case → forms. */
export type Forms = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>

export interface Concept {
  readonly id: string
  readonly kind: Kind
  /** city, oblast, river …: for places. */
  readonly type?: string
  readonly gender?: Gender
  /** The language whose romanization the Latin name follows. */
  readonly origin?: string
  /** Names by language (BCP 47 primary subtag), Cyrillic or Latin as that language writes. English ones are in `terms`. */
  readonly names: Readonly<Record<string, NameParts>>
  readonly own?: Own
  readonly terms: readonly Term[]
  readonly former: readonly Former[]
  readonly forms?: Forms
  readonly indeclinable?: Readonly<Record<string, readonly string[]>>
  /** The name is also written with a small first letter (росія). */
  readonly lowercase?: boolean
  /** A place whose name is also a common family name: a bare one is the place only where the text shows it. */
  readonly surname?: boolean
  readonly derived?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly except: readonly Exception[]
  readonly note?: string
  readonly source?: string
  readonly span?: Span
}

/** A house style: a scheme for what no entry says, and forms that it prefers. */
export interface Style {
  readonly id: string
  readonly title?: string
  readonly source?: string
  readonly asOf?: string
  /** Romanization scheme by language of origin, or one for all. */
  readonly schemes: Readonly<Record<string, string>>
  readonly prefer: Readonly<Record<string, string>>
  /** The style is known only as far as `prefer` goes: of other names it says nothing. */
  readonly partial?: boolean
}

export interface Glossary {
  readonly concepts: readonly Concept[]
  readonly styles: readonly Style[]
  /** What English reasons are in the other languages, for every glossary of a project. */
  readonly reasons?: readonly ToldInLanguages[]
}
