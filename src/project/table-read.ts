import { openArchive, readEntry } from '../formats/index.ts'
import type { Problem, Span } from '../text/index.ts'
import { attributeValue, childElements, decodeXml, type Element, readXml, textContent } from '../xml/index.ts'
import { readFacts, type TableFacts } from './table-facts.ts'

/** A row of a bilingual table as it came back. Spans count in `Table.text`. */
export interface TableRow {
  /** Absent where the cell has lost it. */
  readonly number?: number
  readonly id?: string
  readonly source: string
  readonly target: string
  /** With the remarks of a word processor that stand in the row. */
  readonly comment: string
  readonly span: Span
  readonly targetAt: number
}

export interface Table {
  readonly facts: TableFacts
  readonly rows: readonly TableRow[]
  /** The rows, one a line, the cells parted by tabs: what people are shown of the table. */
  readonly text: string
}

/** Reads what `writeTable` wrote and others have filled in and saved. Tracked changes count as accepted. Linear. */
export function readTable(bytes: Uint8Array): { readonly table?: Table; readonly problems: readonly Problem[] } {
  const archive = openArchive(bytes)
  if (!archive.value) return { problems: archive.problems }
  const document = readPart(archive.value, 'word/document.xml')
  const root = document?.root
  const tables = root ? elementsOf(root, 'tbl') : []
  const facts =
    root &&
    elementsOf(root, 'p')
      .map(cellLine)
      .map(readFacts)
      .find(found => found !== undefined)
  if (!facts || tables.length === 0) return { problems: document?.problems ?? [none] }
  const remarks = remarksOf(readPart(archive.value, 'word/comments.xml')?.root)
  const cells = tables.flatMap(table => elementsOf(table, 'tr')).map(row => cellsOf(row, remarks))
  return { table: tableOf(facts, cells.filter(isRow)), problems: [] }
}

const none: Problem = { code: 'table-none', severity: 'error', span: { start: 0, end: 0 } }

interface ReadPart {
  readonly root?: Element
  readonly problems: readonly Problem[]
}

function readPart(archive: Parameters<typeof readEntry>[0], name: string): ReadPart | undefined {
  const entry = archive.entries.get(name)
  if (!entry) return undefined
  const { value, problems } = readEntry(archive, entry)
  if (!value) return { problems }
  const decoded = decodeXml(value)
  const { value: root, problems: malformed } = readXml(decoded.value.text)
  const faults = [...decoded.problems, ...malformed]
  return root && faults.length === 0 ? { root, problems: [] } : { problems: faults.length > 0 ? faults : [none] }
}

/** Elements of a name, but for those within one of them. */
function elementsOf(within: Element, local: string): Element[] {
  return childElements(within).flatMap(child => (child.local === local ? [child] : elementsOf(child, local)))
}

/** What stands in place of something else, or stood there and was deleted. */
const leftOut: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'Fallback', 'pPr', 'rPr', 'tcPr', 'tbl'],
])

const signs: Readonly<Record<string, string>> = {
  ...{ tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '\u00ad' },
}

function cellLine(element: Element): string {
  let text = ''
  for (const child of childElements(element)) {
    if (child.local === 't') text += textContent(child)
    else if (signs[child.local] !== undefined) text += signs[child.local]
    else if (!leftOut.has(child.local)) text += cellLine(child)
  }
  return text
}

/** The paragraphs of a cell, one a line. */
const cellText = (cell: Element | undefined): string =>
  cell ? elementsOf(cell, 'p').map(cellLine).join('\n').replace(/\n+$/, '') : ''

interface Cells {
  readonly number: string
  readonly source: string
  readonly target: string
  readonly comment: string
}

function cellsOf(row: Element, remarks: ReadonlyMap<string, string>): Cells {
  const [number, source, target, comment] = elementsOf(row, 'tc')
  const asked = elementsOf(row, 'commentReference').flatMap(one => remarks.get(attributeValue(one, 'w:id') ?? '') ?? [])
  return {
    number: cellText(number),
    source: cellText(source),
    target: cellText(target),
    comment: [cellText(comment), ...asked].filter(text => text !== '').join('\n'),
  }
}

const idForm = /u-[^\s/]+\/\S+/u

/** The row of headings and rows that somebody has left empty are none. */
const isRow = ({ number, target }: Cells, i: number): boolean =>
  /^\s*\d/.test(number) || idForm.test(number) || (i > 0 && target.trim() !== '')

/** What reviewers have remarked in the margin, by id. */
function remarksOf(root: Element | undefined): ReadonlyMap<string, string> {
  const remarks = root ? elementsOf(root, 'comment') : []
  return new Map(remarks.map(remark => [attributeValue(remark, 'w:id') ?? '', cellText(remark).trim()]))
}

function tableOf(facts: TableFacts, cells: readonly Cells[]): Table {
  let text = ''
  const rows = cells.map(({ number, source, target, comment }): TableRow => {
    const shownNumber = /^\s*(\d+)/.exec(number)?.[1]
    const id = idForm.exec(number)?.[0]
    const line = [shownNumber ?? '', source, target, comment].map(cell => cell.replace(/[\n\t]/g, ' '))
    const start = text === '' ? 0 : text.length + 1
    const targetAt = start + line[0]!.length + source.length + 2
    text += (start > 0 ? '\n' : '') + line.join('\t')
    return {
      ...(shownNumber !== undefined && { number: Number(shownNumber) }),
      ...(id !== undefined && { id }),
      ...{ source, target, comment, targetAt },
      span: { start, end: text.length },
    }
  })
  return { facts, rows, text }
}
