import { element, escapeAttribute, writeFragment, type XmlElement, type XmlNode } from '../xml/index.ts'
import type { Entry, MemoryCode, MemoryRun } from './entry.ts'
import { ownTool, propertyNames, toTmxDate } from './tmx-names.ts'

export interface TmxOptions {
  /** The header's source language; each unit says its own where it is another. Default `*all*`. */
  readonly sourceLanguage?: string
  /** The version of the program that writes. */
  readonly version: string
}

/** TMX 1.4b, level 2, piece by piece: one unit an entry. `readTmx` reads the same entries. */
export async function* writeTmx(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  { sourceLanguage = '*all*', version }: TmxOptions,
): AsyncGenerator<string, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="${ownTool}" creationtoolversion="${escapeAttribute(version)}" segtype="sentence" o-tmf="${ownTool}" adminlang="en" srclang="${escapeAttribute(sourceLanguage)}" datatype="unknown"/>
  <body>
`
  for await (const entry of entries) yield `    ${writeFragment([unitElement(entry, sourceLanguage)])}\n`
  yield '  </body>\n</tmx>\n'
}

/** The order of the children is the DTD's: notes and properties, then the variants. */
function unitElement(entry: Entry, fileLanguage: string): XmlElement {
  const { sourceLanguage, targetLanguage, uses, author } = entry
  const changed = toTmxDate(entry.changed)
  const attributes = {
    usagecount: uses === undefined ? undefined : String(uses),
    creationdate: toTmxDate(entry.created),
    changedate: changed,
    changeid: author,
    srclang: sourceLanguage.toLowerCase() === fileLanguage.toLowerCase() ? undefined : sourceLanguage,
  }
  const properties = (Object.keys(propertyNames) as (keyof typeof propertyNames)[]).flatMap(key => {
    const value = entry[key]
    return value === undefined ? [] : [element('prop', { type: propertyNames[key] }, value)]
  })
  return element(
    'tu',
    attributes,
    ...(entry.notes ?? []).map(note => element('note', {}, note)),
    ...properties,
    variantElement(sourceLanguage, entry.source),
    variantElement(targetLanguage, entry.target),
  )
}

const variantElement = (language: string, runs: readonly MemoryRun[]): XmlElement =>
  element('tuv', { 'xml:lang': language }, element('seg', {}, ...segmentNodes(runs)))

/** Highlights become elements around what they mark; one that crosses another is left out. */
function segmentNodes(runs: readonly MemoryRun[]): XmlNode[] {
  const stack: { code: MemoryCode | undefined; nodes: XmlNode[] }[] = [{ code: undefined, nodes: [] }]
  for (const run of runs) {
    const top = stack.at(-1)!
    if (typeof run === 'string') top.nodes.push(run)
    else if (!run.highlight) top.nodes.push(codeElement(run))
    else if (run.kind === 'open') stack.push({ code: run, nodes: [] })
    else if (top.code?.id === run.id) {
      stack.pop()
      stack.at(-1)!.nodes.push(element('hi', { x: run.id, type: top.code.type }, ...top.nodes))
    }
  }
  return stack.flatMap(({ nodes }) => nodes)
}

function codeElement(code: MemoryCode): XmlElement {
  const { kind, id, type, isolated } = code
  const inside = dataNodes(code)
  if (isolated) return element('it', { pos: kind === 'close' ? 'end' : 'begin', x: id, type }, ...inside)
  if (kind === 'open') return element('bpt', { i: id, type }, ...inside)
  if (kind === 'close') return element('ept', { i: id }, ...inside)
  return element('ph', { x: id, type }, ...inside)
}

function dataNodes({ data, flows = [] }: MemoryCode): XmlNode[] {
  const nodes: XmlNode[] = []
  let at = 0
  for (const { start, end } of flows) {
    if (start > at) nodes.push(data.slice(at, start))
    nodes.push(element('sub', {}, data.slice(start, end)))
    at = end
  }
  return at < data.length ? [...nodes, data.slice(at)] : nodes
}
