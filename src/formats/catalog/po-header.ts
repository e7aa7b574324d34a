import type { Edit } from '../../text/index.ts'
import type { Entry } from './po-entries.ts'
import { pluralForms, poPlurals } from './po-plurals.ts'
import { contentOf, decodeField, escapePo } from './po-text.ts'

/** What the first entry, whose message is empty, says of the file. */
export interface Header {
  readonly entry: Entry
  /** BCP 47. */
  readonly language?: string
  /** How many forms a plural has. */
  readonly forms?: number
}

export function headerOf(source: string, entries: readonly Entry[]): Header | undefined {
  const entry = entries.find(({ id, context }) => !context && decodeField(source, id).text === '')
  const field = entry?.translations.get(0)
  if (!entry || !field) return undefined
  const { text } = decodeField(source, field)
  const language = /^Language:[ \t]*([A-Za-z]{2,3}(?:[-_@][A-Za-z\d]+)*)[ \t]*$/m.exec(text)?.[1]
  const forms = /^Plural-Forms:.*?\bnplurals\s*=\s*([1-9])/m.exec(text)?.[1]
  return {
    entry,
    ...(language === undefined ? {} : { language: language.replace(/@.*$/, '').replaceAll('_', '-') }),
    ...(forms === undefined ? {} : { forms: Number(forms) }),
  }
}

/** The edits that make a header one of a language: its lines `Language` and `Plural-Forms`; a template's mark goes. */
export function headerEdits(source: string, { entry }: Header, language: string): Edit[] {
  const field = entry.translations.get(0)!
  const content = contentOf(field)
  const plurals = poPlurals(language)
  const old = source.slice(content.start, content.end)
  const said = old.replace(/Language:[^\n\\]*(?=\\n)/, `Language: ${escapePo(language.replaceAll('-', '_'))}`)
  // the expression may go over lines
  const counted = plurals
    ? said.replace(/Plural-Forms:(?:[^\\]|\\(?!n))*(?=\\n)/, `Plural-Forms: ${pluralForms(plurals)}`)
    : said
  return counted === old ? [] : [{ span: content, insert: counted }]
}
