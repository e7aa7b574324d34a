import type { Concept, Former, NameParts, Part, Status, Term, Told } from './concept.ts'

/**
 * What a term of an exchange file is in the concept: a `name` by its parts, the person's `own` form, a `term` of the glossary, a
 * `former` name, or `derived`: a spelling that follows from the others and is written only so that other programs have it.
 */
export type Role = 'name' | 'own' | 'term' | 'former' | 'derived'

/** A term as exchange formats have it: one text in one language with its properties. */
export interface FlatTerm {
  readonly lang: string
  readonly text: string
  readonly role: Role
  readonly part: Part
  readonly status: Status
  readonly styles?: readonly string[]
  readonly reason?: Told
  readonly source?: string
  readonly usedBy?: Term['usedBy']
  /** Of a name: its parts, as long as `text` is what they yield. Of a derived term: `text` as it was written. */
  readonly parts?: NameParts
  readonly was?: string
  readonly asOf?: string
  /** Of former names: which of them belong together, and when they held. */
  readonly era?: number
  readonly from?: string
  readonly to?: string
  readonly authority?: string
  /** Place among the concept's terms, where a format orders them otherwise. */
  readonly order?: number
}

/** A concept without its terms. */
export type Fields = Partial<Omit<Concept, 'id' | 'names' | 'own' | 'terms' | 'former' | 'span'>>

/** The names of all properties of a concept beside its terms, as the own file form calls them. */
export const fieldNames = [
  'kind',
  'type',
  'gender',
  'origin',
  'forms',
  'indeclinable',
  'lowercase',
  'surname',
  'derived',
  'except',
  'note',
  'source',
] as const satisfies readonly (keyof Fields)[]

/** A name as a reader sees it: the given name before the family name. */
export const wholeName = ({ given, patronymic, family, name }: NameParts): string =>
  name ?? ([given, family].filter(Boolean).join(' ') || (patronymic ?? ''))

export const wholePart = (kind: Concept['kind'] | undefined): Part => (kind === 'person' ? 'full' : 'name')

/** All terms of a concept, names first. Derived spellings are the caller's to give. */
export function flatten(concept: Concept, derived: readonly Term[] = []): FlatTerm[] {
  const part = wholePart(concept.kind)
  const names = Object.entries(concept.names).map(
    ([lang, parts]): FlatTerm => ({ lang, text: wholeName(parts), role: 'name', part, status: 'preferred', parts }),
  )
  const own: FlatTerm[] = concept.own
    ? [
        {
          lang: 'en',
          text: concept.own.form,
          role: 'own',
          part,
          status: 'preferred',
          source: concept.own.source,
          asOf: concept.own.asOf,
        },
      ]
    : []
  const terms = concept.terms.map(({ span: _, ...term }): FlatTerm => ({ ...term, role: 'term' }))
  const yielded = derived.map(({ span: _, ...term }): FlatTerm => ({ ...term, role: 'derived', was: term.text }))
  const former = concept.former.flatMap((one, era) => formerTerms(one, era, part))
  return [...names, ...own, ...terms, ...yielded, ...former].filter(term => term.text !== '')
}

function formerTerms({ names, ...era }: Former, number: number, part: Part): FlatTerm[] {
  return Object.entries(names).flatMap(([lang, texts]) =>
    texts.map((text): FlatTerm => ({ lang, text, role: 'former', part, status: 'superseded', ...era, era: number })),
  )
}

/** The properties of a concept beside its terms; absent ones and empty lists are left out. */
export function fieldsOf(concept: Concept): Fields {
  return Object.fromEntries(
    fieldNames.flatMap(name => {
      const value = concept[name]
      return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]]
    }),
  )
}
