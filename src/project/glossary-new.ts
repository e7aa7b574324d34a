import { type Concept, type Kind, type LooseTerm, openGatherer } from '../termbase/index.ts'
import { latinFor } from './glossary-ids.ts'

/** What is asked of who adds a concept. */
export interface NewConcept {
  readonly id?: string
  readonly kind: Kind
  readonly uk?: string
  readonly ru?: string
  readonly en?: string
  /** English spellings that are not to be used. */
  readonly not?: readonly string[]
  readonly note?: string
  readonly source?: string
}

/** A concept of the names given; undefined where there are none. A person's names may be whole or the family name alone. */
export function newConcept({ id, kind, uk, ru, en, not = [], note, source }: NewConcept): Concept | undefined {
  const isFamily = (text: string) => kind === 'person' && !/\s/u.test(text.trim())
  const english = (text: string, status: 'preferred' | 'deprecated'): LooseTerm => ({
    lang: 'en',
    text,
    status,
    role: 'term',
    ...(isFamily(text) && { part: 'family' }),
  })
  const terms: LooseTerm[] = [
    ...(uk ? [{ lang: 'uk', text: uk, role: 'name' } as const] : []),
    ...(ru ? [{ lang: 'ru', text: ru, role: 'name' } as const] : []),
    ...(en ? [english(en, 'preferred')] : []),
    ...not.map(text => english(text, 'deprecated')),
  ]
  return openGatherer({ kind, latin: latinFor })({
    ...(id && { id, isOurs: true }),
    fields: { ...(note && { note }), ...(source && { source }) },
    terms,
  })
}
