import { type TextFormat, textFormat } from '../../content/index.ts'
import { languageEdits } from './languages.ts'
import { readHtml } from './read.ts'
import { htmlEdits } from './write.ts'

/** HTML pages and fragments, XHTML. */
export const html: TextFormat = textFormat({
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read: readHtml,
  edits(source, document, changes, languages) {
    const edits = htmlEdits(source, document, changes, written => readHtml(written).value)
    const tags = languages ? languageEdits(source, document, changes, languages) : []
    return tags.length > 0 ? [...edits, ...tags].sort((a, b) => a.span.start - b.span.start) : edits
  },
})
