import type { Kind, NameParts, Part, Status } from './concept.ts'
import { type Fields, type FlatTerm, fieldNames, wholePart } from './flat.ts'
import { type LooseTerm, partsOfText } from './gather.ts'
import { isTold } from './told.ts'

/** What of a term a reader finds by itself where nothing is said of it. */
function isFound(key: TermKey, term: FlatTerm, kind: Kind): boolean {
  const { role, lang, part, parts, text } = term
  if (key === 'part') return part === wholePart(kind)
  if (key === 'status') return role !== 'term' && role !== 'derived'
  const plain = parts !== undefined && sameParts(parts, partsOfText(text, kind))
  if (key === 'parts') return plain
  return key === 'role' && (lang === 'en' ? role === 'term' : role === 'name' && plain)
}

const sameParts = (a: NameParts, b: NameParts): boolean =>
  (['given', 'patronymic', 'family', 'name'] as const).every(part => a[part] === b[part])

const termKeys = [
  'role',
  'part',
  'status',
  'styles',
  'reason',
  'source',
  'usedBy',
  'parts',
  'was',
  'asOf',
  'era',
  'from',
  'to',
  'authority',
  'order',
] as const satisfies readonly (keyof FlatTerm)[]

export type TermKey = (typeof termKeys)[number]

/** The properties of a term that a format has no place of its own for, as JSON; empty where there are none. */
export const termExtension = (term: FlatTerm, kind: Kind, held: ReadonlySet<TermKey>): string =>
  json(
    termKeys.filter(key => !held.has(key) && !isFound(key, term, kind)),
    term,
  )

/** The properties of a concept that a format has no place of its own for, as JSON; empty where there are none. */
export const fieldExtension = (fields: Fields, held: ReadonlySet<string>): string =>
  json(
    fieldNames.filter(name => !held.has(name)),
    fields,
  )

function json<K extends string>(keys: readonly K[], value: { readonly [key in K]?: unknown }): string {
  const set = keys.filter(key => value[key] !== undefined)
  return set.length === 0 ? '' : JSON.stringify(Object.fromEntries(set.map(key => [key, value[key]])))
}

/** What `termExtension` wrote; undefined where it is none of ours. */
export const readTermExtension = (text: string): Partial<LooseTerm> | undefined => pick(text, termKeys, termChecks)

/** What `fieldExtension` wrote; undefined where it is none of ours. */
export const readFieldExtension = (text: string): Fields | undefined => pick(text, fieldNames, fieldChecks)

type Check = (value: unknown) => boolean

const isText: Check = value => typeof value === 'string' && value !== ''
const oneOf =
  (...values: readonly unknown[]): Check =>
  value =>
    values.includes(value)
const isList =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check)
const isMap =
  (check: Check): Check =>
  value =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check)

/** ISO 8601, as precise as known. */
const isDate: Check = value => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value)

const isUse: Check = value => {
  if (!isMap(isText)(value)) return false
  const { who, source, from, to, ...rest } = value as Readonly<Record<string, string>>
  const dates = [from, to].filter(date => date !== undefined)
  return who !== undefined && source !== undefined && dates.every(isDate) && Object.keys(rest).length === 0
}

const parts: readonly Part[] = ['given', 'patronymic', 'family', 'full', 'name', 'short']
const statuses: readonly Status[] = ['preferred', 'admitted', 'deprecated', 'superseded']

const termChecks: Readonly<Partial<Record<string, Check>>> = {
  role: oneOf('name', 'own', 'term', 'former', 'derived'),
  part: oneOf(...parts),
  status: oneOf(...statuses),
  styles: isList(isText),
  reason: isTold,
  usedBy: isList(isUse),
  parts: isMap(isText),
  asOf: isDate,
  from: isDate,
  to: isDate,
  era: Number.isInteger,
  order: Number.isInteger,
}

const fieldChecks: Readonly<Partial<Record<string, Check>>> = {
  kind: oneOf('person', 'place', 'organisation', 'work', 'term'),
  gender: oneOf('m', 'f', 'n', 'p'),
  forms: isMap(isMap(isMap(isList(isText)))),
  indeclinable: isMap(isList(oneOf(...parts))),
  lowercase: value => typeof value === 'boolean',
  surname: value => typeof value === 'boolean',
  derived: isMap(isMap(isText)),
  except: isList(value => typeof value === 'object' && value !== null && isText((value as { text?: unknown }).text)),
}

/** The known keys whose values are what they must be. */
function pick(text: string, keys: readonly string[], checks: Readonly<Partial<Record<string, Check>>>) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const all = value as Record<string, unknown>
  return Object.fromEntries(
    keys.filter(key => key in all && (checks[key] ?? isText)(all[key])).map(key => [key, all[key]]),
  )
}

/** True of a value that may stand as the field of a concept. */
export const isField = (name: string, value: unknown): boolean => (fieldChecks[name] ?? isText)(value)
/** True of a value that may stand as the property of a term. */
export const isTermValue = (key: string, value: unknown): boolean => (termChecks[key] ?? isText)(value)
