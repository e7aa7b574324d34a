import { decode, encode } from '../text/index.ts'
import { fieldsOf, flatten } from './flat.ts'
import { isUsable, openLosses, type TermFormat } from './format.ts'
import { openGatherer } from './gather.ts'

/** Keys and texts of one language in JSON, as i18next has them; keys may be nested. A concept is its id and its first usable term. */
export const i18next: TermFormat = {
  id: 'i18next',
  extensions: [],
  read(bytes, options = {}) {
    const { value, problems } = decode(bytes)
    if (problems.length > 0) return { value: [], problems }
    const lang = options.languages?.[0] ?? 'en'
    const gather = openGatherer(options)
    const entries = entriesOf(value.text)
    if (!entries)
      return { value: [], problems: [{ code: 'termbase-not-keys', severity: 'error', span: { start: 0, end: 0 } }] }
    const concepts = entries.flatMap(([key, text]) => {
      const id = key
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
      return gather({ id, isOurs: true, fields: {}, terms: [{ lang, text }] }) ?? []
    })
    return { value: concepts, problems: [] }
  },
  write(concepts, options = {}) {
    const lang = options.languages?.[0] ?? 'en'
    const losses = openLosses()
    const texts = concepts.flatMap((concept): (readonly [string, string])[] => {
      const terms = flatten(concept, options.derived?.(concept))
      const term = terms.find(one => one.lang === lang && isUsable(one))
      for (const name of Object.keys(fieldsOf(concept))) losses.add(name)
      for (const one of new Set(terms.map(other => other.lang))) if (one !== lang) losses.add(one)
      if (terms.filter(other => other.lang === lang).length > 1) losses.add('terms')
      if (!term) losses.add('concept')
      return term ? [[concept.id, term.text]] : []
    })
    const text = `${JSON.stringify(Object.fromEntries(texts), undefined, 2)}\n`
    return { value: encode({ text, encoding: 'utf-8', bom: false }), problems: losses.problems() }
  },
}

/** Nested keys are joined with dots; what is neither text nor map is left out. Undefined where the file is no map. */
function entriesOf(text: string): (readonly [key: string, text: string])[] | undefined {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isMap(root)) return undefined
  const found: (readonly [string, string])[] = []
  const waiting: (readonly [string, unknown])[] = Object.entries(root).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [key, value] = next
    if (typeof value === 'string') found.push([key, value])
    else if (isMap(value))
      for (const [inner, one] of Object.entries(value).reverse()) waiting.push([`${key}.${inner}`, one])
  }
  return found
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
