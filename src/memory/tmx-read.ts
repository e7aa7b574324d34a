import type { Problem } from '../text/index.ts'
import {
  attributeValue,
  type OpenElement,
  type PieceReader,
  type PieceStream,
  pieceStream,
  xmlParser,
} from '../xml/index.ts'
import { contextHash, type Entry, type MemoryRun } from './entry.ts'
import { type SegmentBuilder, segmentBuilder } from './tmx-codes.ts'
import { fromTmxDate, ownTool, propertyNames } from './tmx-names.ts'

/** Entries as they are read. */
export type EntryStream = PieceStream<Entry>

/** Reads entries from pieces of a text. */
export type TmxReader = PieceReader<Entry>

/** A `tu` or a `tuv` while it is read. */
interface Growing {
  readonly attributes: ReadonlyMap<string, string>
  readonly properties: Map<string, string>
  readonly notes: string[]
  readonly span: { readonly start: number; readonly end: number }
}

interface Variant extends Growing {
  readonly language: string | undefined
  runs: readonly MemoryRun[]
}

interface Unit extends Growing {
  readonly variants: Variant[]
}

/** Problems of single units that are told; a file of millions may have as many. */
const problemLimit = 100

/**
 * TMX 1.4b, levels 1 and 2, and what earlier versions wrote (`lang`, `<prop>` without order). A unit gives an entry for each language
 * beside the source language; where that is `*all*`, its first variant is the source. Memory: one unit.
 */
export function tmxReader(): TmxReader {
  const problems: Problem[] = []
  let ready: Entry[] = []
  const file = fileReader({
    entries: entries => void ready.push(...entries),
    problem: problem => void (problems.length < problemLimit && problems.push(problem)),
  })
  let isTmx: boolean | undefined
  const parser = xmlParser({
    maps: false,
    open(element) {
      isTmx ??= element.local === 'tmx'
      file.open(element)
    },
    close: () => file.close(),
    text: ({ text }) => file.text(text),
  })
  const take = () => {
    const batch = ready
    ready = []
    return batch
  }
  return {
    write(chunk) {
      parser.write(chunk)
      return take()
    },
    end() {
      const found = parser.end()
      if (!isTmx && found.length === 0) problems.unshift({ code: 'tmx-unknown', severity: 'error', span: nowhere })
      return { last: take(), problems: [...found, ...problems] }
    },
    get stopped() {
      return parser.stopped
    },
  }
}

interface Told {
  entries(entries: readonly Entry[]): void
  problem(problem: Problem): void
}

/** What the elements of a file mean, told as they open and close. */
function fileReader(told: Told) {
  const path: string[] = []
  let sourceLanguage = ''
  let origin: string | undefined
  let unit: Unit | undefined
  let variant: Variant | undefined
  let segment: SegmentBuilder | undefined
  let property: { readonly type: string; text: string } | undefined

  const endProperty = (kind: 'prop' | 'note', of: Growing | undefined) => {
    if (property && kind === 'prop') of?.properties.set(property.type, property.text)
    else if (property?.text.trim()) of?.notes.push(property.text.trim())
    property = undefined
  }
  const endVariant = (ended: Variant) => {
    if (ended.language !== undefined) unit?.variants.push(ended)
    else told.problem({ code: 'tmx-language-missing', severity: 'warning', span: ended.span })
    variant = undefined
  }
  const endUnit = (ended: Unit) => {
    const language = ended.attributes.get('srclang') ?? sourceLanguage
    const source = sourceVariant(ended.variants, language)
    if (source) {
      const targets = ended.variants.filter(variant => variant !== source)
      told.entries(targets.map(target => entryOf(ended, source, target, origin)))
    } else if (ended.variants.length > 0)
      told.problem({ code: 'tmx-source-missing', severity: 'warning', span: ended.span, data: { language } })
    unit = undefined
  }
  return {
    open(element: OpenElement) {
      const { local } = element
      path.push(local)
      if (segment) segment.open(local, name => attributeValue(element, name))
      else if (local === 'header') {
        sourceLanguage = attributeValue(element, 'srclang') ?? ''
        const tool = attributeValue(element, 'creationtool')
        // Our own file says of each entry where it came from.
        origin = tool === ownTool ? undefined : tool
      } else if (local === 'tu') unit = { ...growing(element), variants: [] }
      else if (local === 'tuv' && unit) variant = { ...growing(element), language: languageOf(element), runs: [] }
      else if (local === 'seg' && variant) segment = segmentBuilder()
      else if (local === 'prop' || local === 'note')
        property = { type: attributeValue(element, 'type') ?? '', text: '' }
    },
    close() {
      const local = path.pop()
      if (segment && local !== 'seg') segment.close()
      else if (segment && variant) {
        variant.runs = segment.finish()
        segment = undefined
      } else if (local === 'prop' || local === 'note') endProperty(local, variant ?? unit)
      else if (local === 'tuv' && variant) endVariant(variant)
      else if (local === 'tu' && unit) endUnit(unit)
    },
    text(text: string) {
      if (segment) segment.text(text)
      else if (property) property.text += text
    },
  }
}

