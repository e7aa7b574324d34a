import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Edit } from '../text/index.ts'
import type { ConceptEntry } from './own-entry.ts'
import { entryText, valueText } from './own-text.ts'

/** What is to be written into a glossary file: whole entries, and values beside those that an entry has. */
export interface Addition {
  readonly id: string
  /** Keys that the entry lacks. */
  readonly keys: Readonly<Record<string, unknown>>
  /** Items behind those of a list that the entry has. */
  readonly items: Readonly<Record<string, readonly unknown[]>>
}

/**
 * The edits that bring entries and additions into a glossary file. Nothing that stands in it is written anew: comments, order and
 * layout stay as they are. O(n).
 */
export function glossaryEdits(text: string, entries: readonly ConceptEntry[], additions: readonly Addition[]): Edit[] {
  const document = parseDocument(text)
  const list = listOf(document)
  const known = new Map<string, YAMLMap>()
  for (const item of list?.items ?? []) if (isMap(item)) known.set(String(item.get('id')), item)
  const edits = additions.flatMap(addition => {
    const map = known.get(addition.id)
    return map ? additionEdits(text, map, addition) : []
  })
  return entries.length > 0 ? [...edits, newEntries(text, document, list, entries)] : edits
}

function listOf({ contents }: Document): YAMLSeq | undefined {
  const list = isMap(contents) ? contents.get('concepts') : contents
  return isSeq(list) ? list : undefined
}

/** Entries go behind the last one, laid out as it is. */
function newEntries(
  text: string,
  document: Document,
  list: YAMLSeq | undefined,
  entries: readonly ConceptEntry[],
): Edit {
  const last = list?.items.at(-1)
  const first = list?.items[0]
  if (!list || !first || !isMap(last) || !last.range || list.flow) return emptyList(text, document, list, entries)
  const indent = ' '.repeat(Math.max(0, columnOf(text, (first as YAMLMap).range![0]) - 2))
  const between = isApart(text, list) ? '\n\n' : '\n'
  const lines = entries.map(entry => between + entryText(entry, indent).trimEnd())
  return behind(text, last.range[1], lines.join(''))
}

/** True where a blank line stands before the last entry, or where there is only one. */
function isApart(text: string, { items }: YAMLSeq): boolean {
  const [before, last] = items.slice(-2) as YAMLMap[]
  return !last || /\n\s*\n/.test(text.slice(before!.range![1] - 1, last.range![0]))
}

/** A file without a list of entries yet, or with one in flow style, which stays and is closed by hand. */
function emptyList(
  text: string,
  document: Document,
  list: YAMLSeq | undefined,
  entries: readonly ConceptEntry[],
): Edit {
  if (list?.flow && list.range) {
    const comma = list.items.length > 0 ? ', ' : ''
    return insertAt(beforeBracket(text, list.range[1]), comma + entries.map(entry => valueText(entry)).join(', '))
  }
  const isEmpty = document.contents === null || (isScalar(document.contents) && document.contents.value === null)
  const head = isEmpty ? '' : 'concepts:\n'
  const body = entries.map(entry => entryText(entry)).join('\n')
  return insertAt(text.length, (text === '' || text.endsWith('\n') ? '' : '\n') + head + body)
}

function additionEdits(text: string, map: YAMLMap, { keys, items }: Addition): Edit[] {
  const lists = Object.entries(items).flatMap(([key, values]) => {
    const list = map.get(key, true)
    return isSeq(list) && list.range ? [listEdit(text, list, values)] : []
  })
  const added = Object.entries(keys)
  if (added.length === 0 || !map.range) return lists
  const column = columnOf(text, (map.items[0] as Pair<{ range: readonly number[] }>).key.range[0]!)
  const pairs = added.map(([key, value]) => `${key}: ${valueText(value)}`)
  if (map.flow) return [...lists, insertAt(beforeBracket(text, map.range[1]), `, ${pairs.join(', ')}`)]
  return [...lists, behind(text, map.range[1], pairs.map(pair => `\n${' '.repeat(column)}${pair}`).join(''))]
}

function listEdit(text: string, list: YAMLSeq, values: readonly unknown[]): Edit {
  const [start, end] = list.range!
  if (list.flow) {
    const at = beforeBracket(text, end!)
    const comma = list.items.length === 0 || text[at - 1] === ',' ? '' : ', '
    return insertAt(at, comma + values.map(value => valueText(value)).join(', '))
  }
  const indent = ' '.repeat(columnOf(text, start!))
  return behind(text, end!, values.map(value => `\n${indent}- ${valueText(value)}`).join(''))
}

const insertAt = (at: number, insert: string): Edit => ({ span: { start: at, end: at }, insert })

/** Before the bracket that ends at a place, and the white space before that. */
function beforeBracket(text: string, end: number): number {
  let at = end - 1
  while (/\s/.test(text[at - 1] ?? '')) at--
  return at
}

/** Lines behind the line in which a value ends; blank lines and comments behind it stay behind. */
function behind(text: string, end: number, lines: string): Edit {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1]!)) at--
  const newline = text.indexOf('\n', at)
  return newline < 0 ? insertAt(text.length, `${lines}\n`) : insertAt(newline, lines)
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}
