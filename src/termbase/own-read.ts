import { type Document, isMap, isNode, isSeq, parseDocument } from 'yaml'
import type { Problem, Reading, Span } from '../text/index.ts'
import type {
  Concept,
  Exception,
  Former,
  Forms,
  Glossary,
  NameParts,
  Part,
  Status,
  Style,
  Term,
  Told,
  ToldInLanguages,
} from './concept.ts'
import type { ConceptEntry } from './own-entry.ts'
import { conceptSchema, fileSchema, type StyleEntry } from './own-schema.ts'

/**
 * Reads a glossary file in our own form (YAML 1.2; JSON is YAML). Entries that do not fit are left out, each with a problem at
 * its place; the others are read. O(n).
 */
export function readGlossary(text: string): Reading<Glossary> {
  const document = parseDocument(text, { uniqueKeys: true })
  const broken = document.errors.map(error =>
    glossaryProblem('glossary-yaml', at(error.pos), { detail: firstLine(error.message) }),
  )
  const root = broken.length > 0 ? undefined : plainValue(document, broken)
  if (broken.length > 0) return { value: { concepts: [], styles: [] }, problems: broken }
  if (root === null || root === undefined) return { value: { concepts: [], styles: [] }, problems: [] }
  const problems: Problem[] = []
  const list = Array.isArray(root) ? root : isRecord(root) && Array.isArray(root.concepts) ? root.concepts : []
  const path = Array.isArray(root) ? [] : ['concepts']
  if (!Array.isArray(root)) problems.push(...shapeProblems(document, root))
  const concepts = list.flatMap((entry, i) => readEntry(document, entry, [...path, i], problems))
  const lists: Readonly<Record<string, unknown>> = isRecord(root) && problems.length === 0 ? root : {}
  const styles = Array.isArray(lists.styles) ? lists.styles.map(s => styleOf(s as StyleEntry)) : []
  const reasons = Array.isArray(lists.reasons) ? (lists.reasons as ToldInLanguages[]) : []
  return { value: { concepts, styles, ...(reasons.length > 0 && { reasons }) }, problems }
}

/** An alias without its anchor, or too many of them, is found only here. */
function plainValue(document: Document, broken: Problem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    broken.push(glossaryProblem('glossary-yaml', { start: 0, end: 0 }, { detail: firstLine((error as Error).message) }))
    return undefined
  }
}

function shapeProblems(document: Document, root: unknown): Problem[] {
  if (!isRecord(root)) return [glossaryProblem('glossary-shape', { start: 0, end: 0 }, {})]
  const outer = fileSchema.safeParse({ ...root, concepts: [] })
  if (outer.success) return []
  return outer.error.issues.flatMap(issue => flatten(issue)).map(issue => schemaProblem(document, issue, []))
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly Issue[])[]
  readonly values?: readonly unknown[]
}

/** A failed union says what its most promising member says: the one that got deepest. */
function flatten(issue: unknown): Issue[] {
  const one = issue as Issue
  if (one.code !== 'invalid_union' || !one.errors?.length) return [one]
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(i => i.path.length))
  const best = [...one.errors].sort((a, b) => depth(b) - depth(a))[0]!
  return best.flatMap(inner => flatten({ ...inner, path: [...one.path, ...inner.path] }))
}

function readEntry(
  document: Document,
  entry: unknown,
  path: readonly (string | number)[],
  problems: Problem[],
): Concept[] {
  const parsed = conceptSchema.safeParse(entry)
  if (!parsed.success) {
    for (const issue of parsed.error.issues.flatMap(flatten)) problems.push(schemaProblem(document, issue, path))
    return []
  }
  const concept = conceptOf(parsed.data, (...inner) => spanAt(document, [...path, ...inner]))
  if (Object.keys(concept.names).length > 0 || concept.terms.length > 0) return [concept]
  problems.push(glossaryProblem('glossary-no-name', spanAt(document, path), { concept: concept.id }))
  return []
}

function schemaProblem(document: Document, issue: Issue, path: readonly (string | number)[]): Problem {
  const inner = issue.path.map(key => (typeof key === 'number' ? key : String(key)))
  const key = issue.keys?.[0]
  const span = spanAt(document, key === undefined ? [...path, ...inner] : [...path, ...inner, key])
  if (issue.code === 'unrecognized_keys') return glossaryProblem('glossary-unknown-key', span, { key: key ?? '' })
  const where = inner.join('.')
  if (issue.code === 'invalid_value')
    return glossaryProblem('glossary-value', span, { key: where, allowed: (issue.values ?? []).join(', ') })
  return glossaryProblem('glossary-schema', span, { key: where, detail: issue.message })
}

