import type { Reading } from '../text/index.ts'
import { element, writeXml, type XmlElement, type XmlNode } from '../xml/index.ts'
import type { Concept } from './concept.ts'
import { fieldExtension, type TermKey, termExtension } from './extension.ts'
import { type FlatTerm, fieldsOf, flatten } from './flat.ts'
import { isUsable, type WriteTermsOptions } from './format.ts'
import {
  type CategoryName,
  categories,
  type Dialect,
  genderValue,
  hasCategory,
  type Levels,
  namespaces,
  noteMark,
  statusValue,
  writer,
} from './tbx-shape.ts'
import { toldIn } from './told.ts'

/** What a file is written as. */
interface Manner {
  readonly levels: Levels
  readonly dialect: Dialect
  readonly markup: 'dca' | 'dct'
  readonly options: WriteTermsOptions
}

/** TBX of the dialect and style that the options name, TBX-Basic in DCA by default; what has no category goes into notes. */
export function writeTbx(
  concepts: readonly Concept[],
  levels: Levels,
  options: WriteTermsOptions,
): Reading<Uint8Array> {
  const is2 = levels.root === 'martif'
  const markup = is2 ? 'dca' : (options.markup ?? 'dca')
  const manner: Manner = { levels, dialect: is2 ? 'basic' : (options.dialect ?? 'basic'), markup, options }
  const body = element('body', {}, ...concepts.flatMap(concept => entry(concept, manner)))
  const root = element(levels.root, rootAttributes(manner), header(levels), element('text', {}, body))
  const xml = writeXml(root, { mixed: new Set() })
  const text = is2 ? xml.replace('?>\n', '?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n') : xml
  return { value: new TextEncoder().encode(text), problems: [] }
}

function rootAttributes({ levels, dialect, markup }: Manner): Record<string, string> {
  if (levels.root === 'martif') return { type: 'TBX-Basic', 'xml:lang': 'en' }
  const type = { core: 'TBX-Core', min: 'TBX-Min', basic: 'TBX-Basic' }[dialect]
  const modules = markup === 'dct' ? { min: ['min'], basic: ['min', 'basic'], core: [] }[dialect] : []
  return {
    type,
    style: markup,
    'xml:lang': 'en',
    xmlns: namespaces.core,
    ...Object.fromEntries(modules.map(name => [`xmlns:${name}`, namespaces[name as 'min' | 'basic']])),
  }
}

const header = ({ header, root }: Levels): XmlElement =>
  element(
    header,
    {},
    element('fileDesc', {}, element('sourceDesc', {}, element('p', {}, writer))),
    ...(root === 'martif' ? [element('encodingDesc', {}, element('p', { type: 'XCSURI' }, 'TBXBasicXCSV02.xcs'))] : []),
  )

function entry(concept: Concept, manner: Manner): XmlElement[] {
  const { levels, dialect, options } = manner
  const all = flatten(concept, options.derived?.(concept)).filter(term => !options.usableOnly || isUsable(term))
  if (all.length === 0) return []
  const groups = groupsOf(all)
  const terms = inOrder(all, [...groups.values()].flat())
  const fields = fieldsOf(concept)
  const heldFields = new Set([
    ...(hasCategory(dialect, 'subjectField') ? ['kind'] : []),
    ...(hasCategory(dialect, 'source') ? ['source'] : []),
    ...(isForPeople(concept.note) ? ['note'] : []),
  ])
  return [
    element(
      levels.concept,
      { id: xmlId(concept.id) },
      ...category('subjectField', concept.kind, manner),
      ...(isForPeople(concept.note) ? [element('note', {}, concept.note)] : []),
      ...category('source', concept.source, manner),
      ...ourNote(fieldExtension(fields, heldFields)),
      ...[...groups].map(([lang, group]) =>
        element(
          levels.language,
          { 'xml:lang': lang },
          ...group.map(term => termSection(terms.get(term) ?? term, concept, manner)),
        ),
      ),
    ),
  ]
}

function groupsOf(terms: readonly FlatTerm[]): Map<string, FlatTerm[]> {
  const groups = new Map<string, FlatTerm[]>()
  for (const term of terms) {
    const group = groups.get(term.lang)
    if (group) group.push(term)
    else groups.set(term.lang, [term])
  }
  return groups
}

/** Where grouping by language changes the order of the glossary's terms, each says its place. */
function inOrder(before: readonly FlatTerm[], after: readonly FlatTerm[]): ReadonlyMap<FlatTerm, FlatTerm> {
  const [was, is] = [before, after].map(list => list.filter(({ role }) => role === 'term'))
  if (was!.every((term, i) => term === is![i])) return new Map()
  return new Map(was!.map((term, order) => [term, { ...term, order }]))
}

/** An XML name may not begin with a digit. */
const xmlId = (id: string): string => (/^\d/.test(id) ? `_${id}` : id)

const isForPeople = (note: string | undefined): note is string => note !== undefined && !note.startsWith(noteMark)

function termSection(term: FlatTerm, { kind, gender }: Concept, manner: Manner): XmlElement {
  const { dialect, levels } = manner
  const held = new Set<TermKey>([
    ...(hasCategory(dialect, 'administrativeStatus') ? (['status'] as const) : []),
    ...(hasCategory(dialect, 'source') ? (['source'] as const) : []),
    // A note has one language.
    ...(typeof term.reason === 'string' && isForPeople(term.reason) ? (['reason'] as const) : []),
  ])
  const reason = term.reason === undefined ? undefined : toldIn(term.reason, 'en')
  const isName = kind === 'person' || kind === 'place' || kind === 'organisation'
  return element(
    levels.term,
    {},
    element('term', {}, term.text),
    ...category('partOfSpeech', isName ? 'noun' : undefined, manner),
    ...category('administrativeStatus', statusValue(term.status), manner),
    ...category('grammaticalGender', gender && term.role === 'name' ? genderValue(gender) : undefined, manner),
    ...category('termType', term.part === 'short' ? 'shortForm' : undefined, manner),
    ...category('source', term.source, manner),
    ...(isForPeople(reason) ? [element('note', {}, reason)] : []),
    ...ourNote(termExtension(term, kind, held)),
  )
}

function category(name: CategoryName, value: string | undefined, { dialect, markup }: Manner): XmlNode[] {
  if (value === undefined || !hasCategory(dialect, name)) return []
  const { module, carrier } = categories[name]
  return [markup === 'dct' ? element(`${module}:${name}`, {}, value) : element(carrier, { type: name }, value)]
}

const ourNote = (extension: string): XmlNode[] => (extension === '' ? [] : [element('note', {}, noteMark + extension)])
