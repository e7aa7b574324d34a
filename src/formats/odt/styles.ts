import { childElements, type Element } from '../../xml/index.ts'
import type { Formatting } from '../package/tokens.ts'
import { odfAttribute, odfName } from './names.ts'

/** How text in spans looks; hidden text is none. */
export interface TextFormatting extends Formatting {
  readonly isHidden: boolean
}

/** Finds what styles say. Automatic styles are a part's own and hide common ones of their name. */
export interface Styles {
  /** Names of a paragraph's style and its parents, nearest first, as people read them. */
  paragraphNames(name: string | undefined): readonly string[]
  /** How text in spans of these styles, outermost first, differs from its paragraph. */
  formattingOf(names: readonly string[], paragraph: string | undefined): TextFormatting
  /** BCP 47, where the styles say it. */
  languageOf(names: readonly string[]): string | undefined
}

/** A style by family and name. */
type Table = ReadonlyMap<string, Element>

const keyOf = (family: string, name: string | undefined) => `${family} ${name}`

function tableOf(root: Element | undefined, holders: readonly string[]): Table {
  const found = (root ? childElements(root) : [])
    .filter(child => holders.includes(odfName(child)))
    .flatMap(childElements)
  const named = found.filter(element => odfName(element) === 'style:style')
  return new Map(
    named.map(style => [keyOf(odfAttribute(style, 'style:family') ?? '', odfAttribute(style, 'style:name')), style]),
  )
}

/** `part`: the part whose paragraphs are read; `common`: the root of styles.xml. */
export function openStyles(part: Element, common: Element | undefined): Styles {
  const tables = [tableOf(part, ['office:automatic-styles']), tableOf(common, ['office:styles'])]
  const find = (family: string, name: string | undefined) =>
    name === undefined
      ? undefined
      : tables.map(table => table.get(keyOf(family, name))).find(style => style !== undefined)
  const chain = (family: string, name: string | undefined): Element[] => {
    const styles: Element[] = []
    for (let next = find(family, name); next && !styles.includes(next); ) {
      styles.push(next)
      next = find(family, odfAttribute(next, 'style:parent-style-name'))
    }
    return styles
  }
  const isCommon = new Set(tables[1]!.values())
  const known = new Map<string, TextFormatting>()
  const formattingOf = (names: readonly string[], paragraph: string | undefined): TextFormatting => {
    const key = [paragraph ?? '', ...names].join('\n')
    const found = known.get(key)
    if (found) return found
    const chains = names.map(name => chain('text', name))
    const around = propertiesOf([...chain('paragraph', paragraph)].reverse())
    const formatting = textFormatting(chains, around, style => isCommon.has(style))
    known.set(key, formatting)
    return formatting
  }
  return {
    paragraphNames: name => chain('paragraph', name).map(nameOf),
    formattingOf,
    languageOf: names => languageOf(names.flatMap(name => [...chain('text', name)].reverse())),
  }
}

/** `Heading_20_1` is shown as “Heading 1” (§16.2, style:display-name). */
const nameOf = (style: Element): string =>
  odfAttribute(style, 'style:display-name') ??
  (odfAttribute(style, 'style:name') ?? '').replace(/_([0-9a-f]{2})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

/** Languages, other scripts, and the marks of editing sessions say nothing of how Latin and Cyrillic text looks. */
const unseen =
  /^(?:language|country|script|rfc-language-tag|.*-(?:asian|complex)|rsid|paragraph-rsid|hyphenate|hyphenation-.*)$/

/**
 * A common style may say more than its properties (a link, a citation): it looks like itself alone. What the paragraph says, too
 * (`around`), is no difference, nor is the lack of what it does not have.
 */
function textFormatting(
  spans: readonly (readonly Element[])[],
  around: ReadonlyMap<string, string>,
  isCommon: (style: Element) => boolean,
): TextFormatting {
  const names = spans.flatMap(chain => chain.filter(isCommon).slice(0, 1).map(nameOf))
  const own = propertiesOf(spans.flatMap(chain => [...chain].reverse()))
  const properties = [...own].filter(
    ([name, value]) => value !== around.get(name) && (around.has(name) || !/^(?:normal|none)$/.test(value)),
  )
  const marks = [...new Set(properties.flatMap(([name, value]) => markOf(name, value)))].sort(inOrder)
  return {
    key: [...names, ...properties.map(([name, value]) => `${name}=${value}`).sort()].join(';'),
    marks: marks.length > 0 ? marks : names,
    showsOnSpace: properties.some(([name]) => shownOnSpace.test(name)),
    isHidden: own.get('display') === 'none',
  }
}

const shownOnSpace = /^(?:background-color|text-(?:underline|line-through)-style)$/

/** The text properties of styles, a later one's before an earlier one's. */
function propertiesOf(styles: readonly Element[]): Map<string, string> {
  const properties = new Map<string, string>()
  for (const child of styles.flatMap(childElements)) {
    if (odfName(child) !== 'style:text-properties') continue
    for (const { local, name, value } of child.attributes) {
      if (!unseen.test(local) && !name.startsWith('xmlns')) properties.set(local, value)
    }
  }
  return properties
}

const order = ['i', 'b', 'u', 's', 'sup', 'sub']
const rank = (mark: string) => (order.includes(mark) ? order.indexOf(mark) : order.length)
const inOrder = (a: string, b: string) => rank(a) - rank(b)

function markOf(name: string, value: string): string[] {
  if (name === 'font-style') return [value === 'normal' ? 'no-i' : 'i']
  if (name === 'font-weight') return [value === 'normal' ? 'no-b' : 'b']
  if (name === 'text-underline-style') return [value === 'none' ? 'no-u' : 'u']
  if (name === 'text-line-through-style') return [value === 'none' ? 'no-s' : 's']
  if (name === 'text-position')
    return /^(?:super|[1-9])/.test(value) ? ['sup'] : /^(?:sub|-)/.test(value) ? ['sub'] : []
  if (name === 'font-variant') return ['small-caps']
  if (name === 'text-transform') return ['caps']
  if (name === 'font-size') return ['size']
  if (name === 'font-name' || name === 'font-family') return ['font']
  return name === 'background-color' ? ['mark'] : name === 'color' ? ['color'] : []
}

function languageOf(styles: readonly Element[]): string | undefined {
  let found: string | undefined
  for (const style of styles) {
    const properties = childElements(style).find(child => odfName(child) === 'style:text-properties')
    const language = odfAttribute(properties, 'fo:language')
    const country = odfAttribute(properties, 'fo:country')
    if (language === undefined || language === 'none') continue
    found = country === undefined || country === 'none' ? language : `${language}-${country}`
  }
  return found
}
