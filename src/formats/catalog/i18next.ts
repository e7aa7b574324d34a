import { type Block, type Changes, type Document, type Run, type TextFormat, textFormat } from '../../content/index.ts'
import type { Edit, Problem, Reading } from '../../text/index.ts'
import { type Decoded, runsOf } from '../lift.ts'
import { lowerRuns } from '../lower.ts'
import { type SpokenIn, spokenIn } from './by-language.ts'
import {
  dropMembers,
  extraForms,
  type MissingForm,
  missingForms,
  type PluralGroup,
  pluralsOf,
} from './i18next-plurals.ts'
import { i18nextTokens } from './i18next-text.ts'
import { joinEdits } from './join-edits.ts'
import { type JsonNode, type JsonObject, type JsonString, type Member, outer, readJson } from './json.ts'
import { decodeJson, jsonStyle, respellJson } from './json-text.ts'
import { categoriesOf, numbersOf } from './plurals.ts'
import { uniqueNames } from './unique-names.ts'

/** Catalogs of i18next (JSON v4): nested or flat keys, arrays, plural suffixes. A missing plural form is added in the style of `_other`. */
export const i18next: TextFormat = i18nextFor(undefined)

function i18nextFor(language: string | undefined): TextFormat {
  return textFormat({
    id: 'i18next',
    extensions: ['.json'],
    read: source => documentOf(readCatalog(source, language), language),
    edits: (source, _, changes) => editsOf(source, readCatalog(source, language).entries, changes),
    forTarget: target => i18nextFor(target),
  })
}

/** A message: one that is there, or a plural form to be added. */
interface Entry {
  readonly id: string
  /** What it says now, or what a missing form starts from. */
  readonly decoded: Decoded
  readonly runs: readonly Run[]
  readonly value: JsonString
  readonly form?: Form
}

/** What becomes of a plural form in the target language. */
interface Form {
  readonly missing?: MissingForm
  readonly group: PluralGroup
  readonly category: string
  readonly object: JsonObject
  /** The forms that go where any of the plural changes. */
  readonly extra: readonly Member[]
}

interface Catalog {
  readonly entries: readonly Entry[]
  readonly problems: readonly Problem[]
  readonly spoken: SpokenIn
}

function readCatalog(source: string, language: string | undefined): Catalog {
  const { value: root, problems } = readJson(source)
  const entries: Entry[] = []
  const name = uniqueNames()
  const add = (path: string, value: JsonString, form?: Form) => {
    const decoded = decodeJson(source, value)
    if (decoded.text === '') return
    const runs = runsOf(i18nextTokens(decoded.text), decoded)
    entries.push({ id: name(path), decoded, runs, value, ...(form && { form }) })
  }
  const visit = (node: JsonNode, path: string): void => {
    const inside = (key: string) => (path === '' ? key : `${path}.${key}`)
    if (node.kind === 'string') add(path, node)
    if (node.kind === 'array') for (const [i, item] of node.items.entries()) visit(item, inside(String(i)))
    if (node.kind !== 'object') return
    const forms = language === undefined ? undefined : formsOf(source, node, language)
    for (const member of node.members) {
      const key = inside(decodeJson(source, member.key).text)
      const own = forms?.get(member)
      if (!own) visit(member.value, key)
      for (const form of own ?? []) {
        const value = form.missing ? form.group.other.member.value : member.value
        if (value.kind === 'string') add(key.replace(/[a-z]+$/, form.category), value, form)
      }
    }
  }
  if (root) visit(root, '')
  return { entries, problems, spoken: spokenIn(source, root) }
}

/** The forms that stand, or are to stand, at a member of a plural; none at one that goes. */
function formsOf(source: string, object: JsonObject, language: string): ReadonlyMap<Member, readonly Form[]> {
  const found = new Map<Member, Form[]>()
  for (const group of pluralsOf(source, object)) {
    const wanted = categoriesOf(language, group.type)
    const missing = missingForms(source, object, group, language)
    const extra = extraForms(group, language)
    for (const { category, member } of group.forms) {
      const stays = category === 'zero' || wanted.includes(category)
      const at = (offset: number) =>
        missing
          .filter(form => form.at === offset)
          .map((form): Form => ({ missing: form, group, category: form.category, object, extra }))
      found.set(member, [
        ...at(outer(member.key).start),
        ...(stays ? [{ group, category, object, extra }] : []),
        ...at(outer(member.value).end),
      ])
    }
  }
  return found
}

function documentOf({ entries, problems, spoken }: Catalog, language: string | undefined): Reading<Document> {
  const blocks = entries.map(({ id, runs, value, form }): Block => {
    const at = form?.missing?.at
    const span = at === undefined ? { start: value.start, end: value.end } : { start: at, end: at }
    const note = form && language !== undefined ? numberNote(form, language) : undefined
    return { id, kind: 'data', scope: 'body', span, runs, name: id, ...spoken(id), ...(note && { notes: [note] }) }
  })
  return { value: { parts: [], blocks, embedded: [], comments: [] }, problems }
}

function numberNote({ group, category }: Form, language: string) {
  const numbers = numbersOf(language, group.type, category)
  return { category: 'context', text: `count: ${category}${numbers === '' ? '' : ` (${numbers})`}` }
}

function editsOf(source: string, entries: readonly Entry[], changes: Changes): Edit[] {
  const style = jsonStyle(source)
  const edits: Edit[] = []
  const dropped = new Map<JsonObject, Set<Member>>()
  for (const entry of entries) {
    const runs = changes.get(entry.id)
    if (!runs) continue
    const text = respellJson(source, entry.decoded, textOf(runs, entry.decoded), style)
    if (entry.form) {
      const { object, extra } = entry.form
      const members = dropped.get(object) ?? new Set()
      for (const member of extra) members.add(member)
      dropped.set(object, members)
    }
    const { missing } = entry.form ?? {}
    const span = missing ? { start: missing.at, end: missing.at } : { start: entry.value.start, end: entry.value.end }
    const insert = missing ? missing.before + text + missing.after : text
    if (insert !== source.slice(span.start, span.end)) edits.push({ span, insert })
  }
  for (const [object, members] of dropped) edits.push(...dropMembers(object, members))
  return joinEdits(edits)
}

/** Runs as the message that they say; codes as they stand there. */
const textOf = (runs: readonly Run[], decoded: Decoded): string =>
  lowerRuns(runs, decoded)
    .map(run => (run.kind === 'text' ? run.text : decoded.text.slice(run.span.start, run.span.end)))
    .join('')
