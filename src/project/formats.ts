import { type Format, type TextFormat, withEmbedded } from '../content/index.ts'
import {
  catalogFormatOf,
  docx,
  html,
  i18next,
  icu,
  markdown,
  markdownFormat,
  odt,
  type PackageFormat,
  plain,
  po,
  srt,
  vtt,
} from '../formats/index.ts'
import type { Problem } from '../text/index.ts'
import type { Settings } from './verbs.ts'

/** The document formats by which files are read. */
const formats: readonly Format<string>[] = [markdown, html, plain, po, srt, vtt]

/** Formats of JSON files: their content tells which. */
const jsonFormats: readonly Format<string>[] = [i18next, icu]

/** Formats of packages. */
const packageFormats: readonly PackageFormat[] = [docx, odt]

/** Extensions of documents, with the dot; what is taken from folders. Most JSON files are no catalogs, so those are named. */
export const documentExtensions: readonly string[] = [...formats, ...packageFormats].flatMap(
  format => format.extensions,
)

/** The formats that `readAs` names. */
export const readableAs: readonly string[] = [...formats, ...jsonFormats].map(format => format.id)

/**
 * The format of a text: the one that the settings name, that of the file name, plain text where its extension is none of ours. A JSON
 * file is a catalog if its content shows which, else it is refused.
 */
export function formatOf(name: string, text: string, settings: Settings): Format<string> | Problem {
  const file = name.split(/[\\/]/).at(-1)!.toLowerCase()
  const isJson = extensionOf(name) === '.json'
  if (isJson && ofPrograms.test(file)) return problem('json-settings', file)
  const named = [...formats, ...jsonFormats].find(f => f.id === settings.readAs)
  if (!named && isJson) return catalogFormatOf(text) ?? problem('json-unknown', file)
  const format = named ?? formats.find(f => f.extensions.includes(extensionOf(name))) ?? plain
  return format === markdown ? withHtml(markdownFormat({ frontMatterKeys: [...settings.frontMatter] })) : format
}

/** A format with the HTML that stands in its documents. */
const withHtml = (format: TextFormat): TextFormat => withEmbedded(format, id => (id === html.id ? html : undefined))

/** Settings and lists of packages: never messages for people. */
const ofPrograms =
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|bower|lerna|nx|turbo|deno|biome|[jt]sconfig(?:\..*)?|manifest|\..*|.*\.(?:config|schema))\.json$/

const problem = (code: 'json-settings' | 'json-unknown', file: string): Problem => ({
  code,
  severity: 'error',
  span: { start: 0, end: 0 },
  data: { file },
})

/** The format of a package's name; undefined for a text's. */
export const packageFormatOf = (name: string): PackageFormat | undefined =>
  packageFormats.find(format => format.extensions.includes(extensionOf(name)))

/** True of a file whose format can track changes. */
export const tracksChanges = (name: string): boolean => packageFormatOf(name) !== undefined

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? ''
