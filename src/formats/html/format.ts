import { type TextFormat, textFormat } from '../../content/index.ts'
import { readHtml } from './read.ts'
import { htmlEdits } from './write.ts'

/** HTML pages and fragments, XHTML. */
export const html: TextFormat = textFormat({
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read: readHtml,
  edits: (source, document, changes) => htmlEdits(source, document, changes, written => readHtml(written).value),
})
