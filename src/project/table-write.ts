import { type Content, type Segment, type Unit, unitsOf, type XliffDocument } from '../xliff/index.ts'
import { type CodeNames, codeNames, contentsOf } from './table-codes.ts'
import { factsLine } from './table-facts.ts'
import { matchLines, noteLines } from './table-notes.ts'
import { headingStyle, markStyle, paragraph, stretch, table, wordDocument } from './word-document.ts'

/** The words of a bilingual table, in the reader's language. */
export interface TableWords {
  readonly title: string
  readonly number: string
  readonly source: string
  readonly target: string
  readonly comment: string
  /** What to do with it, for who fills it in. */
  readonly help: string
}

const codeStyle = 'TlumachCode'
const grey = '888888'
const styles = [headingStyle('Title', 'Title', 32), markStyle(codeStyle, 'tlumach code', '7030A0')]

/** Widths of the columns, in twentieths of a point. */
const widths = [700, 5800, 5800, 2800] as const

/** An exported document as a table for people without a translation program: a row a segment. `readTable` is the way back. */
export function writeTable(xliff: XliffDocument, words: TableWords): Uint8Array {
  const heads = [words.number, words.source, words.target, words.comment]
  const rows = [...unitsOf(xliff)].flatMap(unit => unitRows(unit, xliff))
  const numbered = rows.map((row, i) => row(i + 1))
  const body = [
    paragraph(stretch(words.title), { style: 'Title' }),
    paragraph(stretch(words.help)),
    paragraph(stretch(factsLine(xliff), { color: grey })),
    table(widths, [heads.map(text => paragraph(stretch(text, { bold: true }))), ...numbered]),
    paragraph(''),
  ]
  return wordDocument(body.join(''), styles)
}

type Row = (number: number) => string[]

function unitRows(unit: Unit, { sourceLanguage, targetLanguage }: XliffDocument): Row[] {
  const names = codeNames(contentsOf(unit))
  const isHeading = unit.notes.some(({ category, text }) => category === 'context' && text === 'headline')
  const segments = unit.segments.filter(({ kind }) => kind === 'segment')
  return segments.map((segment, i) => number => [
    paragraph(stretch(`${number}`) + stretch(` ${rowId(unit, segment)}`, { hidden: true })),
    cell(segment.source, names, { language: sourceLanguage, bold: isHeading }),
    cell(segment.target, names, { language: targetLanguage, bold: isHeading }),
    comments([...(i === 0 ? noteLines(unit) : []), ...matchLines(unit, segment)]),
  ])
}

/** The id of a row: it stands behind its number, out of sight. */
export const rowId = ({ id }: Unit, segment: Segment): string => `${id}/${segment.id ?? ''}`

interface CellLook {
  readonly language: string | undefined
  readonly bold: boolean
}

function cell(content: Content | undefined, names: CodeNames, { language, bold }: CellLook): string {
  const look = { ...(language !== undefined && { language }), ...(bold && { bold }) }
  const shown = content ? names.shown(content) : []
  const stretches = shown.map(({ text, isCode }) =>
    isCode ? stretch(text, { character: codeStyle }) : stretch(text, look),
  )
  return paragraph(stretches.join(''), look)
}

/** What is there stands in lines of its own; the last one is for the reader. */
const comments = (lines: readonly string[]): string =>
  [...lines.map(line => paragraph(stretch(line, { color: grey }))), paragraph('')].join('')
