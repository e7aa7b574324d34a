import type { Format } from '../content/index.ts'
import { markdown, markdownFormat, plain } from '../formats/index.ts'

/** The document formats by which files are read. */
const formats: readonly Format<string>[] = [markdown, plain]

/** Extensions of documents, with the dot. */
export const documentExtensions: readonly string[] = formats.flatMap(format => format.extensions)

/** The format of a file name, plain text where its extension is none of ours; `frontMatter` names the keys that are text. */
export function formatOf(name: string, frontMatter: readonly string[]): Format<string> {
  const extension = /\.[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? ''
  const format = formats.find(f => f.extensions.includes(extension)) ?? plain
  return format === markdown ? markdownFormat({ frontMatterKeys: [...frontMatter] }) : format
}
