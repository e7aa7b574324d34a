import { type Block, type Document, type Run, type TextFormat, textFormat } from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { type Decoded, runsOf } from '../lift.ts'
import { numbersOf } from './plurals.ts'
import type { Entry, Field } from './po-entries.ts'
import { type PoFile, readPo } from './po-file.ts'
import { placeholderTokens } from './po-placeholders.ts'
import { contentOf, decodeField } from './po-text.ts'
import { poEdits } from './po-write.ts'

/**
 * Catalogs of gettext. A message is a key that is not edited; its translation is a block that says what it translates. For a target
 * language there is a translation for each of its plural forms.
 */
export const po: TextFormat = poFor(undefined)

function poFor(language: string | undefined): TextFormat {
  return textFormat({
    id: 'po',
    extensions: ['.po', '.pot'],
    read: source => documentOf(readPo(source, language)),
    edits: (source, _, changes) => poEdits(source, readPo(source, language), changes),
    forTarget: target => poFor(target),
  })
}

function documentOf({ language, header, entries, problems, source }: PoFile): Reading<Document> {
  const blocks = entries.flatMap(({ id, entry, translations }): Block[] => {
    const key = [entry.context, entry.id].flatMap(field => (field ? [decodeField(source, field).text] : [])).join('|')
    const notes = notesOf(source, entry)
    const said = { kind: 'data', scope: 'body' } as const
    const block = (id: string, field: Field, name: string) => {
      const decoded = decodeField(source, field)
      return { ...said, id, span: contentOf(field), runs: runsIn(decoded, entry), name }
    }
    return [
      { ...block(`${id}.id`, entry.id, key), isKey: true, ...(notes.length > 0 && { notes }) },
      ...(entry.plural ? [{ ...block(`${id}.plural`, entry.plural, `${key}[]`), isKey: true as const }] : []),
      ...translations.map(({ id: own, number, field, of, category, numbers }): Block => {
        const name = entry.plural ? `${key}[${number}]` : key
        const end = [...entry.translations.values()].at(-1)!.end
        const there = field ? block(own, field, name) : { ...said, id: own, span: { start: end, end }, runs: [], name }
        const count = category !== undefined && language ? [countNote(language, category)] : []
        return {
          ...there,
          translates: `${id}.${of}`,
          ...(numbers && { numbers }),
          ...(header?.language !== undefined && { language: header.language }),
          ...(entry.flags.includes('fuzzy') && { unconfirmed: true }),
          ...(count.length + notes.length > 0 && { notes: [...count, ...notes] }),
        }
      }),
    ]
  })
  const comments = entries.flatMap(({ entry }) =>
    entry.remarks.filter(({ mark }) => mark === '').map(({ start, end, text }) => ({ span: { start, end }, text })),
  )
  return { value: { parts: [], blocks, embedded: [], comments }, problems }
}

const runsIn = (decoded: Decoded, { flags }: Entry): readonly Run[] =>
  runsOf(placeholderTokens(decoded.text, flags), decoded)

function countNote(language: string, category: string) {
  const numbers = numbersOf(language, 'cardinal', category)
  return { category: 'context', text: `n: ${category}${numbers === '' ? '' : ` (${numbers})`}` }
}

const categories = { '': 'comment', '.': 'description', ':': 'location' } as const

function notesOf(source: string, { remarks, context }: Entry) {
  const notes = context ? [{ category: 'context', text: decodeField(source, context).text }] : []
  for (const mark of ['.', '', ':'] as const) {
    const text = remarks
      .filter(remark => remark.mark === mark)
      .map(remark => remark.text)
      .join(mark === ':' ? ' ' : '\n')
      .trim()
    if (text !== '') notes.push({ category: categories[mark], text })
  }
  return notes
}
