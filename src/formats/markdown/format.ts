import { type TextFormat, textFormat, translatedBlocks } from '../../content/index.ts'
import { languageEdit } from './language.ts'
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
    edits(source, document, changes, languages) {
      const edits = markdownEdits(source, document, changes, written => read(written).value)
      const isTranslated = languages && translatedBlocks(document, changes).length > 0
      const said = isTranslated ? languageEdit(source, languages) : undefined
      return said ? [...edits, said].sort((a, b) => a.span.start - b.span.start) : edits
    },
  })
}
