/** Grammatical cases in the order of school grammars; the vocative is Ukrainian alone. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'loc' | 'voc'

/** `p` is a name that is plural as it stands (Черкаси, Романовы). */
export type Gender = 'm' | 'f' | 'n' | 'p'

/** What a word is: its kind chooses among rules (Пушкіним the man, but Пушкіном the town). */
export type Kind = 'given' | 'patronymic' | 'family' | 'place' | 'organisation' | 'adjective' | 'demonym'

export const genders: readonly Gender[] = ['m', 'f', 'n', 'p']
export const kinds: readonly Kind[] = ['given', 'patronymic', 'family', 'place', 'organisation', 'adjective', 'demonym']

export type InflectedLanguage = 'uk' | 'ru'

export interface DeclineOptions {
  readonly language: InflectedLanguage
  readonly kind: Kind
  /** Inferred from the ending where it is not given: an inference, not knowledge. */
  readonly gender?: Gender | undefined
  /** `pl` asks for the plural: of a family name that is given in either number, of other names that are plural as they stand. */
  readonly number?: 'sg' | 'pl' | undefined
  /** True: no case changes the name. False: it declines even where the rules would leave it alone (as far as they know how). */
  readonly indeclinable?: boolean | undefined
}

/** Every accepted form of each case, best first; never empty, except that Russian has no `voc`. */
export interface Paradigm {
  readonly nom: readonly string[]
  readonly gen: readonly string[]
  readonly dat: readonly string[]
  readonly acc: readonly string[]
  readonly ins: readonly string[]
  readonly loc: readonly string[]
  readonly voc?: readonly string[]
}

/** A paradigm in which every case is the name itself. */
export function unchanging(name: string, cases: readonly Case[]): Paradigm {
  const same = [name]
  return Object.fromEntries(cases.map(c => [c, same])) as unknown as Paradigm
}

/** Each case's forms in order, for whoever wants them all. */
export function casesOf(paradigm: Paradigm): readonly (readonly [Case, readonly string[]])[] {
  return Object.entries(paradigm) as [Case, readonly string[]][]
}
