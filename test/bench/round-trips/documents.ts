import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogOf, type FormatId, formats, newsOf } from '../../../src/formats/index.ts'
import type { Source } from '../../../src/project/index.ts'
import { i18nextMessage, icuMessage, jsonCatalog } from '../../formats/json-documents.ts'
import { poFile } from '../../formats/po-documents.ts'
import { docxDocument } from '../../support/docx-documents.ts'
import { htmlDocument } from '../../support/html-documents.ts'
import { markdownDocument } from '../../support/markdown-documents.ts'
import {
  inlineNitf,
  inlineTexts,
  inlineXhtml,
  newsItem,
  newsMessage,
  newsParagraphs,
  nitfArticle,
} from '../../support/news-documents.ts'
import { odtDocument } from '../../support/odt-documents.ts'
import { srtDocument, vttDocument } from '../../support/subtitle-documents.ts'

/** A document to be sent round, opened when its turn comes. */
export interface Sample {
  /** `json` where nothing tells which catalog it is. */
  readonly format: FormatId | 'json'
  /** What its file is called. */
  readonly path: string
  readonly generated: boolean
  open(): Source
}

/** A file of each format for a seed. */
const generators: Readonly<Record<FormatId, (seed: number) => string | Uint8Array>> = {
  plain: seed => markdownDocument(seed).replace(/[^\p{L}\p{N}\s.,?!<>&]/gu, ' '),
  markdown: markdownDocument,
  html: htmlDocument,
  docx: docxDocument,
  odt: odtDocument,
  srt: srtDocument,
  vtt: vttDocument,
  i18next: seed => jsonCatalog(seed, i18nextMessage, ['', '_one', '_other']),
  icu: seed => jsonCatalog(seed, icuMessage, []),
  po: poFile,
  nitf: seed => nitfArticle.replace('<hr/>', () => newsParagraphs(seed)),
  newsml: seed => {
    const inner = (seed % 2 === 0 ? inlineNitf : inlineXhtml).replace(/(?=<p>)/, () => newsParagraphs(seed))
    const item = newsItem(seed % 3 === 0 ? inner + inlineTexts : inner)
    return seed % 4 === 0 ? newsMessage(item, item) : item
  },
}

/** What a generated file is called. */
const extensionOf = (format: FormatId): string => formats.find(({ id }) => id === format)!.extensions[0]!

/** So many generated files of each format. */
export function generatedSamples(each: number): Sample[] {
  return formats.flatMap(({ id }) =>
    Array.from({ length: each }, (_, i): Sample => {
      const path = `generated-${id}-${i + 1}${extensionOf(id)}`
      const made = () => generators[id](i + 1)
      const open = () => {
        const content = made()
        return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
      }
      return { format: id, path, generated: true, open }
    }),
  )
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What is installed here: the packages of this project, documentation. */
const installed: readonly string[] = [join(root, 'node_modules'), '/usr/share/doc', '/usr/share/javascript']

/**
 * The files below a folder (default: what is installed here, without JSON, which is hardly ever a catalog there) by their formats, at
 * most `each` of a format, taken evenly. `catalogs`: what JSON is that does not show it. `largest`: bytes of a text.
 */
export async function foundSamples(
  folder: string | undefined,
  { each, largest, catalogs }: { each: number; largest: number; catalogs: 'icu' | 'i18next' | undefined },
): Promise<Sample[]> {
  const byFormat = new Map<Sample['format'], string[]>()
  for (const path of (folder === undefined ? installed : [folder]).flatMap(filesBelow)) {
    if (folder === undefined && path.endsWith('.json')) continue
    const format = await formatOf(path, catalogs)
    const isPackage = format === 'docx' || format === 'odt'
    if (format === undefined || (!isPackage && statSync(path).size > largest)) continue
    byFormat.set(format, [...(byFormat.get(format) ?? []), path])
  }
  return [...byFormat].flatMap(([format, paths]) =>
    evenly(paths, each).map(
      (path): Sample => ({
        ...{ format, path, generated: false },
        open: () => ({ path, bytes: readFileSync(path) }),
      }),
    ),
  )
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** By the file's name, of JSON and XML by the content; undefined for what no format reads. */
async function formatOf(path: string, catalogs: 'icu' | 'i18next' | undefined): Promise<Sample['format'] | undefined> {
  const extension = extname(path).toLowerCase()
  const text = () => readFileSync(path, 'utf8')
  if (extension === '.json') return (await catalogOf(text())) ?? catalogs ?? 'json'
  if (extension === '.xml') return await newsOf(text())
  return formats.find(({ extensions }) => extensions.includes(extension))?.id
}

const evenly = <T>(list: readonly T[], most: number): T[] =>
  list.filter(
    (_, i) =>
      list.length <= most || Math.floor((i * most) / list.length) !== Math.floor(((i - 1) * most) / list.length),
  )
