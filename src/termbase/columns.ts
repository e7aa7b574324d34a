import type { Problem, Reading } from '../text/index.ts'
import type { Concept, Status } from './concept.ts'
import type { Row } from './delimited.ts'
import { openLosses, type ReadTermsOptions } from './format.ts'
import { type LooseTerm, openGatherer } from './gather.ts'
import { languageOfHeader } from './languages.ts'

/**
 * What a column of another program's table holds. One row is one concept there: its terms stand in columns named by languages
 * (MultiTerm, Smartcat, Phrase, Matecat: by code or name; memoQ: by name, with columns beside each), several columns of one
 * language hold synonyms.
 */
type Column =
  | { readonly holds: 'term'; readonly lang: string }
  | { readonly holds: 'id' | 'note' | 'source' | 'status' | 'kind' }
  | { readonly holds: 'other'; readonly name: string }

const known: Readonly<Record<string, 'id' | 'note' | 'source' | 'status' | 'kind'>> = {
  id: 'id',
  'concept id': 'id',
  'entry id': 'id',
  'entry number': 'id',
  entry_id: 'id',
  note: 'note',
  notes: 'note',
  comment: 'note',
  comments: 'note',
  description: 'note',
  definition: 'note',
  entry_note: 'note',
  source: 'source',
  reference: 'source',
  status: 'status',
  'term status': 'status',
  kind: 'kind',
  domain: 'kind',
  subject: 'kind',
  entry_subject: 'kind',
}

/** Words for a term's status that other programs write. */
const statuses: Readonly<Record<string, Status>> = {
  preferred: 'preferred',
  approved: 'preferred',
  admitted: 'admitted',
  allowed: 'admitted',
  provisional: 'admitted',
  'non-standard': 'deprecated',
  deprecated: 'deprecated',
  forbidden: 'deprecated',
  obsolete: 'superseded',
  superseded: 'superseded',
}

export const statusOfWord = (word: string): Status | undefined => statuses[word.trim().toLowerCase()]

const kinds: ReadonlySet<string> = new Set(['person', 'place', 'organisation', 'work', 'term'])

function columnOf(header: string): Column {
  const name = header.trim().toLowerCase()
  const holds = known[name]
  if (holds) return { holds }
  const lang = languageOfHeader(header)
  return lang ? { holds: 'term', lang } : { holds: 'other', name: header.trim() }
}

/** True of a header with a column for at least two languages. */
export const namesLanguages = (cells: readonly string[]): boolean =>
  new Set(cells.flatMap(cell => languageOfHeader(cell) ?? [])).size > 1

/** Concepts of a table with one row a concept. What stands in columns that we do not know is told, column by column. O(n). */
export function readColumns(
  [header, ...rows]: readonly Row[],
  options: ReadTermsOptions = {},
): Reading<readonly Concept[]> {
  const columns = (header?.cells ?? []).map(columnOf)
  const losses = openLosses()
  const problems: Problem[] = []
  const gather = openGatherer(options)
  const concepts = rows.flatMap(row => {
    const terms: LooseTerm[] = []
    const also: Record<string, string> = {}
    columns.forEach((column, i) => {
      const text = row.cells[i]?.trim() ?? ''
      if (text === '') return
      if (column.holds === 'term') terms.push({ lang: column.lang, text })
      else if (column.holds === 'other') losses.add(column.name)
      else also[column.holds] = text
    })
    const status = statusOfWord(also.status ?? '')
    const kind = kinds.has((also.kind ?? '').toLowerCase()) ? (also.kind!.toLowerCase() as Concept['kind']) : undefined
    if (also.kind && !kind) losses.add(also.kind)
    const concept = gather({
      ...(also.id && { id: also.id }),
      fields: {
        ...(kind && { kind }),
        ...(also.note && { note: also.note }),
        ...(also.source && { source: also.source }),
      },
      terms: terms.map(term => ({ ...term, ...(status && term.lang === 'en' && { status }) })),
      span: { start: row.start, end: row.end },
    })
    if (!concept)
      problems.push({ code: 'termbase-no-term', severity: 'warning', span: { start: row.start, end: row.end } })
    return concept ?? []
  })
  return { value: concepts, problems: [...problems, ...losses.problems()] }
}

/** Concepts of a table without a header: a column a language as `languages` says, then a remark (OmegaT, DeepL). O(n). */
export function readPlainColumns(rows: readonly Row[], options: ReadTermsOptions): Reading<readonly Concept[]> {
  const languages = options.languages ?? []
  const gather = openGatherer(options)
  const problems: Problem[] = []
  const concepts = rows.flatMap(({ cells, start, end }) => {
    const terms = languages.map((lang, i) => ({ lang, text: cells[i] ?? '' }))
    const note = cells[languages.length]?.trim()
    const concept = terms.every(({ text }) => text.trim() !== '')
      ? gather({ fields: note ? { note } : {}, terms, span: { start, end } })
      : undefined
    if (!concept) problems.push({ code: 'termbase-no-term', severity: 'warning', span: { start, end } })
    return concept ?? []
  })
  return { value: concepts, problems }
}
