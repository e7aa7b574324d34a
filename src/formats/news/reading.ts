import type { Document, Embedded } from '../../content/index.ts'
import type { Problem, Reading } from '../../text/index.ts'
import { type Element, readXmlDocument, xmlComments } from '../../xml/index.ts'
import { readReference } from '../entities.ts'
import type { GrowingBlock } from '../markup/paragraph.ts'

/** A document while it is read. */
export interface NewsReading {
  readonly blocks: GrowingBlock[]
  readonly embedded: Embedded[]
  readonly language?: string | undefined
  /** ISO 8601. */
  readonly date?: string | undefined
}

/** The root of a file that is to be in a format; undefined, with the reason, where it is not well-formed or something else. */
export function openNews(
  source: string,
  format: string,
  isRoot: (root: Element) => boolean,
): { readonly root: Element | undefined; readonly problems: readonly Problem[] } {
  const { value, problems } = readXmlDocument(source)
  const { root } = value
  const unknown = problems.filter(problem => !isKnownEntity(problem))
  // Beyond so many entities the reader stops, and says nothing more.
  const isWhole = root !== undefined && problems.length < 100 && problems.every(({ code }) => code === 'xml-entity')
  if (!isWhole) return { root: undefined, problems: unknown.length > 0 ? unknown : problems }
  if (isRoot(root)) return { root, problems: unknown }
  const span = { start: root.span.start, end: root.openEnd }
  return {
    root: undefined,
    problems: [{ code: 'news-root', severity: 'error', span, data: { format, name: root.name } }],
  }
}

/** The names of HTML, which the DTD of NITF declares, too, are read as their characters. */
const isKnownEntity = ({ code, data }: Problem): boolean =>
  code === 'xml-entity' && readReference(`&${data?.name};`, 0) !== undefined

export function readingOf(
  source: string,
  { blocks, embedded, language, date }: NewsReading,
  problems: readonly Problem[],
): Reading<Document> {
  const sorted = blocks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const [i, block] of sorted.entries()) block.id = `b${i + 1}`
  const value: Document = {
    parts: [],
    blocks: sorted,
    embedded,
    comments: xmlComments(source),
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
  }
  return { value, problems }
}
