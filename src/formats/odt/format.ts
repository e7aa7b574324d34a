import type { PackageFormat } from '../package/format.ts'
import { partsMarkup } from '../package/parts.ts'
import { readOdtDocument } from './read.ts'
import { writeOdt } from './write.ts'

/** OpenDocument texts (1.0 to 1.3) and their templates. */
export const odt: PackageFormat = {
  id: 'odt',
  extensions: ['.odt', '.ott'],
  read: readOdtDocument,
  write: (source, _document, changes, languages) => writeOdt(source, changes, { languages }),
  track: (source, _document, changes, revision) => writeOdt(source, changes, { revision }),
  markup: source => partsMarkup(source, 'ODT'),
}
