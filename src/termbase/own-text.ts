import type { ConceptEntry } from './own-entry.ts'

/** An entry as it stands in a glossary file: a key a line, what is in it in one line (YAML 1.2). */
export function entryText(entry: ConceptEntry, indent = ''): string {
  const lines = Object.entries(entry).map(([key, value]) => `${key}: ${valueText(value, key === 'note')}`)
  return `${indent}- ${lines.join(`\n${indent}  `)}\n`
}

/** A value in one line; lists and maps in flow style. */
export function valueText(value: unknown, isLast = false): string {
  if (typeof value === 'string') return isLast ? scalarInBlock(value) : scalar(value)
  if (Array.isArray(value)) return `[${value.map(item => valueText(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${valueText(inner)}`)
  return `{ ${pairs.join(', ')} }`
}

/** What YAML readers would not take for a text: words of truth and nothing, numbers, dates. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|\.nan|[-+]?\.inf|[-+.\d][\d.,:_eE+xo-]*)$/i

const plain = /^\p{L}[\p{L}\p{N}\p{M} .’'/()–-]*$/u
const plainInBlock = /^\p{L}[\p{L}\p{N}\p{M} .’'/()–,;№“”«»-]*$/u

const scalar = (text: string): string =>
  plain.test(text) && !notText.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text)

const scalarInBlock = (text: string): string =>
  plainInBlock.test(text) && !notText.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text)
