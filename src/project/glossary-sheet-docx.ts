import { strToU8, zipSync } from 'fflate'
import { escapeText } from '../xml/index.ts'
import type { SheetEntry, SheetLetter, SheetWords } from './glossary-sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A style sheet as a document of Word (ECMA-376-1, clause 17): a heading and a table for each letter. */
export function sheetDocx(letters: readonly SheetLetter[], words: SheetWords): Uint8Array {
  const body = [
    paragraph(words.title, { style: 'Title' }),
    ...letters.flatMap(({ letter, entries }) => [
      paragraph(letter, { style: 'Heading1' }),
      table(entries, words),
      paragraph('', {}),
    ]),
  ]
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${content}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
    '_rels/.rels': relationship('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationship('styles', 'styles.xml'),
    'word/styles.xml': styles,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  }
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), { mtime })
}

const relationship = (type: string, target: string): string =>
  `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/${type}" Target="${target}"/></Relationships>`

const namedStyle = (id: string, name: string, size: number, level: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>${level}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

const styles = `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>${namedStyle('Title', 'Title', 40, '')}${namedStyle('Heading1', 'heading 1', 28, '<w:outlineLvl w:val="0"/>')}</w:styles>`

interface Look {
  readonly style?: string
  readonly bold?: boolean
  readonly language?: string
}

function paragraph(text: string, { style, bold, language }: Look): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  const look = `${bold ? '<w:b/>' : ''}${language ? `<w:lang w:val="${language}"/>` : ''}`
  const run = `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`
  return `<w:p>${properties}${text === '' ? '' : run}</w:p>`
}

/** Widths of the columns, in twentieths of a point. */
const widths = [3000, 3000, 3000, 3000, 3100] as const

function table(entries: readonly SheetEntry[], words: SheetWords): string {
  const borders = ['top', 'bottom', 'insideH']
    .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
    .join('')
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  const heads = [words.name, words.uk, words.ru, words.avoid, words.note].map(text => [text, { bold: true }] as const)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(heads, '<w:tblHeader/>')}${entries.map(entryRow).join('')}</w:tbl>`
}

const entryRow = ({ name, uk, ru, avoid, note }: SheetEntry): string =>
  row([
    [name, { bold: true, language: 'en-GB' }],
    [uk, { language: 'uk-UA' }],
    [ru, { language: 'ru-RU' }],
    [avoid.join(', '), { language: 'en-GB' }],
    [note, { language: 'en-GB' }],
  ])

function row(cells: readonly (readonly [text: string, look: Look])[], also = ''): string {
  const inside = cells.map(
    ([text, look], i) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${paragraph(text, look)}</w:tc>`,
  )
  return `<w:tr><w:trPr><w:cantSplit/>${also}</w:trPr>${inside.join('')}</w:tr>`
}
