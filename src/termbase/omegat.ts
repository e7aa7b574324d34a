import { decode, encode } from '../text/index.ts'
import { readPlainColumns } from './columns.ts'
import type { TermFormat } from './format.ts'
import { pairsOf, usualLanguages } from './pairs.ts'

/**
 * OmegaT's glossary: UTF-8, one pair a line, source, target and remark with tabs between them; a line that begins with # is a
 * remark. It knows no quotes, so a tab or a line end within a text becomes a space.
 */
export const omegat: TermFormat = {
  id: 'omegat',
  extensions: ['.utf8'],
  read(bytes, options = {}) {
    const { value, problems } = decode(bytes)
    if (problems.length > 0) return { value: [], problems }
    return readPlainColumns(lineRows(value.text), { languages: usualLanguages, ...options })
  },
  write(concepts, options = {}) {
    const { pairs, problems } = pairsOf(concepts, { ...options, usableOnly: true })
    const lines = pairs.map(({ source, target, note }) => [source, target, note].map(oneLine).join('\t'))
    return {
      value: encode({ text: lines.map(line => `${line}\n`).join(''), encoding: 'utf-8', bom: false }),
      problems,
    }
  },
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

function lineRows(text: string) {
  let start = 0
  return text.split('\n').flatMap(line => {
    const from = start
    start += line.length + 1
    const bare = line.replace(/\r$/, '')
    return bare.trim() === '' || bare.startsWith('#')
      ? []
      : [{ cells: bare.split('\t'), start: from, end: from + bare.length }]
  })
}
