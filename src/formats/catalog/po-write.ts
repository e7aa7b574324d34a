import { alignRuns, type Changes, newText, type Run } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { withPath } from './icu-texts.ts'
import { joinEdits } from './join-edits.ts'
import type { Entry, Field } from './po-entries.ts'
import { type PoFile, primary, type Translation } from './po-file.ts'
import { headerEdits } from './po-header.ts'
import { icuText } from './po-icu.ts'
import { contentOf, decodeField, escapePo, type PoStyle, spellField } from './po-text.ts'

/**
 * The edits for new translations; messages are keys and stay. For a target language a new translation is no longer fuzzy, forms that the
 * language does not have go, the header says the language if anything is new, and what was translated into another one is emptied.
 */
export function poEdits(source: string, file: PoFile, changes: Changes): Edit[] {
  const { language, header, entries } = file
  const edits: Edit[] = []
  const all = entries.map(({ entry }) => entry)
  const style = styleOf(source, header ? [header.entry, ...all] : all)
  const isOther =
    language !== undefined && header?.language !== undefined && primary(header.language) !== primary(language)
  const isChanged = entries.some(entry => touchedIn(entry, changes).length > 0)
  if (!isChanged) return []
  for (const message of entries) {
    const { entry, translations, icu } = message
    const touched = touchedIn(message, changes)
    for (const translation of translations) {
      const text = icu && icuText(icu, translation.id, changes, !isOther)
      const given = icu ? text && [newText(text)] : changes.get(translation.id)
      const runs = given || (isOther ? [] : undefined)
      if (runs) edits.push(...translationEdits(source, translation, runs, style))
    }
    if (language === undefined || (touched.length === 0 && !isOther)) continue
    edits.push(...dropped(entry, translations))
    if (touched.length > 0) edits.push(...confirmed(source, entry))
  }
  const isNew = ({ span, insert }: Edit) => insert !== source.slice(span.start, span.end)
  const isOpen = header?.language === undefined && edits.some(isNew)
  if (language !== undefined && header && (isOther || isOpen)) {
    edits.push(...headerEdits(source, header, language), ...confirmed(source, header.entry))
  }
  return joinEdits(edits.filter(isNew))
}

const touchedIn = ({ translations, icu }: PoFile['entries'][number], changes: Changes): readonly Translation[] =>
  translations.filter(({ id }) =>
    icu ? icu.texts.some(({ place }) => changes.has(withPath(id, place))) : changes.has(id),
  )

function translationEdits(
  source: string,
  { entry, number, field }: Translation,
  runs: readonly Run[],
  style: PoStyle,
): Edit[] {
  if (field) return [fieldEdit(source, field, runs, style)]
  const text = textOf(runs)
  if (text === '') return []
  const keyword = `msgstr[${number}] `
  const { end } = [...entry.translations.values()].at(-1)!
  return [{ span: { start: end, end }, insert: style.lineEnd + keyword + spellField(text, keyword.length, style) }]
}

/** A small change leaves the lines as they are; a text that comes from elsewhere is laid out anew. */
function fieldEdit(source: string, field: Field, runs: readonly Run[], style: PoStyle): Edit {
  const decoded = decodeField(source, field)
  const span = contentOf(field)
  const text = textOf(runs)
  if (text === decoded.text) return { span, insert: source.slice(span.start, span.end) }
  const isOwn = runs.some(
    run => run.kind === 'text' && run.map.some(({ start, end }) => start >= span.start && end <= span.end),
  )
  if (!isOwn) {
    const first = field.strings[0]!.start - 1
    return { span: { start: first, end: field.end }, insert: spellField(text, first - field.start, style) }
  }
  const [run] = alignRuns([{ kind: 'text', ...decoded }], [newText(text)])
  let insert = ''
  let at = 0
  const pieces = run?.kind === 'text' ? run.map : []
  for (const piece of pieces) {
    insert += escapePo(text.slice(at, piece.at)) + source.slice(piece.start, piece.end)
    at = piece.at + piece.length
  }
  return { span, insert: insert + escapePo(text.slice(at)) }
}

/** What runs say; a code is the placeholder that stands at its place. */
const textOf = (runs: readonly Run[]): string => runs.map(run => (run.kind === 'text' ? run.text : run.label)).join('')

/** Forms that the language does not have. */
function dropped(entry: Entry, translations: readonly Translation[]): Edit[] {
  if (!entry.plural) return []
  const numbers = new Set(translations.map(({ number }) => number))
  const fields = [...entry.translations]
  return fields.flatMap(([number, field], i): Edit[] => {
    if (numbers.has(number)) return []
    const previous = fields[i - 1]?.[1]
    const start = previous ? previous.end : field.start
    return [{ span: { start, end: field.end }, insert: '' }]
  })
}

/** A fuzzy entry confirmed: the flag goes, and with it what the message was before. */
function confirmed(source: string, { flags, remarks }: Entry): Edit[] {
  if (!flags.includes('fuzzy')) return []
  return remarks.flatMap(({ mark, text, start, end }): Edit[] => {
    if (mark !== ',' && mark !== '|') return []
    const rest = mark === ',' ? text.split(',').filter(flag => flag.trim() !== 'fuzzy') : []
    if (rest.length > 0) return [{ span: { start, end }, insert: `#, ${rest.join(',').trim()}` }]
    const lineEnd = /\r\n?|\n/y
    lineEnd.lastIndex = end
    lineEnd.exec(source)
    return [{ span: { start, end: Math.max(end, lineEnd.lastIndex) }, insert: '' }]
  })
}

/** A file wraps its lines if any text of it goes over to the next line without a line break of its own. */
function styleOf(source: string, entries: readonly Entry[]): PoStyle {
  const fields = entries.flatMap(({ id, translations }) => [id, ...translations.values()])
  const wraps = fields.some(({ strings }) =>
    strings.slice(0, -1).some(({ start, end }) => start < end && !source.slice(start, end).endsWith('\\n')),
  )
  return { lineEnd: /\r\n?|\n/.exec(source)?.[0] ?? '\n', wraps }
}
