import { type Concept, entryOf } from '../termbase/index.ts'

/** What became of a concept between two glossaries. */
export type ConceptChange =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'changed'; readonly id: string; readonly keys: readonly KeyChange[] }

/** A key of the entry, as the glossary file has it; values as JSON, absent on the side that lacks the key. */
export interface KeyChange {
  readonly key: string
  readonly before?: string
  readonly after?: string
}

/** Compares concepts by id and key by key, in the order of the ids of `before`, then of `after`. O(n). */
export function diffConcepts(before: readonly Concept[], after: readonly Concept[]): ConceptChange[] {
  const now = new Map(after.map(concept => [concept.id, concept]))
  const was = new Set(before.map(({ id }) => id))
  return [
    ...before.flatMap((concept): ConceptChange[] => {
      const other = now.get(concept.id)
      if (!other) return [{ kind: 'removed', id: concept.id }]
      const keys = changedKeys(entryOf(concept), entryOf(other))
      return keys.length > 0 ? [{ kind: 'changed', id: concept.id, keys }] : []
    }),
    ...after.flatMap(({ id }): ConceptChange[] => (was.has(id) ? [] : [{ kind: 'added', id }])),
  ]
}

function changedKeys(before: object, after: object): KeyChange[] {
  const [a, b] = [before, after].map(entry => new Map(Object.entries(entry).map(([k, v]) => [k, sorted(v)])))
  const keys = new Set([...a!.keys(), ...b!.keys()])
  return [...keys].flatMap(key => {
    const [was, is] = [a!.get(key), b!.get(key)]
    return was === is
      ? []
      : [{ key, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })
}

/** JSON that does not depend on the order of keys. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
