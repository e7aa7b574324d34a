import type { Problem } from '../../text/index.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** `msgid "…"` with the lines that go on: what stands between the quotation marks of each. */
export interface Field {
  readonly start: number
  readonly end: number
  readonly strings: readonly Stretch[]
}

/** A line of comment without its mark. */
export interface Remark extends Stretch {
  readonly mark: '' | '.' | ':' | ',' | '|'
  readonly text: string
}

export interface Entry {
  readonly remarks: readonly Remark[]
  readonly flags: readonly string[]
  readonly context?: Field
  readonly id: Field
  readonly plural?: Field
  /** By number; a message without plural has number 0. */
  readonly translations: ReadonlyMap<number, Field>
}

type Draft = { -readonly [K in keyof Entry]?: Entry[K] } & {
  remarks: Remark[]
  translations: Map<number, Field>
  start: number
  end: number
}

const keyword = /^(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*(?=")/
const string = /^\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*$/

/**
 * The entries of a PO file (GNU gettext, “The Format of PO Files”). Obsolete ones (`#~`) are left alone. What is no line of PO is
 * `po-syntax`, an entry without a translation field or a message `po-incomplete`; the rest is read. Linear.
 */
export function readEntries(source: string): {
  readonly entries: readonly Entry[]
  readonly problems: readonly Problem[]
} {
  const entries: Entry[] = []
  const problems: Problem[] = []
  const report = (code: string, span: Stretch) => problems.push({ code, severity: 'error', span })
  let draft = empty()
  let field: { start: number; end: number; strings: Stretch[] } | undefined
  const finish = () => {
    const { id, translations } = draft
    if (id && translations.size > 0) entries.push({ ...draft, id, flags: flagsOf(draft.remarks) })
    else if (id || translations.size > 0 || draft.context)
      report('po-incomplete', { start: draft.start, end: draft.end })
    draft = empty()
  }
  for (const line of linesOf(source)) {
    const { start, end } = line
    const text = source.slice(start, end)
    if (text.trim() === '' || text.startsWith('#')) {
      field = undefined
      if (draft.id || draft.translations.size > 0) finish()
      const remark = remarkOf(text, line)
      if (remark) draft.remarks.push(remark)
      continue
    }
    const match = keyword.exec(text)
    const quoted = text.slice(match?.[0].length ?? 0)
    if (!string.test(quoted) || (!match && !field)) {
      report('po-syntax', line)
      continue
    }
    const from = start + (match?.[0].length ?? 0) + quoted.indexOf('"') + 1
    const inside = { start: from, end: start + text.lastIndexOf('"') }
    if (!match) {
      field!.strings.push(inside)
      field!.end = inside.end + 1
    } else {
      const begins = match[1] === 'msgctxt' || (match[1] === 'msgid' && draft.id !== undefined)
      if (begins && (draft.id || draft.translations.size > 0)) finish()
      field = { start, end: inside.end + 1, strings: [inside] }
      place(draft, match[1]!, Number(match[2] ?? 0), field)
    }
    if (draft.start < 0) draft.start = start
    draft.end = end
  }
  finish()
  return { entries, problems }
}

const empty = (): Draft => ({ remarks: [], translations: new Map(), start: -1, end: -1 })

function place(draft: Draft, name: string, number: number, field: Field): void {
  if (name === 'msgctxt') draft.context = field
  else if (name === 'msgid') draft.id = field
  else if (name === 'msgid_plural') draft.plural = field
  else if (!draft.translations.has(number)) draft.translations.set(number, field)
}

function* linesOf(source: string): Generator<Stretch> {
  let start = source.startsWith('\ufeff') ? 1 : 0
  for (const match of source.matchAll(/\r\n?|\n/g)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start < source.length) yield { start, end: source.length }
}

function remarkOf(text: string, { start, end }: Stretch): Remark | undefined {
  const match = /^#([.:,|~]?)\s?(.*)$/.exec(text)
  if (!match || match[1] === '~') return undefined
  return { start, end, mark: match[1] as Remark['mark'], text: match[2]! }
}

const flagsOf = (remarks: readonly Remark[]): string[] =>
  remarks.filter(({ mark }) => mark === ',').flatMap(({ text }) => text.split(',').map(flag => flag.trim()))