/** The entries of a file as it is read. Spans of problems count from the first chunk. */
export const readTmx = (chunks: AsyncIterable<string> | Iterable<string>): EntryStream =>
  pieceStream(chunks, tmxReader())

const nowhere = { start: 0, end: 0 }

function growing(element: OpenElement): Growing {
  const attributes = new Map(element.attributes.map(({ local, value }) => [local, value]))
  return { attributes, properties: new Map(), notes: [], span: element.span }
}

/** `xml:lang`, or the `lang` of TMX before 1.4. */
function languageOf(element: OpenElement): string | undefined {
  const named = element.attributes.find(({ local, value }) => local === 'lang' && value.trim() !== '')
  return named && canonical(named.value.trim())
}

/** Upper and lower case as BCP 47 writes them; what is no language tag stays as it is. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? language
  } catch {
    return language
  }
}

/** The variant in the source language, else in one of its regions. */
function sourceVariant(variants: readonly Variant[], wanted: string): Variant | undefined {
  if (wanted === '' || wanted.toLowerCase() === '*all*') return variants[0]
  const language = canonical(wanted).toLowerCase()
  const primary = language.split('-')[0]
  return (
    variants.find(variant => variant.language!.toLowerCase() === language) ??
    variants.find(variant => variant.language!.toLowerCase().split('-')[0] === primary)
  )
}

/** What is said of the target goes before what is said of the unit. */
function entryOf(unit: Unit, source: Variant, target: Variant, header: string | undefined): Entry {
  const attribute = (name: string) => target.attributes.get(name) ?? unit.attributes.get(name)
  const property = (names: readonly string[]) => {
    const name = names.find(name => target.properties.has(name) || unit.properties.has(name))
    return name === undefined ? undefined : (target.properties.get(name) ?? unit.properties.get(name))
  }
  const neighbour = (own: string, text: string) => {
    const hash = property([own])
    const said = hash === undefined ? property([text]) : undefined
    return hash ?? (said === undefined ? undefined : contextHash(said))
  }
  const uses = Number(attribute('usagecount') ?? Number.NaN)
  const notes = [...unit.notes, ...target.notes]
  return defined({
    sourceLanguage: source.language!,
    targetLanguage: target.language!,
    source: source.runs,
    target: target.runs,
    before: neighbour(propertyNames.before, 'prev'),
    after: neighbour(propertyNames.after, 'next'),
    created: fromTmxDate(attribute('creationdate')),
    changed: fromTmxDate(attribute('changedate')),
    author: attribute('changeid') ?? attribute('creationid'),
    origin: property([propertyNames.origin]) ?? attribute('creationtool') ?? header,
    file: property([propertyNames.file, 'file', 'x-document', 'x-filename']),
    unit: property([propertyNames.unit, 'id']) ?? unit.attributes.get('tuid'),
    state: property([propertyNames.state]),
    uses: Number.isSafeInteger(uses) && uses >= 0 ? uses : undefined,
    notes: notes.length > 0 ? notes : undefined,
  })
}

/** Without the fields that have no value. */
function defined(fields: { readonly [K in keyof Entry]: Entry[K] | undefined }): Entry {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as Entry
}
