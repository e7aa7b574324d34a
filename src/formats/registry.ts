import type { TextFormat } from '../content/index.ts'
import type { PackageFormat } from './package/format.ts'

export interface FormatOptions {
  /** Keys of the front matter that are text; default title, description. */
  readonly frontMatter?: readonly string[]
}

interface Entry {
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  /** A text; a text that only its content tells from others (JSON); a package of parts. */
  readonly kind: 'text' | 'catalog' | 'package'
  open(options?: FormatOptions): Promise<TextFormat | PackageFormat>
}

/** Every format by its id: what must be known to choose one. Its code is loaded when it is opened. */
const entries = {
  markdown: {
    kind: 'text',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    open: async ({ frontMatter = ['title', 'description'] }: FormatOptions = {}) =>
      (await import('./markdown/format.ts')).markdownFormat({ frontMatterKeys: [...frontMatter] }),
  },
  html: {
    kind: 'text',
    extensions: ['.html', '.htm', '.xhtml'],
    open: async () => (await import('./html/format.ts')).html,
  },
  plain: { kind: 'text', extensions: ['.txt', '.text'], open: async () => (await import('./plain.ts')).plain },
  po: { kind: 'text', extensions: ['.po', '.pot'], open: async () => (await import('./catalog/po.ts')).po },
  srt: { kind: 'text', extensions: ['.srt'], open: async () => (await import('./subtitles/srt.ts')).srt },
  vtt: { kind: 'text', extensions: ['.vtt'], open: async () => (await import('./subtitles/vtt.ts')).vtt },
  i18next: { kind: 'catalog', extensions: ['.json'], open: async () => (await import('./catalog/i18next.ts')).i18next },
  icu: { kind: 'catalog', extensions: ['.json'], open: async () => (await import('./catalog/icu.ts')).icu },
  nitf: { kind: 'text', extensions: ['.nitf'], open: async () => (await import('./news/nitf.ts')).nitf },
  newsml: { kind: 'text', extensions: ['.newsml'], open: async () => (await import('./news/newsml.ts')).newsml },
  docx: {
    kind: 'package',
    extensions: ['.docx', '.docm', '.dotx', '.dotm'],
    open: async () => (await import('./docx/format.ts')).docx,
  },
  odt: { kind: 'package', extensions: ['.odt', '.ott'], open: async () => (await import('./odt/format.ts')).odt },
} satisfies Readonly<Record<string, Entry>>

export type FormatId = keyof typeof entries
type Opened<Id extends FormatId> = Awaited<ReturnType<(typeof entries)[Id]['open']>>

/** The formats there are, in the order in which an extension is looked up. */
export const formats: readonly (Omit<Entry, 'open'> & { readonly id: FormatId })[] = Object.entries(entries).map(
  ([id, { kind, extensions }]) => ({ id: id as FormatId, kind, extensions }),
)

/** Loads a format. */
export const openFormat = <Id extends FormatId>(id: Id, options?: FormatOptions): Promise<Opened<Id>> =>
  entries[id].open(options) as Promise<Opened<Id>>

/** Which format of news an XML file is, by its root element; undefined for any other XML. */
export const newsOf = async (xml: string): Promise<FormatId | undefined> =>
  (await import('./news/detect.ts')).newsOf(xml)

/** Which catalog a JSON file is, by what only one of them has; undefined where nothing tells. Linear. */
export const catalogOf = async (json: string): Promise<FormatId | undefined> =>
  (await import('./catalog/detect.ts')).catalogOf(json)
