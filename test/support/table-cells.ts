import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export interface RowCells {
  readonly number: number
  readonly source: string
}

export interface Filling {
  readonly target?: string
  readonly comment?: string
  /** Instead of the source that is there. */
  readonly source?: string
}

const document = 'word/document.xml'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const plain = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  )

/** What stands between the tags of text. */
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
    .map(([tag, text]) => (text === undefined ? (tag === '<w:br/>' ? '\n' : '\t') : plain(text)))
    .join('')

const typed = (text: string) =>
  `<w:p>${text
    .split(/([\n\t])/)
    .map(piece =>
      piece === '\n'
        ? '<w:r><w:br/></w:r>'
        : piece === '\t'
          ? '<w:r><w:tab/></w:r>'
          : `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`,
    )
    .join('')}</w:p>`

/** The table with the XML of its document changed. */
export function editTable(docx: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx)
  return zipSync({ ...parts, [document]: strToU8(edit(strFromU8(parts[document]!))) })
}

/** A bilingual table filled in as a person would, row by row. */
export const fillCells = (docx: Uint8Array, fill: (row: RowCells) => Filling): Uint8Array =>
  editTable(docx, xml =>
    xml.replace(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g, row => {
      const cells = row.match(/<w:tc>(?:(?!<\/w:tc>)[\s\S])*<\/w:tc>/g)!
      const number = Number.parseInt(textOf(cells[0]!), 10)
      if (Number.isNaN(number)) return row
      const filling = fill({ number, source: textOf(cells[1]!) })
      const put = (cell: string, text: string | undefined, isMore = false) =>
        text === undefined
          ? cell
          : isMore
            ? cell.replace(/<\/w:tc>$/, `${typed(text)}</w:tc>`)
            : cell.replace(/<w:p>[\s\S]*(?=<\/w:tc>)/, typed(text))
      const [first, source, target, comment] = cells as [string, string, string, string]
      const filled = [
        first,
        put(source, filling.source),
        put(target, filling.target),
        put(comment, filling.comment, true),
      ]
      return `${row.slice(0, row.indexOf('<w:tc>')) + filled.join('')}</w:tr>`
    }),
  )
