import { type Languages, retagged, runsText } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { type FrontMatter, readFrontMatter, type Scalar } from './front-matter.ts'

/** The scalar in which the front matter says the language of the text. */
export const languageScalar = ({ scalars }: FrontMatter): Scalar | undefined =>
  scalars.find(({ key }) => key === 'lang' || key === 'language' || key === 'locale')

/** The other language in its place, in its own way to write one (`en_US`). */
export function languageEdit(source: string, languages: Languages): Edit | undefined {
  // each line end stands where it stood
  const scalar = languageScalar(readFrontMatter(source.replaceAll('\r\n', ' \n').replaceAll('\r', '\n')))
  const said = scalar && runsText(scalar.runs)
  const to = said === undefined ? undefined : retagged(said, languages)
  if (!scalar || to === undefined) return undefined
  const quote = { plain: '', single: "'", double: '"' }[scalar.style]
  return { span: scalar.span, insert: quote + (said!.includes('_') ? to.replaceAll('-', '_') : to) + quote }
}
