import { type TextFormat, textFormat } from '../../content/index.ts'
import { withInlineLanguages } from './inline-languages.ts'
import { languageEdits } from './languages.ts'
import { readHtml } from './read.ts'
import { htmlEdits } from './write.ts'

/** HTML pages and fragments, XHTML. */
export const html: TextFormat = textFormat({
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read: readHtml,
  edits(source, document, changes, languages) {
    const blocks = htmlEdits(source, document, changes, written => readHtml(written).value)
    if (!languages) return blocks
    const edits = withInlineLanguages(source, document, changes, languages, blocks)
    const tags = languageEdits(source, document, changes, languages)
    return tags.length > 0 ? [...edits, ...tags].sort((a, b) => a.span.start - b.span.start) : edits
  },
})
