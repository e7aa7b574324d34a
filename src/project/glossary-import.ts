import {
  type Addition,
  type Concept,
  type ConceptEntry,
  contradictions,
  entryOf,
  glossaryEdits,
  readGlossary,
  type Term,
  wholeName,
} from '../termbase/index.ts'
import { applyEdits, type Problem } from '../text/index.ts'

export interface ImportedTerms {
  /** The glossary file afterwards; as it was where nothing is new or it cannot be used. */
  readonly text: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: number
  /** What the file and the import say differently; the file's word stays. Places are those of the import. */
  readonly conflicts: readonly Problem[]
  /** Why the glossary file cannot be used; empty where it can. Places are those of the glossary file. */
  readonly problems: readonly Problem[]
}

/**
 * Brings concepts into a glossary file: by their id, else by the same name in one language and the same kind. What the file says
 * stays; what it lacks is added. O(n).
 */
export function importTerms(text: string, concepts: readonly Concept[]): ImportedTerms {
  const reading = readGlossary(text)
  const before = reading.value.concepts
  const nothing = { text, added: [], changed: [], unchanged: 0, conflicts: [] }
  const broken = [...reading.problems, ...contradictions(before)]
  if (broken.length > 0) return { ...nothing, problems: broken }
  const find = openFinder(before)
  const additions = new Map<string, Addition>()
  const entries: ConceptEntry[] = []
  const conflicts: Problem[] = []
  for (const concept of concepts) {
    const known = find(concept)
    if (!known) {
      const entry = entryOf(concept)
      entries.push(entry)
      continue
    }
    const { addition, conflicts: found } = merge(known, concept)
    conflicts.push(...found)
    if (addition) additions.set(known.id, joined(additions.get(known.id), addition))
  }
  const edits = glossaryEdits(text, entries, [...additions.values()])
  return {
    text: applyEdits(text, edits),
    added: entries.map(({ id }) => id),
    changed: [...additions.keys()],
    unchanged: concepts.length - entries.length - additions.size,
    conflicts,
    problems: [],
  }
}

/** The concept of a file that an imported one is. */
function openFinder(concepts: readonly Concept[]): (concept: Concept) => Concept | undefined {
  const byId = new Map(concepts.map(concept => [concept.id, concept]))
  const byName = new Map<string, Concept>()
  for (const concept of concepts) for (const key of namesOf(concept)) if (!byName.has(key)) byName.set(key, concept)
  return concept => {
    const same = byId.get(concept.id)
    if (same) return same
    for (const key of namesOf(concept)) {
      const named = byName.get(key)
      if (named && (named.kind === concept.kind || concept.kind === 'term')) return named
    }
    return undefined
  }
}

/** Names in other languages say which concept it is; an English one only where there is no other. */
function namesOf({ names, terms }: Concept): string[] {
  const own = Object.entries(names).map(([lang, name]) => `${lang}\t${wholeName(name).toLowerCase()}`)
  if (own.length > 0) return own
  return terms.filter(t => t.status === 'preferred').map(t => `${t.lang}\t${t.text.toLowerCase()}`)
}

interface Merged {
  readonly addition: Addition | undefined
  readonly conflicts: readonly Problem[]
}

function merge(here: Concept, there: Concept): Merged {
  const [old, fresh] = [entryOf(here), entryOf(there)] as const
  const keys: Record<string, unknown> = {}
  const items: Record<string, readonly unknown[]> = {}
  const conflicts: Problem[] = []
  for (const [key, value] of Object.entries(fresh)) {
    const had = old[key as keyof ConceptEntry]
    if (key === 'id' || lists.has(key) || (key === 'kind' && value === 'term')) continue
    if (had === undefined) keys[key] = value
    else if (JSON.stringify(had) !== JSON.stringify(value) && !isPartOf(value, had))
      conflicts.push(conflict(there, key, had, value))
  }
  const terms = newTerms(here, there, conflicts)
  const entry = entryOf({ ...there, terms })
  for (const key of ['en', 'variants'] as const) addTo(key, entry[key], old, keys, items)
  for (const [lang, spellings] of Object.entries(entry.aliases ?? {}))
    addTo(
      'variants',
      spellings.map(one => ({ lang, ...(typeof one === 'string' ? { text: one } : one) })),
      old,
      keys,
      items,
    )
  const isNew = Object.keys(keys).length + Object.keys(items).length > 0
  return { addition: isNew ? { id: here.id, keys, items } : undefined, conflicts }
}

/** These are merged term by term. */
const lists: ReadonlySet<string> = new Set(['en', 'aliases', 'variants'])

/** A name that says less (no patronymic) is no conflict. */
function isPartOf(value: unknown, whole: unknown): boolean {
  if (typeof value !== 'object' || typeof whole !== 'object' || value === null || whole === null) return false
  return Object.entries(value).every(([key, inner]) => (whole as Record<string, unknown>)[key] === inner)
}

function newTerms(here: Concept, there: Concept, conflicts: Problem[]): Term[] {
  const known = new Map(here.terms.map(term => [`${term.lang}\t${term.text}`, term]))
  const names = new Set(Object.entries(here.names).map(([lang, name]) => `${lang}\t${wholeName(name)}`))
  return there.terms.filter(term => {
    const key = `${term.lang}\t${term.text}`
    const same = known.get(key)
    if (same && same.status !== term.status) conflicts.push(conflict(there, term.text, same.status, term.status))
    return !same && !names.has(key) && !clashes(here, term, conflicts)
  })
}

/** Two preferred terms of one part for one style contradict each other. */
function clashes(here: Concept, term: Term, conflicts: Problem[]): boolean {
  if (term.status !== 'preferred') return false
  const styles = (one: Term) => one.styles ?? ['*']
  const other = here.terms.find(
    one =>
      one.status === 'preferred' &&
      one.lang === term.lang &&
      one.part === term.part &&
      styles(one).some(style => styles(term).includes(style)),
  )
  if (other) conflicts.push(conflict(here, term.lang, other.text, term.text))
  return other !== undefined
}

function addTo(
  key: 'en' | 'variants',
  values: readonly unknown[] | undefined,
  old: ConceptEntry,
  keys: Record<string, unknown>,
  items: Record<string, readonly unknown[]>,
): void {
  if (!values || values.length === 0) return
  if (old[key]) items[key] = [...(items[key] ?? []), ...values]
  else keys[key] = [...((keys[key] as unknown[] | undefined) ?? []), ...values]
}

function joined(before: Addition | undefined, { id, keys, items }: Addition): Addition {
  if (!before) return { id, keys, items }
  const all = new Set([...Object.keys(before.items), ...Object.keys(items)])
  return {
    id,
    keys: { ...keys, ...before.keys },
    items: Object.fromEntries([...all].map(key => [key, [...(before.items[key] ?? []), ...(items[key] ?? [])]])),
  }
}

function conflict(concept: Concept, key: string, here: unknown, there: unknown): Problem {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return {
    code: 'glossary-conflict',
    severity: 'warning',
    span: concept.span ?? { start: 0, end: 0 },
    data: { concept: concept.id, key, here: text(here), there: text(there) },
  }
}
