import type { TermFormat } from './format.ts'
import { readRows } from './separated.ts'
import { writeTable } from './table.ts'
import { readWorkbook } from './xlsx-read.ts'
import { writeWorkbook } from './xlsx-write.ts'

/** An Excel workbook with the table that a CSV file would hold. */
export const xlsx: TermFormat = {
  id: 'xlsx',
  extensions: ['.xlsx'],
  read(bytes, options = {}) {
    const rows = readWorkbook(bytes)
    const reading = readRows(rows.value, options)
    return { value: reading.value, problems: [...rows.problems, ...reading.problems] }
  },
  write: (concepts, options) => ({ value: writeWorkbook(writeTable(concepts, options), 'Glossary'), problems: [] }),
}
