import type { Edit } from '../../text/index.ts'
import { type JsonObject, type Member, outer } from './json.ts'
import { decodeJson } from './json-text.ts'
import { categoriesOf, type PluralType, rank } from './plurals.ts'

/** The keys of one plural (`key_one`, `key_other`; `key_ordinal_one`), in the order of the file. */
export interface PluralGroup {
  readonly type: PluralType
  readonly forms: readonly PluralForm[]
  readonly other: PluralForm
}

export interface PluralForm {
  readonly category: string
  readonly member: Member
  /** Of the member in its object. */
  readonly index: number
}

const suffix = /^([\s\S]*?)(_ordinal)?_(zero|one|two|few|many|other)$/

/** The plurals of an object. `_other` alone may be a context or any key, unless its text counts. */
export function pluralsOf(source: string, object: JsonObject): PluralGroup[] {
  const groups = new Map<string, { type: PluralType; forms: Map<string, PluralForm> }>()
  for (const [index, member] of object.members.entries()) {
    const match = suffix.exec(decodeJson(source, member.key).text)
    if (!match || member.value.kind !== 'string') continue
    const key = `${match[1]}${match[2] ?? ''}`
    const group = groups.get(key) ?? { type: match[2] ? 'ordinal' : 'cardinal', forms: new Map<string, PluralForm>() }
    groups.set(key, group)
    if (!group.forms.has(match[3]!)) group.forms.set(match[3]!, { category: match[3]!, member, index })
  }
  return [...groups.values()].flatMap(({ type, forms }) => {
    const other = forms.get('other')
    if (!other || (forms.size === 1 && !counts(source, other.member))) return []
    return [{ type, other, forms: [...forms.values()] }]
  })
}

const counts = (source: string, { value }: Member) => /\{\{-?\s*count\b/.test(source.slice(value.start, value.end))

/** A form that the target language needs and the file does not have: what is written around its text, and where. */
export interface MissingForm {
  readonly category: string
  readonly at: number
  readonly before: string
  readonly after: string
}

/** `_zero` is i18next's own form for 0 in any language: it is neither asked for nor dropped. */
export function missingForms(source: string, object: JsonObject, group: PluralGroup, language: string): MissingForm[] {
  const { forms, other, type } = group
  const wanted = categoriesOf(language, type).filter(category => category !== 'zero')
  const stay = forms.filter(({ category }) => category === 'zero' || wanted.includes(category))
  const there = stay.sort((a, b) => rank(a.category) - rank(b.category))
  return wanted
    .filter(category => !forms.some(form => form.category === category))
    .map(category => {
      const { key: otherKey, value } = other.member
      const key = source.slice(otherKey.start, otherKey.end).replace(/other$/, category)
      const entry = `"${key}"${source.slice(otherKey.end + 1, outer(value).start)}"`
      const gap = gapBefore(source, object, other)
      const previous = there.findLast(form => rank(form.category) < rank(category))
      if (previous) return { category, at: outer(previous.member.value).end, before: `,${gap}${entry}`, after: '"' }
      const next = there[0]!.member
      return { category, at: outer(next.key).start, before: entry, after: `",${gap}` }
    })
}

/** The white space before a member. */
function gapBefore(source: string, object: JsonObject, { member, index }: PluralForm): string {
  const from = index > 0 ? source.indexOf(',', outer(object.members[index - 1]!.value).end) : object.start
  return source.slice(from + 1, outer(member.key).start)
}

/** The members that the target language does not have. */
export function extraForms({ forms, type }: PluralGroup, language: string): Member[] {
  const wanted = categoriesOf(language, type)
  return forms.filter(({ category }) => category !== 'zero' && !wanted.includes(category)).map(({ member }) => member)
}

/** The edits that take members out of their object, each run of them with one of the commas beside it. One member stays at least. */
export function dropMembers({ members }: JsonObject, dropped: ReadonlySet<Member>): Edit[] {
  const edits: Edit[] = []
  for (let i = 0; i < members.length; i++) {
    if (!dropped.has(members[i]!)) continue
    const first = i
    while (i + 1 < members.length && dropped.has(members[i + 1]!)) i++
    const next = members[i + 1]
    const start = next ? outer(members[first]!.key).start : outer(members[first - 1]!.value).end
    const end = next ? outer(next.key).start : outer(members[i]!.value).end
    edits.push({ span: { start, end }, insert: '' })
  }
  return edits
}
