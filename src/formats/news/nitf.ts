import { type Document, type TextFormat, textFormat } from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { attributeValue, type Element, findAttribute } from '../../xml/index.ts'
import type { Place } from '../markup/paragraph.ts'
import { type Around, languageIn, type Role, readProse, type Vocabulary } from './prose.ts'
import { type NewsReading, openNews, readingOf } from './reading.ts'
import { newsEdits } from './write.ts'

/** NITF 3.x (IPTC News Industry Text Format). */
export const nitf: TextFormat = textFormat({
  id: 'nitf',
  extensions: ['.nitf'],
  read: readNitf,
  edits: (source, document, changes, languages) =>
    newsEdits(source, document, { changes, languages }, text => readNitf(text).value),
})

function readNitf(source: string): Reading<Document> {
  const { root, problems } = openNews(source, 'NITF', isNitf)
  const reading: NewsReading = { blocks: [], embedded: [] }
  if (!root) return readingOf(source, reading, problems)
  readNitfElement(source, root, { place: paragraph, language: undefined }, reading)
  return readingOf(source, { ...reading, language: languageIn(root), date: dateOf(root) }, problems)
}

/** NITF has no namespace in its DTD, and one that begins so in its schemas. */
export const isNitf = ({ local, ns }: Element): boolean =>
  local === 'nitf' && (ns === '' || ns.startsWith('http://iptc.org/std/NITF/'))

/** Adds the blocks of a `nitf` element, which may stand in another document. */
export const readNitfElement = (source: string, root: Element, around: Around, { blocks }: NewsReading): void =>
  readProse(source, root, around, nitfVocabulary, blocks)

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What parts text from text. */
const blockElements = words(
  'nitf head body body.head body.content body.end title hedline hl1 hl2 byline byttl dateline distributor abstract block p ' +
    'bq credit note fn pre content media media-caption media-producer caption dl dt dd ol ul li ' +
    'table nitf-table nitf-table-summary thead tbody tfoot tr th td tagline bibliography',
)

/** Metadata, and what programs read: subjects, document data, encoded pictures, tables in other vocabularies. */
const hiddenElements = words(
  'docdata pubdata revision-history tobject iim meta ds rights series media-reference media-metadata media-object ' +
    'nitf-table-metadata custom-table col colgroup hr',
)

/** Addresses and codes, which stand for themselves in a sentence. */
const opaqueElements = words('virtloc postaddr alt-code classifier')

const paragraph: Place = { kind: 'paragraph', scope: 'body' }
const heading: Place = { kind: 'heading', scope: 'headline' }
const caption: Place = { kind: 'caption', scope: 'caption' }
const item: Place = { kind: 'list-item', scope: 'list' }
const cell: Place = { kind: 'table-cell', scope: 'table' }

const places: Readonly<Record<string, Place>> = {
  title: { kind: 'title', scope: 'headline' },
  hedline: heading,
  hl1: heading,
  hl2: heading,
  'media-caption': caption,
  'media-producer': caption,
  caption,
  li: item,
  dt: item,
  dd: item,
  th: cell,
  td: cell,
  bq: { kind: 'paragraph', scope: 'quotation' },
}

/** Elements of other vocabularies are not looked into; those that NITF may have besides these stand in a line. */
const nitfVocabulary: Vocabulary = {
  roleOf({ local, ns }: Element): Role {
    if (ns !== '' && !ns.startsWith('http://iptc.org/std/NITF/')) return 'opaque'
    if (blockElements.has(local)) return 'block'
    if (hiddenElements.has(local)) return 'hidden'
    if (opaqueElements.has(local)) return 'opaque'
    return local === 'br' ? 'break' : 'inline'
  },
  placeIn({ local }, around) {
    const own = Object.hasOwn(places, local) ? places[local]! : undefined
    // Who is quoted is named outside the quotation.
    if (local === 'credit' && around.scope === 'quotation') return paragraph
    return own && around.scope === 'quotation' ? { ...own, scope: 'quotation' } : (own ?? around)
  },
  languageOf: element => (element.local === 'lang' ? attributeValue(element, 'iso') : undefined),
  descriptionOf: element =>
    element.local === 'media-reference' ? findAttribute(element, 'alternate-text') : undefined,
}

/** ISO 8601 date of issue, else of publication; NITF gives both in the basic form, 20261122T143000Z. */
function dateOf(root: Element): string | undefined {
  const head = childrenOf(root, 'head')
  const issued = head.flatMap(e => childrenOf(e, 'docdata')).flatMap(e => childrenOf(e, 'date.issue'))
  const published = head.flatMap(e => childrenOf(e, 'pubdata'))
  const dates = [
    ...issued.map(e => attributeValue(e, 'norm')),
    ...published.map(e => attributeValue(e, 'date.publication')),
  ]
  const match = dates.map(date => /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(date ?? '')).find(found => found !== null)
  return match ? match.slice(1).join('-') : undefined
}

const childrenOf = (element: Element, local: string): Element[] =>
  element.children.filter((node): node is Element => node.kind === 'element' && node.local === local)
