import { strToU8, zipSync } from 'fflate'
import { escapeAttribute, escapeText } from '../xml/index.ts'

/** Pieces of a document of Word (ECMA-376-1, clause 17), for what is made here and not read first. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** How a stretch of text looks. `style` is a paragraph's, `character` a stretch's. */
export interface Look {
  readonly style?: string
  readonly character?: string
  readonly bold?: boolean
  /** BCP 47. */
  readonly language?: string
  /** Not shown, and kept by word processors. */
  readonly hidden?: boolean
  /** RRGGBB. */
  readonly color?: string
}

const part = (name: string, type: string) =>
  `<Override PartName="/word/${name}.xml" ContentType="${content}.${type}+xml"/>`

const relationship = (type: string, target: string): string =>
  `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/${type}" Target="${target}"/></Relationships>`

const page =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'

/** A document on landscape pages. The same content gives the same bytes. */
export function wordDocument(body: string, styles: readonly string[]): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': relationship('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationship('styles', 'styles.xml'),
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join('')}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}${page}</w:body></w:document>`,
  }
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), { mtime })
}

/** A style of headings; `size` in half points, `level` from 0 where it is one of the outline. */
export const headingStyle = (id: string, name: string, size: number, level?: number): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

/** A style of stretches in another colour that are not checked for spelling. */
export const markStyle = (id: string, name: string, color: string): string =>
  `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr><w:noProof/><w:color w:val="${color}"/></w:rPr></w:style>`

const looks = ({ character, bold, hidden, color, language }: Look): string =>
  [
    character && `<w:rStyle w:val="${character}"/>`,
    bold && '<w:b/>',
    hidden && '<w:noProof/><w:vanish/>',
    color && `<w:color w:val="${color}"/>`,
    language && `<w:lang w:val="${escapeAttribute(language)}"/>`,
  ]
    .filter(Boolean)
    .join('')

/** Text in one look; line breaks and tabs are the document's own. */
export function stretch(text: string, look: Look = {}): string {
  if (text === '') return ''
  const properties = looks(look)
  const inside = text.split(/([\n\t])/).map(piece => {
    if (piece === '\n') return '<w:br/>'
    if (piece === '\t') return '<w:tab/>'
    return piece === '' ? '' : `<w:t xml:space="preserve">${escapeText(piece)}</w:t>`
  })
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside.join('')}</w:r>`
}

/** A paragraph of stretches; what is typed into it later has its language. */
export function paragraph(stretches: string, { style, language }: Look = {}): string {
  const named = style ? `<w:pStyle w:val="${style}"/>` : ''
  const typed = language ? `<w:rPr>${looks({ language })}</w:rPr>` : ''
  const properties = named + typed
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${stretches}</w:p>`
}

/** A table with a line between the rows; widths in twentieths of a point. Cells hold paragraphs; the first row stands on every page. */
export function table(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const borders = ['top', 'bottom', 'insideH']
    .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
    .join('')
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  const cell = (inside: string, i: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`
  const row = (cells: readonly string[], i: number) =>
    `<w:tr><w:trPr><w:cantSplit/>${i === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map(cell).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`
}
