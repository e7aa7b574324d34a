import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

const plural = /^(.*)_(zero|one|two|few|many|other)$/s

const categoriesOf = (language: string, isOrdinal: boolean): readonly string[] =>
  new Intl.PluralRules(language, { type: isOrdinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories

/**
 * Keys and kinds of values in their order. Of a plural the forms that a language has, since a translation into it has those: the
 * form of each of its categories, or of `other` where there is none.
 */
export function jsonLines(json: string, language: string, show: (message: string) => string): string[] {
  const lines: string[] = []
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') lines.push(`${path} ${show(value)}`)
    else if (typeof value !== 'object' || value === null) lines.push(`${path} ${JSON.stringify(value)}`)
    else visitMembers(value, path)
  }
  const visitMembers = (members: object, path: string): void => {
    lines.push(`${path} ${Array.isArray(members) ? '[]' : '{}'}`)
    const values = new Map<string, unknown>(Object.entries(members))
    const done = new Set<string>()
    for (const [key, value] of values) {
      const [, base, category] = plural.exec(key) ?? []
      const other = base === undefined ? undefined : values.get(`${base}_other`)
      if (typeof other !== 'string' || category === 'zero') visit(value, `${path}/${key}`)
      else if (!done.has(base!)) {
        done.add(base!)
        for (const wanted of categoriesOf(language, base!.endsWith('_ordinal')))
          visit(values.get(`${base}_${wanted}`) ?? other, `${path}/${base}_${wanted}`)
      }
    }
  }
  visit(JSON.parse(json.replace(/^\ufeff/, '')), '')
  return lines
}

/** Variables, nesting and tags of a message of i18next. */
export const i18nextShape = (message: string): string =>
  (message.match(/\{\{.*?\}\}|\$t\(.*?\)|<\/?[A-Za-z\d][^<>]*>/g) ?? []).join(' ')

/** How an ICU message is shown: for which language's plurals, and with its texts or without. */
interface Showing {
  readonly language: string
  readonly texts: boolean
}

/** The tree of an ICU message by FormatJS' parser; a message that it does not read as it stands. */
export function icuLine(message: string, showing: Showing): string {
  for (const ignoreTag of [false, true]) {
    try {
      return showAll(parse(message, { ignoreTag, requiresOtherClause: false, shouldParseSkeletons: false }), showing)
    } catch {}
  }
  return `not ICU: ${message}`
}

const showAll = (elements: readonly MessageFormatElement[], showing: Showing): string =>
  elements.map(element => showOne(element, showing)).join('')

function showOne(element: MessageFormatElement, showing: Showing): string {
  switch (element.type) {
    case TYPE.literal:
      return showing.texts ? element.value : ''
    case TYPE.argument:
      return `{${element.value}}`
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
      return `{${element.value}, ${element.type}, ${JSON.stringify(element.style)}}`
    case TYPE.pound:
      return '#'
    case TYPE.tag:
      return `<${element.value}>${showAll(element.children, showing)}</>`
    case TYPE.select:
      return `{${element.value}, select, ${branches(element.options, Object.keys(element.options), showing)}}`
    case TYPE.plural: {
      const { options, pluralType, offset } = element
      const exact = Object.keys(options).filter(name => name.startsWith('='))
      const names = [...exact, ...categoriesOf(showing.language, pluralType === 'ordinal')]
      return `{${element.value}, ${pluralType}, ${offset}, ${branches(options, names, showing)}}`
    }
  }
}

type Options = Readonly<Record<string, { readonly value: MessageFormatElement[] }>>

const branches = (options: Options, names: readonly string[], showing: Showing): string =>
  names
    .map(name => {
      const branch = options[name] ?? options.other
      return `${name} {${branch ? showAll(branch.value, showing) : ''}}`
    })
    .join(' ')
