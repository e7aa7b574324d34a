import { strToU8, zipSync } from 'fflate'
import { escapeAttribute, escapeText } from '../xml/index.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook of one sheet of texts (ECMA-376-1, clause 18); the first row stands still when the others are scrolled. */
export function writeWorkbook(rows: readonly (readonly string[])[], sheet: string): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationship('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeAttribute(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationship('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': worksheet(rows),
  }
  // One date for all files: the same concepts are the same bytes.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), { mtime })
}

const relationship = (type: string, target: string): string =>
  `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/${type}" Target="${target}"/></Relationships>`

function worksheet(rows: readonly (readonly string[])[]): string {
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const body = rows.map((cells, r) => `<row r="${r + 1}">${cells.map((text, c) => cell(text, c, r)).join('')}</row>`)
  return `<worksheet xmlns="${main}">${pane}<sheetData>${body.join('')}</sheetData></worksheet>`
}

const cell = (text: string, column: number, row: number): string =>
  text === ''
    ? ''
    : `<c r="${columnName(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeText(escaped(text))}</t></is></c>`

/** A, B … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** `_xHHHH_` stands for a character by its number (ECMA-376-1, 22.9.2.19, ST_Xstring); one that stands for itself is spelled so. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
