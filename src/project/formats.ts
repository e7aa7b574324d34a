import type { Format } from '../content/index.ts'
import { markdown, markdownFormat, type PackageFormat, plain } from '../formats/index.ts'

/** The document formats by which files are read. */
const formats: readonly Format<string>[] = [markdown, plain]

/** Formats of packages. */
const packageFormats: readonly PackageFormat[] = []

/** Extensions of documents, with the dot. */
export const documentExtensions: readonly string[] = [...formats, ...packageFormats].flatMap(
  format => format.extensions,
)

/** The format of a file name, plain text where its extension is none of ours; `frontMatter` names the keys that are text. */
export function formatOf(name: string, frontMatter: readonly string[]): Format<string> {
  const format = formats.find(f => f.extensions.includes(extensionOf(name))) ?? plain
  return format === markdown ? markdownFormat({ frontMatterKeys: [...frontMatter] }) : format
}

/** The format of a package's name; undefined for a text's. */
export const packageFormatOf = (name: string): PackageFormat | undefined =>
  packageFormats.find(format => format.extensions.includes(extensionOf(name)))

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? ''
