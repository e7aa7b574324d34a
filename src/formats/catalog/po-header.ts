import type { Edit, Problem } from '../../text/index.ts'
import { type Decoded, placeOf } from '../lift.ts'
import type { Entry } from './po-entries.ts'
import { type PluralRule, readPluralExpression } from './po-plural-expression.ts'
import { pluralForms, poPlurals } from './po-plurals.ts'
import { contentOf, decodeField, escapePo } from './po-text.ts'

/** What the first entry, whose message is empty, says of the file. */
export interface Header {
  readonly entry: Entry
  /** BCP 47. */
  readonly language?: string
  /** How many forms a plural has. */
  readonly forms?: number
  /** Of each form the first numbers that it stands for, two at most; absent where the header does not say it soundly. */
  readonly numbers?: readonly (readonly number[])[]
  readonly problems: readonly Problem[]
}

export function headerOf(source: string, entries: readonly Entry[]): Header | undefined {
  const entry = entries.find(({ id, context }) => !context && decodeField(source, id).text === '')
  const field = entry?.translations.get(0)
  if (!entry || !field) return undefined
  const decoded = decodeField(source, field)
  const { text } = decoded
  const language = /^Language:[ \t]*([A-Za-z]{2,3}(?:[-_@][A-Za-z\d]+)*)[ \t]*$/m.exec(text)?.[1]
  return {
    entry,
    ...(language === undefined ? {} : { language: language.replace(/@.*$/, '').replaceAll('_', '-') }),
    ...pluralsOf(decoded),
  }
}

/** What `Plural-Forms` says; a template's, with names in place of numbers, says nothing. */
function pluralsOf(decoded: Decoded): Pick<Header, 'forms' | 'numbers' | 'problems'> {
  const line = /^Plural-Forms:.*/m.exec(decoded.text)
  if (!line || /nplurals\s*=\s*INTEGER/.test(line[0])) return { problems: [] }
  const forms = Number(/\bnplurals\s*=\s*([1-9])(?!\d)/.exec(line[0])?.[1] ?? 0)
  const rule = readPluralExpression(/\bplural\s*=([^;]*)/.exec(line[0])?.[1] ?? '')
  const numbers = rule && forms > 0 ? numbersOf(rule, forms) : undefined
  if (numbers) return { forms, numbers, problems: [] }
  const span = placeOf(line.index, line.index + line[0].length, decoded)
  const reason = forms === 0 ? 'count' : rule ? 'range' : 'expression'
  const problem: Problem = { code: 'po-plural-forms', severity: 'warning', span, data: { reason } }
  return { ...(forms > 0 && { forms }), problems: [problem] }
}

/** As far as gettext looks for a number without a form (msgfmt --check-header). */
const farthest = 1000

/** The first two numbers of each form; undefined where a number has no form. */
function numbersOf(rule: PluralRule, forms: number): readonly (readonly number[])[] | undefined {
  const numbers: number[][] = Array.from({ length: forms }, () => [])
  for (let n = 0; n <= farthest; n++) {
    const own = numbers[rule(n) ?? -1]
    if (!own) return undefined
    if (own.length < 2) own.push(n)
  }
  return numbers
}

/** The edits that make a header one of a language: its lines `Language` and `Plural-Forms`; what a template leaves open is filled in. */
export function headerEdits(source: string, { entry }: Header, language: string): Edit[] {
  const field = entry.translations.get(0)!
  const content = contentOf(field)
  const plurals = poPlurals(language)
  const old = source.slice(content.start, content.end)
  const said = old
    .replace(/Language:[^\n\\]*(?=\\n)/, `Language: ${escapePo(language.replaceAll('-', '_'))}`)
    .replace('charset=CHARSET', 'charset=UTF-8')
  // the expression may go over lines
  const counted = plurals
    ? said.replace(/Plural-Forms:(?:[^\\]|\\(?!n))*(?=\\n)/, `Plural-Forms: ${pluralForms(plurals)}`)
    : said
  return counted === old ? [] : [{ span: content, insert: counted }]
}