function spanAt(document: Document, path: readonly (string | number)[]): Span {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find(
        item => isNode(item.key) && String((item.key as { value?: unknown }).value) === String(last),
      )
      if (pair && isNode(pair.value) && pair.value.range) return at(pair.value.range)
      if (pair && isNode(pair.key) && pair.key.range) return at(pair.key.range)
    } else if (length > 0 && isSeq(parent)) {
      const item = parent.items[Number(last)]
      if (isNode(item) && item.range) return at(item.range)
    }
  }
  return { start: 0, end: 0 }
}

const at = (range: readonly number[]): Span => ({ start: range[0] ?? 0, end: range[1] ?? range[0] ?? 0 })
const firstLine = (message: string) => message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function glossaryProblem(code: string, span: Span, data: Record<string, string | number>): Problem {
  return { code, span, severity: 'error', data }
}

type Inside = (...path: (string | number)[]) => Span

function conceptOf(entry: ConceptEntry, inside: Inside): Concept {
  const names: Record<string, NameParts> = { ...clean(entry.names ?? {}) } as Record<string, NameParts>
  for (const lang of ['uk', 'ru', 'be', 'crh'] as const) if (entry[lang]) names[lang] = clean(entry[lang])
  const whole: Part = entry.kind === 'person' ? 'full' : 'name'
  const terms: Term[] = [
    ...(entry.en ?? []).map((spelling, i) => term('en', spelling, whole, 'preferred', inside('en', i))),
    ...Object.entries(entry.aliases ?? {}).flatMap(([lang, list]) =>
      list.map((spelling, i) => term(lang, spelling, whole, 'admitted', inside('aliases', lang, i))),
    ),
    ...(entry.variants ?? []).map((v, i) => term(v.lang ?? 'en', v, whole, 'deprecated', inside('variants', i))),
  ]
  return clean({
    id: entry.id,
    kind: entry.kind,
    type: entry.type,
    gender: entry.gender,
    origin: entry.origin,
    names,
    own: entry.own,
    terms,
    former: (entry.former ?? []).map(formerOf),
    forms: entry.forms ? formsOf(entry.forms) : undefined,
    indeclinable: entry.indeclinable,
    lowercase: entry.lowercase,
    surname: entry.surname,
    derived: entry.derived,
    except: (entry.except ?? []).map((e): Exception => (typeof e === 'string' ? { text: e } : clean(e))),
    note: entry.note,
    source: entry.source,
    span: inside('id'),
  }) as Concept
}

type Spelling = NonNullable<ConceptEntry['en']>[number]

function term(lang: string, spelling: Spelling, part: Part, status: Status, span: Span): Term {
  if (typeof spelling === 'string') return { lang, text: spelling, part, status, span }
  const { text, styles, reason, source, usedBy } = spelling
  return clean({
    lang,
    text,
    part: spelling.part ?? part,
    status: spelling.status ?? status,
    styles,
    reason,
    source,
    usedBy: usedBy?.map(clean),
    span,
  }) as Term
}

function formerOf(entry: NonNullable<ConceptEntry['former']>[number]): Former {
  const { from, to, reason, authority, ...byLanguage } = entry
  const names = Object.fromEntries(
    Object.entries(clean(byLanguage)).map(([lang, value]) => [lang, many(value as string | string[])]),
  )
  return clean({ names, from, to, reason: reason as Told | undefined, authority })
}

function formsOf(entry: NonNullable<ConceptEntry['forms']>): Forms {
  const cases = (forms: Record<string, string | string[]>) =>
    Object.fromEntries(Object.entries(forms).map(([c, value]) => [c, many(value)]))
  const parts = (byPart: object) =>
    Object.fromEntries(
      Object.entries(clean(byPart)).map(([p, forms]) => [p, cases(forms as Record<string, string | string[]>)]),
    )
  return Object.fromEntries(Object.entries(entry).map(([lang, byPart]) => [lang, parts(byPart as object)]))
}

function styleOf(entry: StyleEntry): Style {
  const schemes = entry.schemes ?? (entry.scheme ? { '*': entry.scheme } : {})
  const { id, title, source, asOf, partial } = entry
  return clean({ id, title, source, asOf, schemes, prefer: entry.prefer ?? {}, partial })
}

const many = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value])

type Clean<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the keys whose value is undefined. */
function clean<T extends object>(value: T): Clean<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Clean<T>
}
