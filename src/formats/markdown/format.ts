import { type TextFormat, textFormat } from '../../content/index.ts'
import { type MarkdownOptions, readMarkdown } from './read.ts'
import { markdownEdits } from './write.ts'

export type { MarkdownOptions } from './read.ts'

/** CommonMark with GitHub's extensions and front matter. */
export function markdownFormat(options: MarkdownOptions): TextFormat {
  const read = (source: string) => readMarkdown(source, options)
  return textFormat({
    id: 'markdown',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    read,
    edits: (source, document, changes) => markdownEdits(source, document, changes, written => read(written).value),
  })
}
