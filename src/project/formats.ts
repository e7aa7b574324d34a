import { type Embedded, type TextFormat, withEmbedded } from '../content/index.ts'
import { catalogOf, type FormatId, formats, newsOf, openFormat, type PackageFormat } from '../formats/index.ts'
import type { Problem } from '../text/index.ts'
import { xliffExtensions } from '../xliff/index.ts'
import type { Settings } from './verbs.ts'

/** Extensions of documents, with the dot; what is taken from folders. Most JSON files are no catalogs, so those are named. */
export const documentExtensions: readonly string[] = formats
  .filter(({ kind }) => kind !== 'catalog')
  .flatMap(({ extensions }) => extensions)

const texts = formats.filter(({ kind }) => kind !== 'package')

/** The formats that `readAs` names. */
export const readableAs: readonly string[] = texts.map(({ id }) => id)

/**
 * The format of a text: the one that the settings name, that of the file name, plain text where its extension is none of ours. A JSON
 * file is a catalog if its content shows which, else it is refused; an XML file is one of news if its root element says so.
 */
export async function formatOf(name: string, text: string, settings: Settings): Promise<TextFormat | Problem> {
  const file = name.split(/[\\/]/).at(-1)!.toLowerCase()
  const isJson = extensionOf(name) === '.json'
  if (isJson && ofPrograms.test(file)) return problem('json-settings', file)
  const isXliff = settings.readAs === undefined || settings.readAs === 'xliff'
  if (isXliff && xliffExtensions.includes(extensionOf(name))) return await openXliffFormat()
  const named = texts.find(({ id }) => id === settings.readAs)?.id
  const shown = named ?? (await shownIn(text, extensionOf(name)))
  if (!shown && isJson) return (await damagedJson(text)) ?? problem('json-unknown', file)
  const id = shown ?? texts.find(({ extensions }) => extensions.includes(extensionOf(name)))?.id ?? 'plain'
  return (await openFormat(id, { frontMatter: settings.frontMatter })) as TextFormat
}

/** Where a JSON file is damaged. */
const damagedJson = async (text: string): Promise<Problem | undefined> =>
  (await openFormat('i18next')).read(text).problems.find(({ severity }) => severity === 'error')

/** The format that the content shows, for extensions which many programs share. */
async function shownIn(text: string, extension: string): Promise<FormatId | undefined> {
  if (extension === '.json') return await catalogOf(text)
  return extension === '.xml' ? await newsOf(text) : undefined
}

/** XLIFF is read for itself as well: sources that are not edited, targets that are. Loaded for such a file alone. */
const openXliffFormat = async (): Promise<TextFormat> => (await import('../xliff/index.ts')).xliffFormat

/** A format with those of the documents that stand in one of its own. */
export async function withInner(format: TextFormat, embedded: readonly Embedded[]): Promise<TextFormat> {
  const inner = new Map<string, TextFormat>()
  for (const { format: id } of embedded) inner.set(id, (await openFormat(id as FormatId)) as TextFormat)
  return withEmbedded(format, id => inner.get(id))
}

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
export async function packageFormatOf(name: string): Promise<PackageFormat | undefined> {
  const entry = packageEntryOf(name)
  return entry && ((await openFormat(entry.id)) as PackageFormat)
}

/** True of a file whose format can track changes. */
export const tracksChanges = (name: string): boolean => packageEntryOf(name) !== undefined

const packageEntryOf = (name: string) =>
  formats.find(({ kind, extensions }) => kind === 'package' && extensions.includes(extensionOf(name)))

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? ''
