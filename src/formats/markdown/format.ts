import type { Format } from '../../content/index.ts'
import { type MarkdownOptions, readMarkdown } from './read.ts'
import { writeMarkdown } from './write.ts'

export type { MarkdownOptions } from './read.ts'

/** CommonMark with GitHub's extensions and front matter. */
export function markdownFormat(options: MarkdownOptions): Format<string> {
  const read = (source: string) => readMarkdown(source, options)
  return {
    id: 'markdown',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    read,
    write: (source, document, changes) => writeMarkdown(source, document, changes, written => read(written).value),
  }
}

export const markdown: Format<string> = markdownFormat({ frontMatterKeys: ['title', 'description'] })
