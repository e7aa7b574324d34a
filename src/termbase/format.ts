import type { Problem, Reading } from '../text/index.ts'
import type { Concept, Kind, Term } from './concept.ts'
import type { Latin } from './gather.ts'

export interface ReadTermsOptions {
  /** What a concept is where the file does not say. Default `term`. */
  readonly kind?: Kind
  /** Cyrillic names in Latin letters, for the ids of concepts that have no English name. */
  readonly latin?: Latin
  /** The languages of a file whose columns do not name theirs (OmegaT, DeepL), in the order of the columns. */
  readonly languages?: readonly string[]
}

export interface WriteTermsOptions {
  /** The languages to write, the source first; for formats of two or one. */
  readonly languages?: readonly string[]
  /** Spellings that follow from a concept: written for programs that cannot derive them, and known again when read. */
  readonly derived?: (concept: Concept) => readonly Term[]
  readonly dialect?: 'core' | 'min' | 'basic'
  readonly markup?: 'dca' | 'dct'
  /** Whether deprecated and superseded terms are left out. */
  readonly usableOnly?: boolean
}

/** A format in which termbases are exchanged. Reading and writing never throw; what is not kept is a problem `termbase-loss`. */
export interface TermFormat {
  readonly id: string
  readonly extensions: readonly string[]
  read(bytes: Uint8Array, options?: ReadTermsOptions): Reading<readonly Concept[]>
  write(concepts: readonly Concept[], options?: WriteTermsOptions): Reading<Uint8Array>
}

/** Counts, kind by kind, what a file could not keep. */
export interface Losses {
  add(what: string): void
  problems(): Problem[]
}

export function openLosses(): Losses {
  const counts = new Map<string, number>()
  return {
    add: what => void counts.set(what, (counts.get(what) ?? 0) + 1),
    problems: () =>
      Array.from(counts, ([what, count]) => ({
        code: 'termbase-loss',
        severity: 'info',
        span: { start: 0, end: 0 },
        data: { what, count },
      })),
  }
}

export const isUsable = ({ status }: Pick<Term, 'status'>): boolean => status === 'preferred' || status === 'admitted'
