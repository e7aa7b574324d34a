import type { Problem, Reading } from '../text/index.ts'
import type { Concept } from './concept.ts'
import type { Row } from './delimited.ts'
import {
  fieldExtension,
  isField,
  isTermValue,
  readFieldExtension,
  readTermExtension,
  type TermKey,
  termExtension,
} from './extension.ts'
import { type Fields, fieldsOf, flatten } from './flat.ts'
import type { ReadTermsOptions, WriteTermsOptions } from './format.ts'
import { isUsable } from './format.ts'
import { type LooseConcept, type LooseTerm, openGatherer } from './gather.ts'
import { toldAgain, toldIn } from './told.ts'

/**
 * Our own table: one row a term, the concept's id in every row, its other properties in its first one. The last two columns hold, as
 * JSON, what has no column. Rows may be sorted, added and taken away; the concept is what its rows say together.
 */
const fieldColumns = ['kind', 'type', 'gender', 'origin', 'note'] as const
const termColumns = ['lang', 'term', 'role', 'part', 'status', 'styles', 'reason', 'source'] as const
export const ownHeader = ['id', ...fieldColumns, ...termColumns, 'concept', 'more'] as const

const heldByTerm: ReadonlySet<TermKey> = new Set(['role', 'part', 'status', 'styles', 'reason', 'source'])
/** One cell holds one language. */
const heldWithoutReason: ReadonlySet<TermKey> = new Set([...heldByTerm].filter(key => key !== 'reason'))
const heldByConcept: ReadonlySet<string> = new Set(fieldColumns)
/** Between the names of styles in one cell. */
const styleMark = '; '

export function writeTable(concepts: readonly Concept[], options: WriteTermsOptions = {}): string[][] {
  return [[...ownHeader], ...concepts.flatMap(concept => rowsOf(concept, options))]
}

function rowsOf(concept: Concept, { derived, usableOnly }: WriteTermsOptions): string[][] {
  const fields = fieldsOf(concept)
  const terms = flatten(concept, derived?.(concept)).filter(term => !usableOnly || isUsable(term))
  return terms.map((term, i) => [
    concept.id,
    ...fieldColumns.map(name => (i === 0 ? (fields[name] ?? '') : '')),
    term.lang,
    term.text,
    term.role,
    term.part,
    term.status,
    term.styles?.join(styleMark) ?? '',
    term.reason === undefined ? '' : toldIn(term.reason, 'en'),
    term.source ?? '',
    i === 0 ? fieldExtension(fields, heldByConcept) : '',
    termExtension(term, concept.kind, typeof term.reason === 'object' ? heldWithoutReason : heldByTerm),
  ])
}

/** True of the header of our own table; only the columns that it cannot do without are asked for. */
export const isOwnHeader = (cells: readonly string[]): boolean => {
  const names = cells.map(cell => cell.trim().toLowerCase())
  return names.includes('id') && names.includes('lang') && names.includes('term')
}

interface Growing {
  readonly id: string
  fields: Fields
  readonly terms: LooseTerm[]
  readonly span: { readonly start: number; readonly end: number }
}

/** Concepts of our own table, in the order of their first rows. O(n). */
export function readTable(
  [header, ...rows]: readonly Row[],
  options: ReadTermsOptions = {},
): Reading<readonly Concept[]> {
  const columns = new Map((header?.cells ?? []).map((cell, i) => [cell.trim().toLowerCase(), i]))
  const problems: Problem[] = []
  const found = new Map<string, Growing>()
  for (const row of rows) {
    const cell = (name: string): string => row.cells[columns.get(name) ?? -1]?.trim() ?? ''
    const id = cell('id')
    if (id === '' || cell('lang') === '' || cell('term') === '') {
      problems.push({ code: 'termbase-no-term', severity: 'warning', span: { start: row.start, end: row.end } })
      continue
    }
    const concept = found.get(id) ?? { id, fields: {}, terms: [], span: { start: row.start, end: row.end } }
    found.set(id, concept)
    concept.fields = { ...concept.fields, ...fieldsIn(cell) }
    concept.terms.push(termIn(cell))
  }
  const gather = openGatherer(options)
  return {
    value: [...found.values()].flatMap((loose: LooseConcept) => gather({ ...loose, isOurs: true }) ?? []),
    problems,
  }
}

type Cell = (name: string) => string

function fieldsIn(cell: Cell): Fields {
  const set = fieldColumns.filter(name => cell(name) !== '' && isField(name, cell(name)))
  return { ...Object.fromEntries(set.map(name => [name, cell(name)])), ...readFieldExtension(cell('concept')) }
}

function termIn(cell: Cell): LooseTerm {
  const more = readTermExtension(cell('more'))
  const reason = toldAgain(cell('reason'), more?.reason)
  const given = (['role', 'part', 'status', 'source'] as const).filter(
    key => cell(key) !== '' && isTermValue(key, cell(key)),
  )
  const styles = cell('styles')
    .split(/\s*;\s*/)
    .filter(Boolean)
  return {
    ...more,
    ...Object.fromEntries(given.map(key => [key, cell(key)])),
    ...(styles.length > 0 && { styles }),
    ...(reason !== undefined && { reason }),
    lang: cell('lang'),
    text: cell('term'),
  }
}
