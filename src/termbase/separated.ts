import { decode, encode, type Problem, type Reading } from '../text/index.ts'
import { namesLanguages, readColumns, readPlainColumns } from './columns.ts'
import type { Concept } from './concept.ts'
import { type Row, readDelimited, separatorOf, writeDelimited } from './delimited.ts'
import type { ReadTermsOptions, TermFormat } from './format.ts'
import { isOwnHeader, readTable, writeTable } from './table.ts'

/** Comma- and tab-separated tables: our own with one row a term, other programs' with one row a concept. */
export const csv: TermFormat = separated('csv', ',')
export const tsv: TermFormat = separated('tsv', '\t')

function separated(id: string, separator: string): TermFormat {
  return {
    id,
    extensions: [`.${id}`],
    read(bytes, options = {}) {
      const { value, problems } = decode(bytes)
      if (problems.length > 0) return { value: [], problems }
      const rows = readDelimited(value.text, id === 'tsv' ? '\t' : separatorOf(value.text))
      return readRows(rows, options)
    },
    // Excel takes a file without the mark for one in the machine's old encoding.
    write: (concepts, options) => ({
      value: encode({
        text: writeDelimited(writeTable(concepts, options), separator),
        encoding: 'utf-8',
        bom: id === 'csv',
      }),
      problems: [],
    }),
  }
}

/** The concepts of a table, whosever it is. */
export function readRows(rows: readonly Row[], options: ReadTermsOptions): Reading<readonly Concept[]> {
  const header = rows[0]?.cells ?? []
  if (rows.length === 0) return { value: [], problems: [] }
  if (isOwnHeader(header)) return readTable(rows, options)
  if (namesLanguages(header)) return readColumns(rows, options)
  return options.languages ? readPlainColumns(rows, options) : { value: [], problems: [noHeader(rows[0]!)] }
}

const noHeader = ({ start, end }: Row): Problem => ({
  code: 'termbase-no-header',
  severity: 'error',
  span: { start, end },
})
