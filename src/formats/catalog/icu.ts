import { type Block, type Changes, type Document, type Run, type TextFormat, textFormat } from '../../content/index.ts'
import type { Edit, Problem, Reading } from '../../text/index.ts'
import { type Decoded, placeOf } from '../lift.ts'
import { lowerRuns } from '../lower.ts'
import { type SpokenIn, spokenIn } from './by-language.ts'
import { parseIcu } from './icu-parse.ts'
import { branchNotes, placesIn, textAt, withPath } from './icu-texts.ts'
import { type Place, placesOf } from './icu-tree.ts'
import { writeIcu } from './icu-write.ts'
import { type JsonNode, type JsonString, readJson } from './json.ts'
import { decodeJson, jsonStyle, respellJson } from './json-text.ts'
import { uniqueNames } from './unique-names.ts'

/**
 * ICU messages in JSON: `{ id: "…" }`, nested or flat, and FormatJS' extracted `{ id: { defaultMessage, description } }`. A message is a
 * block; each branch of a plural, ordinal or choice is one of its own, named by its path (`key/count.few`).
 */
export const icu: TextFormat = icuFor(undefined)

function icuFor(language: string | undefined): TextFormat {
  return textFormat({
    id: 'icu',
    extensions: ['.json'],
    read: source => documentOf(readMessages(source, language), language),
    edits: (source, _, changes) => editsOf(source, readMessages(source, language).messages, changes),
    forTarget: target => icuFor(target),
  })
}

interface Message {
  readonly id: string
  readonly description?: string
  readonly value: JsonString
  readonly decoded: Decoded
  readonly root: Place
  readonly tagged: boolean
}

interface Catalog {
  readonly messages: readonly Message[]
  readonly problems: readonly Problem[]
  readonly spoken: SpokenIn
}

function readMessages(source: string, language: string | undefined): Catalog {
  const { value: root, problems: faults } = readJson(source)
  const messages: Message[] = []
  const problems = [...faults]
  const name = uniqueNames()
  const add = (path: string, value: JsonString, description?: string) => {
    const decoded = decodeJson(source, value)
    if (decoded.text === '') return
    const parsed = parseIcu(decoded.text)
    if ('fault' in parsed) {
      problems.push({ code: 'icu-syntax', severity: 'warning', span: faultSpan(parsed.fault, value, decoded) })
      return
    }
    const told = description === undefined ? {} : { description }
    const place = placesOf(parsed.fragment, language)
    messages.push({ id: name(path), ...told, value, decoded, root: place, tagged: parsed.tagged })
  }
  const visit = (node: JsonNode, path: string): void => {
    const inside = (key: string) => (path === '' ? key : `${path}.${key}`)
    if (node.kind === 'string') add(path, node)
    if (node.kind === 'array') for (const [i, item] of node.items.entries()) visit(item, inside(String(i)))
    if (node.kind !== 'object') return
    const members = node.members.map(({ key, value }) => ({ key: decodeJson(source, key).text, value }))
    const message = members.find(({ key }) => key === 'defaultMessage')?.value
    if (message?.kind === 'string') {
      const told = members.find(({ key }) => key === 'description')?.value
      add(path, message, told?.kind === 'string' ? decodeJson(source, told).text : undefined)
    } else for (const { key, value } of members) visit(value, inside(key))
  }
  if (root) visit(root, '')
  return { messages, problems, spoken: spokenIn(source, root) }
}

function faultSpan({ start, end }: { start: number; end: number }, value: JsonString, decoded: Decoded) {
  const last = decoded.text.length
  if (start >= last) return { start: value.end, end: value.end }
  return placeOf(start, Math.min(Math.max(end, start + 1), last), decoded)
}

function documentOf({ messages, problems, spoken }: Catalog, language: string | undefined): Reading<Document> {
  const blocks = messages.flatMap(message =>
    [...placesIn(message.root)].flatMap((place): Block[] => {
      const { decoded, value } = message
      const runs = textAt(place, decoded)
      if (!runs) return []
      const id = withPath(message.id, place)
      const { start, end } = place.at
      const span =
        place.path === ''
          ? { start: value.start, end: value.end }
          : start === end
            ? emptyAt(placeOf(start, start + 1, decoded).start)
            : placeOf(start, end, decoded)
      const notes = notesOf(message, place, language)
      return [
        { id, kind: 'data', scope: 'body', span, runs, name: id, ...spoken(id), ...(notes.length > 0 && { notes }) },
      ]
    }),
  )
  return { value: { parts: [], blocks, embedded: [], comments: [] }, problems }
}

const emptyAt = (at: number) => ({ start: at, end: at })

/** What the developer wrote, and which branch it is. */
const notesOf = ({ description, decoded, root }: Message, place: Place, language: string | undefined) => [
  ...(description === undefined ? [] : [{ category: 'description', text: description }]),
  ...branchNotes(root, place, decoded.text, language),
]

function editsOf(source: string, messages: readonly Message[], changes: Changes): Edit[] {
  const style = jsonStyle(source)
  return messages.flatMap((message): Edit[] => {
    const { decoded, root, tagged, value } = message
    const changed = new Map<string, readonly Run[]>()
    for (const place of placesIn(root)) {
      const runs = changes.get(withPath(message.id, place))
      if (runs) changed.set(place.path, lowerRuns(runs, decoded))
    }
    if (changed.size === 0) return []
    const insert = respellJson(source, decoded, writeIcu(decoded.text, root, tagged, changed), style)
    const span = { start: value.start, end: value.end }
    return insert === source.slice(span.start, span.end) ? [] : [{ span, insert }]
  })
}
