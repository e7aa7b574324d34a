import { strFromU8, unzipSync } from 'fflate'
import type { Problem, Reading } from '../text/index.ts'
import { attributeValue, childElements, type Element, readXml, type Text, xmlParser } from '../xml/index.ts'
import type { Row } from './delimited.ts'

/** A glossary is smaller; what unpacks to more is refused before it is unpacked. */
const largestPart = 512 * 1024 * 1024
const highestRatio = 500

/** The rows of the first sheet of a workbook (ECMA-376-1, clause 18), each cell as text. O(n). */
export function readWorkbook(bytes: Uint8Array): Reading<readonly Row[]> {
  const parts = unpack(bytes)
  if (typeof parts === 'string') return failed(parts)
  const sheet = firstSheet(parts)
  const xml = sheet === undefined ? undefined : parts[sheet]
  if (!xml) return failed('part')
  const shared = parts['xl/sharedStrings.xml']
  const strings = shared ? texts(strFromU8(shared)) : []
  const { rows, problems } = readRows(strFromU8(xml), strings)
  return { value: rows, problems }
}

const failed = (reason: string): Reading<readonly Row[]> => {
  const problem: Problem = {
    code: 'termbase-not-xlsx',
    severity: 'error',
    span: { start: 0, end: 0 },
    data: { reason },
  }
  return { value: [], problems: [problem] }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | 'zip' | 'size' {
  let tooLarge = false
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize, size }) {
        if (!name.startsWith('xl/') || !/\.(xml|rels)$/.test(name)) return false
        if (originalSize > largestPart || (originalSize > 1e6 && originalSize > size * highestRatio)) tooLarge = true
        return !tooLarge
      },
    })
    return tooLarge ? 'size' : parts
  } catch {
    return 'zip'
  }
}

/** The part of the first sheet that the workbook names. */
function firstSheet(parts: Record<string, Uint8Array>): string | undefined {
  const tree = (name: string): Element | undefined => (parts[name] ? readXml(strFromU8(parts[name])).value : undefined)
  const book = tree('xl/workbook.xml')
  const sheets = book && childElements(book).find(({ local }) => local === 'sheets')
  const id = sheets && childElements(sheets)[0]?.attributes.find(({ local, ns }) => local === 'id' && ns !== '')?.value
  const relations = tree('xl/_rels/workbook.xml.rels')
  const found = relations && childElements(relations).find(one => attributeValue(one, 'Id') === id)
  const target = found && attributeValue(found, 'Target')
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The strings of the table of shared strings; readings in ruby (`rPh`) are not part of them. */
function texts(xml: string): string[] {
  const all: string[] = []
  const path: string[] = []
  const parser = xmlParser({
    maps: false,
    open({ local }) {
      path.push(local)
      if (local === 'si') all.push('')
    },
    close: () => void path.pop(),
    text({ text }: Text) {
      if (path.at(-1) === 't' && !path.includes('rPh')) all[all.length - 1] += text
    },
  })
  parser.write(xml)
  parser.end()
  return all.map(unescaped)
}

function readRows(xml: string, strings: readonly string[]): { rows: Row[]; problems: readonly Problem[] } {
  const rows: Row[] = []
  let cells: string[] = []
  let column = 0
  let type = ''
  let value = ''
  const path: string[] = []
  const parser = xmlParser({
    maps: false,
    open(element) {
      path.push(element.local)
      if (element.local === 'row') cells = []
      if (element.local !== 'c') return
      column = columnOf(attributeValue(element, 'r')) ?? cells.length
      type = attributeValue(element, 't') ?? ''
      value = ''
    },
    text({ text }) {
      const at = path.at(-1)
      if ((at === 'v' || at === 't') && path.includes('c') && !path.includes('rPh')) value += text
    },
    close() {
      const local = path.pop()
      if (local === 'c') {
        while (cells.length < column) cells.push('')
        cells[column] = type === 's' ? (strings[Number(value)] ?? '') : unescaped(value)
      } else if (local === 'row' && cells.some(cell => cell !== '')) rows.push({ cells, start: 0, end: 0 })
    },
  })
  parser.write(xml)
  return { problems: parser.end(), rows }
}

/** The number of a column by the place of a cell: A1 is in 0. A place beyond what a sheet has is none (XFD). */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1]
  if (letters === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < 16_384 ? column : undefined
}
