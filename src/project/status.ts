import { blockText } from '../content/index.ts'
import type { Language } from '../language/index.ts'
import { documentLanguage } from '../lint/index.ts'
import { originOf, unitsOf } from '../xliff/index.ts'
import type { Host } from './host.ts'
import { openXliff } from './merge.ts'
import { isRefused, readSource } from './read.ts'
import { progressOf, type SegmentProgress } from './standing.ts'
import type { Checked, Settings } from './verbs.ts'

/**
 * `source`: the rendering that the others are translations of. `published`: a rendering is there. `translating`, `translated`,
 * `reviewed`: how far its XLIFF is (all segments final or reviewed). `stale`: its source has changed since it was exported.
 * `missing`: there is neither.
 */
export type RenderingStatus = 'source' | 'published' | 'translating' | 'translated' | 'reviewed' | 'stale' | 'missing'

export interface Rendering {
  readonly language: Language
  readonly status: RenderingStatus
  /** The document and the XLIFF, where they are there. */
  readonly document?: string
  readonly xliff?: string
  /** Segments with a translation that needs no review, of all, where an XLIFF says it. */
  readonly translated?: number
  readonly total?: number
}

/** One text in its languages. `name` is its path without language and extension. */
export interface Article {
  readonly name: string
  readonly renderings: readonly Rendering[]
  /** XLIFF files that cannot be read, so that nobody knows of them. */
  readonly unusable: readonly Checked[]
}

const languages: readonly Language[] = ['en', 'uk', 'ru']
/** `NAME.uk.md`, or `uk.json` where a language is all that a file is called by: then the name is that of its folder. */
const named = /^(.*?)(?:(?<=^|[/\\])|\.)(en|uk|ru)(\.[^./]+)$/
const xliffName = /^(.*?)(?:(?<=^|[/\\])|\.)(en|uk|ru)\.(?:xlf|xliff)$/

interface Files {
  readonly documents: Map<Language, string>
  readonly xliffs: Map<Language, string>
}

/**
 * Which rendering of which article is missing, stale, in translation or reviewed. `paths` are the files to look at: documents
 * `NAME.LANG.EXT`, `NAME.EXT` or `LANG.EXT`, and `NAME.LANG.xlf` or `LANG.xlf`. XLIFF files are read, the documents that they name, and
 * those that no name or XLIFF tells the language of.
 */
