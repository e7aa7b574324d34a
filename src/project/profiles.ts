import type { XliffVersion } from '../xliff/index.ts'
import list from './profiles.json' with { type: 'json' }

/** What a translation program needs of an XLIFF file, and how to take what comes back from it. */
export interface Profile {
  readonly id: string
  readonly xliff: XliffVersion
  /** Of the file's name; default `.xlf`. */
  readonly extension?: string
  /** Languages under names with regions. */
  readonly locales?: readonly string[]
  /** A unit is one segment: the program knows no segments in a unit, or makes its own. */
  readonly whole?: boolean
  /** The program shows nothing where there is no target: it gets a copy of the source, marked as no translation. */
  readonly copySource?: boolean
  /** The program keeps candidates of a memory apart from targets; default true. */
  readonly matches?: boolean
  /** The program keeps marks of terms within a text. */
  readonly marks?: boolean
  /** Which targets count when they come back; default any. */
  readonly accept?: 'any' | 'approved'
}

export const profiles: readonly Profile[] = list as readonly Profile[]

export const profileOf = (id: string | undefined): Profile | undefined => profiles.find(profile => profile.id === id)
