import { type ValueType, valueTypes } from './value.ts'

/** One place in an element's content: any of `names`, `min` to `max` times. `other` stands for foreign elements. */
export interface Slot {
  readonly names: ReadonlySet<string>
  readonly other: boolean
  readonly min: number
  readonly max: number
  /** As in the table, for people. */
  readonly label: string
}

export interface AttributeRule {
  readonly type: string
  readonly value: ValueType
  readonly required: boolean
}

export interface ElementRule {
  readonly name: string
  readonly slots: readonly Slot[]
  readonly text: boolean
  readonly attributes: ReadonlyMap<string, AttributeRule>
  readonly required: readonly string[]
  /** Which attributes of other namespaces may stand here: all, none, or those of the named modules. */
  readonly foreign: 'any' | ReadonlySet<string>
  /** Unlisted attributes without namespace are let through (XLIFF 1.2 transitional). */
  readonly open: boolean
  /** What is inside is not looked at. */
  readonly opaque: boolean
}

/**
 * A child of the element's own namespace is named by its local name, one of another XLIFF namespace with its prefix.
 *
 * How a table writes an element: `content` as in a DTD, with `##other` for foreign elements and `#text` for character data;
 * `attributes` as `name:type`, `name!:type` where required, `*` for any foreign attribute, `+module` for a module's.
 */
export interface ElementEntry {
  readonly content?: string
  readonly attributes?: string
  readonly opaque?: boolean
}

export type ElementTable = Readonly<Record<string, ElementEntry>>
export type Grammar = ReadonlyMap<string, ElementRule>

export function grammar(table: ElementTable, types: Readonly<Record<string, ValueType>> = {}, open = false): Grammar {
  const known = { ...valueTypes, ...types }
  return new Map(Object.entries(table).map(([name, entry]) => [name, elementRule(name, entry, known, open)]))
}

function elementRule(
  name: string,
  entry: ElementEntry,
  types: Readonly<Record<string, ValueType>>,
  open: boolean,
): ElementRule {
  const words = (entry.attributes ?? '').split(' ').filter(Boolean)
  const attributes = new Map<string, AttributeRule>()
  const modules = new Set<string>()
  for (const word of words) {
    if (word.startsWith('+')) modules.add(word.slice(1))
    else if (word !== '*') attributes.set(...attributeRule(word, types))
  }
  const content = (entry.content ?? '').split(' ').filter(Boolean)
  return {
    name,
    slots: content.filter(word => word !== '#text').map(slot),
    text: content.includes('#text'),
    attributes,
    required: [...attributes].filter(([, rule]) => rule.required).map(([attribute]) => attribute),
    foreign: words.includes('*') ? 'any' : modules,
    open: open && words.includes('*'),
    opaque: entry.opaque ?? false,
  }
}

function attributeRule(word: string, types: Readonly<Record<string, ValueType>>): [string, AttributeRule] {
  const at = word.lastIndexOf(':')
  const required = word[at - 1] === '!'
  const type = word.slice(at + 1)
  const value = types[type]
  if (!value) throw new Error(`no value type ${type}`)
  return [word.slice(0, required ? at - 1 : at), { type, value, required }]
}

const limits: Readonly<Record<string, readonly [number, number]>> = {
  '': [1, 1],
  '?': [0, 1],
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
}

function slot(word: string): Slot {
  const [, body, sign] = /^(.*?)([?*+]?)$/.exec(word)!
  const names = body!.replace(/[()]/g, '').split('|')
  const [min, max] = limits[sign!]!
  return { names: new Set(names), other: names.includes('##other'), min, max, label: names.join(', ') }
}
