import type { Element } from '../xml/index.ts'
import type { Attributes } from './model.ts'

/** What is said again and again in a file is kept once: codes, ids and states are few, units many. */
export interface Pool {
  /** An equal text. Long ones are not looked for. */
  text(text: string): string
  /** All attributes by their names as written. */
  attributes(element: Element): Attributes
  /** The attributes of a `pc`, parted into those of its start and of its end, by the names that `sc` and `ec` have. */
  pair(element: Element): { readonly start: Attributes; readonly end: Attributes }
}

export const noAttributes: Attributes = Object.freeze({})

const longest = 60
const most = 4096

export function pool(): Pool {
  const texts = new Map<string, string>()
  const sets = new Map<string, Attributes>()
  const pairs = new Map<string, { readonly start: Attributes; readonly end: Attributes }>()
  const attributes = (element: Element) =>
    element.attributes.length === 0 ? noAttributes : kept(sets, keyOf(element), () => attributesOf(element))
  return {
    text: text => (text.length > longest ? text : kept(texts, text, () => text)),
    attributes,
    pair: element => kept(pairs, keyOf(element), () => parted(attributesOf(element))),
  }
}

/** The value for a key, made where it is new. A full table is emptied: what comes again soon is soon in it again. */
function kept<T>(table: Map<string, T>, key: string, make: () => T): T {
  const known = table.get(key)
  if (known !== undefined) return known
  if (table.size >= most) table.clear()
  const made = make()
  table.set(key, made)
  return made
}

function keyOf(element: Element): string {
  let key = ''
  for (const { name, value } of element.attributes) key += `${name}\0${value}\0`
  return key
}

/** All attributes by their names as written. */
export function attributesOf(element: Element): Attributes {
  if (element.attributes.length === 0) return noAttributes
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) attributes[name] = value
  return attributes
}

function parted(attributes: Attributes): { start: Attributes; end: Attributes } {
  const start: Record<string, string> = {}
  const end: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const [, base, side] = /^(disp|equiv|dataRef|subFlows)(Start|End)$/.exec(name) ?? []
    if (side === 'End') end[base!] = value
    else start[base ?? name] = value
  }
  return { start, end }
}
