import type { PackageFormat } from '../package/format.ts'
import { partsMarkup } from '../package/parts.ts'
import { readDocxDocument } from './read.ts'
import { writeDocx } from './write.ts'

/** Office Open XML documents (ECMA-376, transitional and strict), with macros and templates. */
export const docx: PackageFormat = {
  id: 'docx',
  extensions: ['.docx', '.docm', '.dotx', '.dotm'],
  read: readDocxDocument,
  write: (source, _document, changes, languages) => writeDocx(source, changes, { languages }),
  track: (source, _document, changes, revision) => writeDocx(source, changes, { revision }),
  markup: source => partsMarkup(source, 'DOCX'),
}
