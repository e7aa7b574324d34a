import type { SheetEntry, SheetLetter, SheetWords } from './glossary-sheet.ts'
import { headingStyle, type Look, paragraph, stretch, table, wordDocument } from './word-document.ts'

const styles = [headingStyle('Title', 'Title', 40), headingStyle('Heading1', 'heading 1', 28, 0)]

/** Widths of the columns, in twentieths of a point. */
const widths = [3000, 3000, 3000, 3000, 3100] as const

/** A style sheet as a document of Word: a heading and a table for each letter. */
export function sheetDocx(letters: readonly SheetLetter[], words: SheetWords): Uint8Array {
  const heads = [words.name, words.uk, words.ru, words.avoid, words.note].map(text => cell(text, { bold: true }))
  const body = [
    paragraph(stretch(words.title), { style: 'Title' }),
    ...letters.flatMap(({ letter, entries }) => [
      paragraph(stretch(letter), { style: 'Heading1' }),
      table(widths, [heads, ...entries.map(cellsOf)]),
      paragraph(''),
    ]),
  ]
  return wordDocument(body.join(''), styles)
}

const cell = (text: string, look: Look): string => paragraph(stretch(text, look))

const cellsOf = ({ name, uk, ru, avoid, note }: SheetEntry): string[] => [
  cell(name, { bold: true, language: 'en-GB' }),
  cell(uk, { language: 'uk-UA' }),
  cell(ru, { language: 'ru-RU' }),
  cell(avoid.join(', '), { language: 'en-GB' }),
  cell(note, { language: 'en-GB' }),
]
