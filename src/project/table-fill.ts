import type { Problem, Span } from '../text/index.ts'
import type { Segment, Unit, XliffDocument } from '../xliff/index.ts'
import { unitsOf } from '../xliff/index.ts'
import { codeNames, contentsOf } from './table-codes.ts'
import { noteLines, ownRemark } from './table-notes.ts'
import type { Table, TableRow } from './table-read.ts'
import { rowId } from './table-write.ts'

export interface Filled {
  /** The document with the targets and remarks of the rows; its spans count in the table's text. */
  readonly xliff: XliffDocument
  readonly problems: readonly Problem[]
}

/**
 * Puts the rows of a table into the document as it is exported now. A row finds its segment by its id, else by its number where
 * the document has not changed (`isSame`) and the source is the segment's. What has no place in the document comes as a unit that
 * is in no document. Linear.
 */
export function fillTable(fresh: XliffDocument, table: Table, isSame: boolean): Filled {
  const problems: Problem[] = []
  const placed = placeRows(fresh, table, isSame, problems)
  const file = fresh.files[0]!
  let before: Span = { start: 0, end: 0 }
  const children = [...unitsOf(fresh)].map(unit => {
    const filled = fillUnit(unit, placed.rows, before, problems)
    before = filled.segments.findLast(({ kind }) => kind === 'segment')?.span ?? before
    return filled
  })
  const lost = placed.lost.map(lostUnit)
  return { xliff: { ...fresh, files: [{ ...file, children: [...children, ...lost] }] }, problems }
}

interface Placed {
  readonly rows: ReadonlyMap<Segment, TableRow>
  readonly lost: readonly TableRow[]
}

function placeRows(fresh: XliffDocument, { rows }: Table, isSame: boolean, problems: Problem[]): Placed {
  const all = [...unitsOf(fresh)].flatMap(unit =>
    unit.segments.filter(({ kind }) => kind === 'segment').map(segment => ({ unit, segment })),
  )
  const byId = new Map(all.map(place => [rowId(place.unit, place.segment), place]))
  const found = new Map<Segment, TableRow>()
  const lost: TableRow[] = []
  for (const row of rows) {
    const numbered = isSame && row.number !== undefined ? all[row.number - 1] : undefined
    const place = (row.id === undefined ? undefined : byId.get(row.id)) ?? numbered
    if (!place) lost.push(row)
    else if (found.has(place.segment)) problems.push(problem('table-row-repeated', row, { number: row.number ?? '' }))
    else found.set(place.segment, row)
  }
  return { rows: found, lost }
}

const problem = (code: string, { span }: { readonly span: Span }, data: Problem['data'] = {}): Problem => ({
  ...{ code, severity: 'warning', span, data },
})

const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim()

function fillUnit(unit: Unit, rows: ReadonlyMap<Segment, TableRow>, before: Span, problems: Problem[]): Unit {
  const names = codeNames(contentsOf(unit))
  const remarks: string[] = []
  let last = before
  const segments = unit.segments.map((segment): Segment => {
    if (segment.kind === 'ignorable') return segment
    const row = rows.get(segment)
    if (!row) {
      problems.push(problem('table-row-missing', { span: last }, { unit: unit.id, text: plain(show(segment.source)) }))
      return { ...segment, target: undefined, span: elementAt(last) }
    }
    last = row.span
    const remark = ownRemark(row.comment, noteLines(unit))
    if (remark !== '') {
      remarks.push(remark)
      problems.push({ ...problem('table-comment', row, { text: plain(remark) }), severity: 'info' })
    }
    if (plain(row.source) !== plain(show(segment.source))) {
      problems.push(problem('table-source-changed', row, { text: plain(show(segment.source)) }))
      return { ...segment, target: undefined, span: elementAt(row.span) }
    }
    return fillSegment(segment, row)
  })
  const notes = remarks.map((text, i) => ({ id: `r${i + 1}`, text, span: last }))
  return { ...unit, segments, notes: [...unit.notes, ...notes], span: elementAt(last) }

  function show(content: Segment['source']): string {
    return names
      .shown(content)
      .map(({ text }) => text)
      .join('')
  }

  /** A cell that says what it said keeps its state. */
  function fillSegment(segment: Segment, row: TableRow): Segment {
    const span = elementAt(row.span)
    const shown = show(segment.source)
    const cell = laidOut(row.target, shown)
    if (segment.target && cell === laidOut(show(segment.target), shown)) return { ...segment, span }
    if (cell.trim() === '') return { ...segment, target: undefined, span }
    const start = row.targetAt
    const end = start + row.target.length
    const runs = names.runs(cell, start + row.target.search(/\S/) - cell.search(/\S/))
    const target = { runs, preserve: true, span: { start, openEnd: start, closeStart: end, end } }
    return { ...segment, state: 'translated', subState: undefined, target, span }
  }
}

const elementAt = ({ start, end }: Span) => ({ start, openEnd: start, closeStart: end, end })

/** What is typed into a cell: its outer white space is that of the source, and it has line breaks only where the source has some. */
function laidOut(cell: string, source: string): string {
  const text = /\n/.test(source) ? cell : cell.replace(/[ \t]*\n[ \t]*/g, ' ')
  return text.trim() === '' ? '' : /^\s*/.exec(source)![0] + text.trim() + /\s*$/.exec(source)![0]
}

/** A row whose segment is not in the document any more, as a unit of its own. */
function lostUnit(row: TableRow, i: number): Unit {
  const span = elementAt(row.span)
  const content = (text: string) => ({ runs: [{ kind: 'text', text, map: [] } as const], preserve: true, span })
  const target = row.target.trim() === '' ? undefined : content(row.target.trim())
  const segment: Segment = {
    ...{ kind: 'segment', id: 's1', state: 'translated', source: content(row.source), attributes: {}, span },
    ...(target && { target }),
  }
  return {
    ...{ kind: 'unit', id: row.id ?? `row-${row.number ?? i + 1}`, translate: true, segments: [segment] },
    ...{ notes: [], matches: [], terms: [], metadata: [], attributes: {}, foreign: [], noteAt: 0, span },
  }
}
