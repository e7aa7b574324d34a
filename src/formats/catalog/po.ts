import { type Block, type Document, type Run, type TextFormat, textFormat } from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { type Decoded, runsOf } from '../lift.ts'
import { branchNotes, withPath } from './icu-texts.ts'
import { numbersOf } from './plurals.ts'
import type { Entry, Field } from './po-entries.ts'
import { type PoFile, readPo } from './po-file.ts'
import type { PoIcu } from './po-icu.ts'
import { placeholderTokens } from './po-placeholders.ts'
import { contentOf, decodeField } from './po-text.ts'
import { poEdits } from './po-write.ts'

/**
 * Catalogs of gettext. A message is a key that is not edited; its translation is a block that says what it translates. For a target
 * language there is a translation for each of its plural forms.
 */
export const po: TextFormat = poFor(undefined)

type Note = NonNullable<Block['notes']>[number]

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
  const blocks = entries.flatMap(({ id, entry, translations, icu }): Block[] => {
    const key = [entry.context, entry.id].flatMap(field => (field ? [decodeField(source, field).text] : [])).join('|')
    const notes = notesOf(source, entry)
    const said = { kind: 'data', scope: 'body' } as const
    const block = (id: string, field: Field, name: string) => {
      const decoded = decodeField(source, field)
      return { ...said, id, span: contentOf(field), runs: runsIn(decoded, entry), name }
    }
    if (icu) return icuBlocks(id, { entry, translations, icu }, { key, notes, language, isIn: header?.language })
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

/** An ICU message and its translation, text by text. */
function icuBlocks(
  id: string,
  { entry, translations, icu }: { readonly icu: PoIcu } & Pick<PoFile['entries'][number], 'entry' | 'translations'>,
  file: {
    readonly key: string
    readonly notes: readonly Note[]
    readonly language: string | undefined
    readonly isIn: string | undefined
  },
): Block[] {
  const [own] = translations
  const { start, end } = entry.id
  const texts = icu.texts.map(text => {
    const notes = [...branchNotes(icu.root, text.place, icu.decoded.text, file.language), ...file.notes]
    const shared = { kind: 'data', scope: 'body', name: withPath(file.key, text.place) } as const
    return { ...text, key: withPath(`${id}.id`, text.place), shared: { ...shared, ...(notes.length > 0 && { notes }) } }
  })
  return [
    ...texts.map(({ key, shared, runs }): Block => ({ ...shared, id: key, span: { start, end }, runs, isKey: true })),
    ...texts.map(
      ({ key, shared, place, translation }): Block => ({
        ...shared,
        id: withPath(own!.id, place),
        span: own!.field ? contentOf(own!.field) : { start: end, end },
        runs: translation,
        translates: key,
        ...(file.isIn !== undefined && { language: file.isIn }),
        ...(entry.flags.includes('fuzzy') && { unconfirmed: true }),
      }),
    ),
  ]
}

const runsIn = (decoded: Decoded, { flags }: Entry): readonly Run[] =>
  runsOf(placeholderTokens(decoded.text, flags), decoded)

function countNote(language: string, category: string) {
  const numbers = numbersOf(language, 'cardinal', category)
  return { category: 'context', text: `n: ${category}${numbers === '' ? '' : ` (${numbers})`}` }
}

const categories = { '': 'comment', '.': 'description', ':': 'location' } as const

function notesOf(source: string, { remarks, context }: Entry): Note[] {
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
