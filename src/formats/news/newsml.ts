import { type Document, type Embedded, type TextFormat, textFormat } from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { attributeValue, childElements, type Element, escapeText, type Text, textContent } from '../../xml/index.ts'
import type { Place } from '../markup/paragraph.ts'
import { heldBy } from './declaration.ts'
import { isNitf, readNitfElement } from './nitf.ts'
import { type Around, languageIn, languageTag, readProse, type Vocabulary } from './prose.ts'
import { type NewsReading, openNews, readingOf } from './reading.ts'
import { newsEdits, withReferences } from './write.ts'

const newsNamespace = 'http://iptc.org/std/nar/2006-10-01/'
const xhtmlNamespace = 'http://www.w3.org/1999/xhtml'

/** NewsML-G2 (IPTC): items, and messages of several. */
export const newsml: TextFormat = textFormat({
  id: 'newsml',
  extensions: ['.newsml'],
  read: readNewsml,
  edits: (source, document, changes, languages) =>
    newsEdits(source, document, { changes, languages }, text => readNewsml(text).value),
})

function readNewsml(source: string): Reading<Document> {
  const { root, problems } = openNews(source, 'NewsML-G2', isNewsml)
  const reading: NewsReading = { blocks: [], embedded: [] }
  if (!root) return readingOf(source, reading, problems)
  const items = itemElements.has(root.local) ? [root] : itemsOf(root)
  for (const item of items) {
    const language = item === root ? undefined : languageIn(item)
    readProse(source, item, { place: paragraph, language }, vocabularyOf(source, item, reading), reading.blocks)
  }
  return readingOf(source, { ...reading, language: languageIn(root), date: dateOf(items) }, problems)
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const itemElements = words('newsItem packageItem planningItem conceptItem knowledgeItem catalogItem')

export const isNewsml = ({ local, ns }: Element): boolean =>
  ns === newsNamespace && (local === 'newsMessage' || itemElements.has(local))

const itemsOf = (message: Element): Element[] =>
  childElements(message)
    .filter(({ local }) => local === 'itemSet')
    .flatMap(childElements)

/** What holds text, and what holds such elements. Names of concepts are those of a vocabulary that many share: they stay. */
const containers = words(
  'itemMeta contentMeta partMeta contentSet groupSet group itemRef newsCoverageSet newsCoverage planning deliverable',
)

const paragraph: Place = { kind: 'paragraph', scope: 'body' }
const heading: Place = { kind: 'heading', scope: 'headline' }
const places: Readonly<Record<string, Place>> = {
  headline: heading,
  title: { kind: 'title', scope: 'headline' },
  slugline: { kind: 'title', scope: 'headline' },
  description: paragraph,
  dateline: paragraph,
  by: paragraph,
  creditline: paragraph,
}
const inline = words('a span inline')

const contents = words('inlineXML inlineData')

/** The elements of an item. Its content, which is NITF, XHTML or a text, is read in its own way. */
function vocabularyOf(source: string, item: Element, reading: NewsReading): Vocabulary {
  const spoken = contentLanguageOf(item)
  return {
    roleOf({ local, ns }) {
      if (ns !== newsNamespace) return 'hidden'
      if (containers.has(local) || contents.has(local) || Object.hasOwn(places, local)) return 'block'
      return inline.has(local) ? 'inline' : local === 'br' ? 'break' : local === 'ruby' ? 'opaque' : 'hidden'
    },
    placeIn: ({ local }, around) => (Object.hasOwn(places, local) ? places[local]! : around),
    take(element, around) {
      if (!contents.has(element.local)) return false
      const language = languageIn(element) ?? spoken ?? around.language
      const inside = { place: paragraph, language }
      if (element.local === 'inlineXML') takeXml(source, element, inside, reading)
      else takeData(source, element, inside, reading)
      return true
    },
  }
}

/** The language that an item says its content is in, where it says one; \`xml:lang\` is that of the metadata. */
function contentLanguageOf(item: Element): string | undefined {
  const tags = childrenOf(childrenOf([item], 'contentMeta'), 'language').map(e => attributeValue(e, 'tag')?.trim())
  const [tag, ...others] = new Set(tags)
  return tag !== undefined && others.length === 0 && languageTag.test(tag) ? tag : undefined
}

function takeXml(source: string, content: Element, around: Around, reading: NewsReading): void {
  for (const element of childElements(content)) {
    const own = languageIn(element) ?? attributeValue(element, 'lang') ?? around.language
    if (isNitf(element)) readNitfElement(source, element, { ...around, language: own }, reading)
    else if (element.ns === xhtmlNamespace && element.name === element.local) {
      const { start, end } = element.span
      const text = source.slice(start, end)
      const map = [{ at: 0, length: text.length, start, end }]
      const holds = heldBy(source)
      const encode = (inner: string) => withReferences(inner, holds)
      reading.embedded.push({ span: { start, end }, format: 'html', text, map, encode, ...said(own) })
    }
  }
}

const htmlTypes = words('text/html application/xhtml+xml')

/** Text, or HTML written as text. */
function takeData(source: string, content: Element, { language }: Around, reading: NewsReading): void {
  const type = (attributeValue(content, 'contenttype') ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
  const format = htmlTypes.has(type) ? 'html' : type === 'text/plain' ? 'plain' : undefined
  const [node, ...others] = content.children.filter(child => child.kind !== 'text' || /\S/.test(child.text))
  const isEncoded = attributeValue(content, 'encoding') !== undefined
  if (!format || isEncoded || node?.kind !== 'text' || others.length > 0) return
  const { text, map } = node
  const span = { start: map[0]!.start, end: map.at(-1)!.end }
  reading.embedded.push({ span, format, text, map, encode: encodingOf(node, source), ...said(language) })
}

const said = (language: string | undefined): Pick<Embedded, 'language'> => (language === undefined ? {} : { language })

function encodingOf({ cdata }: Text, source: string): (text: string) => string {
  if (cdata) return text => text.replaceAll(']]>', ']]]]><![CDATA[>')
  const holds = heldBy(source)
  return text => withReferences(escapeText(text), holds)
}

/** The day of the content, else of the version; undefined where items differ. */
function dateOf(items: readonly Element[]): string | undefined {
  const created = childrenOf(childrenOf(items, 'contentMeta'), 'contentCreated')
  const dated = created.length > 0 ? created : childrenOf(childrenOf(items, 'itemMeta'), 'versionCreated')
  const [day, ...others] = new Set(dated.map(element => /^\s*(\d{4}-\d\d-\d\d)(?!\d)/.exec(textContent(element))?.[1]))
  return others.length === 0 ? day : undefined
}

const childrenOf = (elements: readonly Element[], local: string): Element[] =>
  elements.flatMap(childElements).filter(child => child.local === local)
