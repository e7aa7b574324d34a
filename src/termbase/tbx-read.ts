import type { Problem, Reading } from '../text/index.ts'
import {
  attributeValue,
  childElements,
  decodeXml,
  type Element,
  growth,
  textContent,
  xmlNamespace,
  xmlParser,
} from '../xml/index.ts'
import type { Concept } from './concept.ts'
import { isField, readFieldExtension, readTermExtension } from './extension.ts'
import type { Fields } from './flat.ts'
import { type Losses, openLosses, type ReadTermsOptions } from './format.ts'
import { type LooseConcept, type LooseTerm, openGatherer } from './gather.ts'
import { genderOfValue, noteMark, statusOfValue, version2, version3, writer } from './tbx-shape.ts'
import { toldAgain } from './told.ts'

const roots: ReadonlySet<string> = new Set([version2.root, version3.root])
const entries: ReadonlySet<string> = new Set([version2.concept, version3.concept])
const languages: ReadonlySet<string> = new Set([version2.language, version3.language])
const sections: ReadonlySet<string> = new Set([version2.term, version3.term, 'ntig'])

/**
 * Reads TBX of version 3 (ISO 30042:2019) in both styles and of version 2, whatever the dialect: an element is known by its name, a
 * data category by its name as element or as `type`. Categories that concepts have no place for are told, kind by kind. Entries are
 * read one at a time. O(n).
 */
export function readTbx(bytes: Uint8Array, options: ReadTermsOptions = {}): Reading<readonly Concept[]> {
  const decoded = decodeXml(bytes)
  if (decoded.problems.length > 0) return { value: [], problems: decoded.problems }
  const concepts: Concept[] = []
  const problems: Problem[] = []
  const losses = openLosses()
  const gather = openGatherer(options)
  let root: string | undefined
  const isOurs = decoded.value.text.slice(0, 4096).includes(`<p>${writer}</p>`)
  const tree = growth()
  const parser = xmlParser({
    maps: false,
    open(element) {
      root ??= element.local
      if (tree.depth > 0 || entries.has(element.local)) tree.open(element)
    },
    text: text => {
      if (tree.depth > 0) tree.add(text)
    },
    close(closeStart, end) {
      const entry = tree.depth > 0 ? tree.close(closeStart, end) : undefined
      if (!entry) return
      const concept = gather({ ...readEntry(entry, losses), isOurs })
      if (concept) concepts.push(concept)
      else problems.push({ code: 'termbase-no-term', severity: 'warning', span: entry.span })
    },
  })
  parser.write(decoded.value.text)
  problems.push(...parser.end())
  if (root !== undefined && !roots.has(root))
    problems.push({ code: 'termbase-not-tbx', severity: 'error', span: { start: 0, end: 0 }, data: { root } })
  return { value: concepts, problems: [...problems, ...losses.problems()] }
}

function readEntry(entry: Element, losses: Losses): LooseConcept {
  const properties = openProperties()
  const terms: LooseTerm[] = []
  const fields: Record<string, unknown> = {}
  for (const child of childElements(entry)) {
    if (!languages.has(child.local)) {
      collect(child, properties, losses)
      continue
    }
    const lang = attributeValue(child, 'lang', xmlNamespace) ?? ''
    for (const inner of childElements(child)) {
      if (sections.has(inner.local)) terms.push(...readTerm(inner, lang, fields, losses))
      else collect(inner, properties, losses)
    }
  }
  const { note, definition, source, subjectField, extension } = properties.all
  const isKind = subjectField !== undefined && isField('kind', subjectField)
  if (subjectField !== undefined && !isKind) losses.add('subjectField')
  const notes = [definition, note].filter(text => text !== undefined).join('\n')
  const id = attributeValue(entry, 'id')?.replace(/^_(?=\d)/, '')
  return {
    ...(id && { id }),
    fields: {
      ...(fields as Fields),
      ...(isKind && { kind: subjectField as Concept['kind'] }),
      ...(notes !== '' && { note: notes }),
      ...(source && { source }),
      ...(extension && readFieldExtension(extension)),
    },
    terms,
    span: entry.span,
  }
}

function readTerm(section: Element, lang: string, fields: Record<string, unknown>, losses: Losses): LooseTerm[] {
  const properties = openProperties()
  for (const child of childElements(section)) collect(child, properties, losses)
  const { term, status, note, definition, source, gender, termType, extension } = properties.all
  if (definition !== undefined) losses.add('definition')
  const known = gender === undefined ? undefined : genderOfValue(gender)
  if (known) fields.gender ??= known
  const administrative = status === undefined ? undefined : statusOfValue(status)
  const isShort = termType === 'shortForm' || termType === 'abbreviation' || termType === 'acronym'
  if (!term) return []
  const kept = extension ? readTermExtension(extension) : undefined
  const reason = toldAgain(note, kept?.reason)
  return [
    {
      ...(administrative && { status: administrative }),
      ...(source && { source }),
      ...(isShort && { part: 'short', role: 'term' }),
      ...kept,
      ...(reason && { reason }),
      lang,
      text: term,
    },
  ]
}

type Property =
  | 'term'
  | 'note'
  | 'definition'
  | 'source'
  | 'subjectField'
  | 'status'
  | 'gender'
  | 'termType'
  | 'extension'

interface Properties {
  readonly all: Readonly<Partial<Record<Property, string>>>
  add(property: Property, text: string): void
}

/** What is given several times stands in lines. */
function openProperties(): Properties {
  const all: Partial<Record<Property, string>> = {}
  return {
    all,
    add(property, text) {
      all[property] = all[property] === undefined ? text : `${all[property]}\n${text}`
    },
  }
}

const known: Readonly<Record<string, Property>> = {
  term: 'term',
  note: 'note',
  definition: 'definition',
  source: 'source',
  subjectField: 'subjectField',
  administrativeStatus: 'status',
  normativeAuthorization: 'status',
  grammaticalGender: 'gender',
  termType: 'termType',
}

const carriers: ReadonlySet<string> = new Set([
  'admin',
  'adminNote',
  'descrip',
  'descripNote',
  'ref',
  'termNote',
  'transac',
  'transacNote',
  'xref',
])

/** The properties that an element and the groups in it hold. */
function collect(element: Element, properties: Properties, losses: Losses): void {
  if (/(?:Grp|Set)$/.test(element.local)) {
    for (const child of childElements(element)) collect(child, properties, losses)
    return
  }
  const name = carriers.has(element.local) ? (attributeValue(element, 'type') ?? element.local) : element.local
  const text = textContent(element).trim()
  if (text === '') return
  if (name === 'note' && text.startsWith(noteMark)) properties.add('extension', text.slice(noteMark.length))
  else if (known[name]) properties.add(known[name], text)
  else if (name !== 'partOfSpeech' || text !== 'noun') losses.add(name)
}
