import { zip } from '../support/zip.ts'
import { contents } from './package-laws.ts'

const mapped = (archive: Uint8Array, change: (xml: string) => string): Uint8Array =>
  zip(
    [...contents(archive)].map(([name, content]) => ({
      name,
      content: name.endsWith('.xml') ? change(content) : content,
    })),
  )

/** Author as it stands in an attribute, for a pattern. */
const by = (author: string) => `[^>]*w:author="${author.replace('&', '&amp;')}"[^>]*`

/** What Word does when every change of an author is accepted: what was deleted goes, what was inserted stays. */
export const accepted = (archive: Uint8Array, author: string): Uint8Array =>
  mapped(archive, xml =>
    xml
      .replace(new RegExp(`<w:del ${by(author)}>[\\s\\S]*?</w:del>`, 'g'), '')
      .replace(new RegExp(`<w:ins ${by(author)}>(<w:r>(?:(?!</w:ins>)[\\s\\S])*)</w:ins>`, 'g'), '$1'),
  )

/** What Word does when they are rejected. */
export const rejected = (archive: Uint8Array, author: string): Uint8Array =>
  mapped(archive, xml =>
    xml
      .replace(new RegExp(`<w:ins ${by(author)}>[\\s\\S]*?</w:ins>`, 'g'), '')
      .replace(new RegExp(`<w:del ${by(author)}>([\\s\\S]*?)</w:del>`, 'g'), (_, runs: string) =>
        runs.replaceAll('w:delText', 'w:t'),
      ),
  )