export async function status(
  host: Host,
  paths: readonly string[],
  settings: (path: string) => Settings,
): Promise<readonly Article[]> {
  const articles = new Map<string, Files>()
  const of = (name: string) => {
    const files = articles.get(name) ?? { documents: new Map<Language, string>(), xliffs: new Map<Language, string>() }
    articles.set(name, files)
    return files
  }
  const bare: string[] = []
  const xliffs = new Set(paths.flatMap(path => xliffName.exec(path)?.[1] ?? []))
  const owner = owners(paths.filter(path => xliffs.has(path)))
  for (const path of [...paths].sort()) {
    const xliff = xliffName.exec(path)
    const document = named.exec(path)
    if (xliff) of(xliff[1]!).xliffs.set(xliff[2] as Language, path)
    else if (document) of(owner(document[1]!, document[3]!)).documents.set(document[2] as Language, path)
    else bare.push(path)
  }
  // `article.md` is the source of `article.uk.xlf` and of `article.uk.md`.
  // So is it of `article.md.uk.xlf`, which a document beside another of its name gets.
  const sources = new Map(bare.flatMap(path => [[stemOf(path), path] as const, [path, path] as const]))
  const languageOf = (path: string) => shownLanguage(host, path, settings(path))
  const all: Article[] = []
  for (const [name, files] of articles) all.push(await articleOf(host, name, files, sources.get(name), languageOf))
  for (const path of bare.filter(path => sources.get(path) && !articles.has(path) && !articles.has(stemOf(path)))) {
    const language = await languageOf(path)
    const name = sources.get(stemOf(path)) === path ? stemOf(path) : path
    const files = { documents: new Map([[language, path]]), xliffs: new Map() } as Files
    if (language) all.push(await articleOf(host, name, files, undefined, languageOf))
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Documents that share a name but for their extension have XLIFF files that say it whole, `article.en.md.uk.xlf`, and are articles of
 * their own: to which of them a rendering `article.uk.md` belongs.
 */
function owners(documents: readonly string[]): (name: string, extension: string) => string {
  const known = new Map(
    documents.map(path => {
      const document = named.exec(path)
      return [document ? document[1]! + document[3]! : path, path] as const
    }),
  )
  return (name, extension) => known.get(name + extension) ?? name
}

const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '')

/** The language that a text shows; none of what cannot be read, or holds its own translations. */
async function shownLanguage(host: Host, path: string, settings: Settings): Promise<Language | undefined> {
  const bytes = await host.read(path).catch(() => undefined)
  const read = bytes && (await readSource({ path, bytes }, settings))
  if (!read || isRefused(read) || read.document.blocks.some(({ translates }) => translates !== undefined))
    return undefined
  return documentLanguage(read.document, read.document.blocks.map(blockText), settings)
}

async function articleOf(
  host: Host,
  name: string,
  files: Files,
  bare: string | undefined,
  languageOf: (path: string) => Promise<Language | undefined>,
): Promise<Article> {
  const opened = new Map<Language, Opened>()
  const unusable: Checked[] = []
  for (const [language, path] of files.xliffs) {
    const one = await open(host, path, bare ?? '')
    if ('unusable' in one) unusable.push(one)
    else opened.set(language, one)
  }
  const sourceLanguage =
    [...opened.values()].map(({ sourceLanguage }) => sourceLanguage).find(Boolean) ??
    (bare === undefined ? undefined : await languageOf(bare))
  const renderings = languages.map(language => renderingOf(language, files, opened.get(language), sourceLanguage, bare))
  const shown = /(?:^|[/\\])$/.test(name) ? name.slice(0, -1) || '.' : name
  return { name: shown, renderings: renderings.filter(r => r !== undefined), unusable }
}

interface Opened {
  readonly path: string
  readonly sourceLanguage?: string
  readonly states: readonly SegmentProgress[]
  readonly isStale: boolean
}

async function open(host: Host, path: string, bare: string): Promise<Opened | Checked> {
  const bytes = await host.read(path).catch(() => undefined)
  const { xliff, checked } = openXliff({ path, bytes: bytes ?? new Uint8Array() })
  if (!xliff) return checked
  const file = xliff.files[0]
  const { original, hash } = file ? originOf(file) : {}
  const folder = path.replace(/[^/\\]*$/, '')
  const beside = original === undefined ? bare : folder + original.split(/[\\/]/).at(-1)
  const source = beside === '' ? undefined : await host.read(beside).catch(() => undefined)
  const sourceLanguage = (xliff.sourceLanguage ?? file?.sourceLanguage)?.split('-')[0]
  return {
    path,
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    states: [...unitsOf(xliff)]
      .filter(unit => unit.translate)
      .flatMap(unit =>
        unit.segments.filter(({ kind }) => kind === 'segment').map(s => progressOf(unit, s, xliff.version)),
      ),
    isStale: hash !== undefined && source !== undefined && host.hash(source) !== hash,
  }
}

function renderingOf(
  language: Language,
  { documents }: Files,
  xliff: Opened | undefined,
  sourceLanguage: string | undefined,
  bare: string | undefined,
): Rendering | undefined {
  const isSource = language === sourceLanguage
  const document = documents.get(language) ?? (isSource ? bare : undefined)
  const found = document === undefined ? {} : { document }
  if (isSource) return { language, status: 'source', ...found }
  if (!xliff) {
    if (document !== undefined) return { language, status: 'published', document }
    // A text without a language in its name may be in any of them.
    return bare !== undefined && sourceLanguage === undefined ? undefined : { language, status: 'missing' }
  }
  const { states, isStale, path } = xliff
  const translated = states.filter(isTranslated).length
  const counts = { xliff: path, translated, total: states.length }
  return { language, status: isStale ? 'stale' : progress(states), ...found, ...counts }
}

function progress(states: readonly SegmentProgress[]): RenderingStatus {
  if (!states.every(isTranslated)) return 'translating'
  return states.every(state => state === 'final' || state === 'reviewed') ? 'reviewed' : 'translated'
}

const isTranslated = (state: SegmentProgress) => state !== 'untranslated' && state !== 'needs-review'
