import { type Element, escapeAttribute, escapeText, findAttribute, xmlNamespace } from '../../xml/index.ts'
import type { Change } from '../package/flow.ts'
import type { Revision } from '../package/format.ts'
import type { Insertion } from '../package/weave.ts'
import { isWord, wordChild } from './names.ts'
import type { TextSlot } from './tokens.ts'

/** How a part spells text: its source, and the prefix that it uses for WordprocessingML (`w:`). */
export interface Speller {
  readonly source: string
  readonly prefix: string
  /** Present where changes are tracked. */
  readonly revision?: { readonly attributes: () => string }
}

/** Numbers tracked changes from the highest id on that the part has: annotations of all kinds share them (§17.13). */
export function revisionOf({ author, date }: Revision, source: string, prefix: string): Speller['revision'] {
  let last = 0
  for (const match of source.matchAll(/:id="(\d{1,9})"/g)) last = Math.max(last, Number(match[1]))
  const who = `${prefix}author="${escapeAttribute(author)}" ${prefix}date="${escapeAttribute(date)}"`
  return {
    attributes: () => {
      last++
      return `${prefix}id="${last}" ${who}`
    },
  }
}

/** Characters that WordprocessingML has elements for; a bare tab or line end in text is shown as a space. */
const elements: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'br',
  '\u2011': 'noBreakHyphen',
  '\u00ad': 'softHyphen',
}
const special = /([\t\n\u2011\u00ad])/

/** New text as children of a run. */
export function spellText({ prefix }: Speller, text: string): string {
  return text
    .split(special)
    .map(piece =>
      piece === ''
        ? ''
        : elements[piece]
          ? `<${prefix}${elements[piece]}/>`
          : textElement(prefix, 't', escapeText(piece)),
    )
    .join('')
}

const textElement = (prefix: string, name: string, content: string): string => {
  const space = /^\s|\s$/.test(content) ? ' xml:space="preserve"' : ''
  return `<${prefix}${name}${space}>${content}</${prefix}${name}>`
}

/** A run like another one, with these children. */
export function spellRun(speller: Speller, like: Element | undefined, children: string): string {
  const { prefix } = speller
  return `<${prefix}r>${propertiesOf(speller, like)}${children}</${prefix}r>`
}

const propertiesOf = ({ source }: Speller, run: Element | undefined): string => {
  const properties = wordChild(run, 'rPr')
  return properties ? source.slice(properties.span.start, properties.span.end) : ''
}

/** A slot with its changes made. */
export function spellSlot(speller: Speller, slot: TextSlot, changes: readonly Change[]): string {
  if (speller.revision) return trackSlot(speller, slot, changes)
  if (!isWord(slot.element, 't'))
    return changes
      .map(change => (change.kind === 'insert' ? spellText(speller, change.text) : kept(speller, change)))
      .join('')
  const pieces: string[] = []
  let content = ''
  for (const change of changes) {
    if (change.kind === 'keep') content += speller.source.slice(change.start, change.end)
    if (change.kind !== 'insert') continue
    for (const piece of change.text.split(special)) {
      if (!elements[piece]) content += escapeText(piece)
      else {
        pieces.push(content, `<${speller.prefix}${elements[piece]}/>`)
        content = ''
      }
    }
  }
  pieces.push(content)
  return pieces.map((piece, i) => (i % 2 ? piece : sameElement(speller, slot.element, piece))).join('')
}

const kept = ({ source }: Speller, change: Exclude<Change, { kind: 'insert' }>): string =>
  change.kind === 'keep' ? source.slice(change.start, change.end) : ''

/** A `w:t` with another content; it asks for its white space where it begins or ends with some. */
function sameElement({ source, prefix }: Speller, element: Element, content: string): string {
  const needsSpace = /^\s|\s$/.test(content) && !findAttribute(element, 'space', xmlNamespace)
  const head = source.slice(element.span.start, element.openEnd).replace(/\s*\/?>$/, '')
  return `${head}${needsSpace ? ' xml:space="preserve"' : ''}>${content}</${prefix}t>`
}

/** Text where there was none between two codes. */
export function spellInsertion(speller: Speller, { inside, like }: Insertion<Element>, text: string): string {
  const { revision, prefix } = speller
  const children = spellText(speller, text)
  const isAlike = propertiesOf(speller, inside) === propertiesOf(speller, like)
  if (inside && isAlike && !revision) return children
  const inserted = revision ? insertion(speller, revision, like, children) : spellRun(speller, like, children)
  return inside ? `</${prefix}r>${inserted}${reopened(speller, inside)}` : inserted
}

/** The start of a run once more, for what follows a change within it. */
function reopened(speller: Speller, run: Element): string {
  return speller.source.slice(run.span.start, run.openEnd) + propertiesOf(speller, run)
}

const insertion = (
  speller: Speller,
  { attributes }: { attributes: () => string },
  like: Element | undefined,
  children: string,
) => `<${speller.prefix}ins ${attributes()}>${spellRun(speller, like, children)}</${speller.prefix}ins>`

/** The run is cut around each change: deleted text stays in a `w:del`, new text stands in a `w:ins`, both formatted as the run. */
function trackSlot(speller: Speller, slot: TextSlot, changes: readonly Change[]): string {
  const { prefix, source } = speller
  const revision = speller.revision!
  const isText = isWord(slot.element, 't')
  const keep = (content: string) => (isText ? sameElement(speller, slot.element, content) : content)
  let out = ''
  let isOpen = true
  for (const change of changes) {
    if (change.kind === 'keep') {
      out += (isOpen ? '' : reopened(speller, slot.dress)) + keep(source.slice(change.start, change.end))
      isOpen = true
      continue
    }
    if (isOpen) out += `</${prefix}r>`
    isOpen = false
    if (change.kind === 'insert') out += insertion(speller, revision, slot.dress, spellText(speller, change.text))
    else {
      const old = source.slice(change.start, change.end)
      const children = isText ? textElement(prefix, 'delText', old) : old
      out += `<${prefix}del ${revision.attributes()}>${spellRun(speller, slot.dress, children)}</${prefix}del>`
    }
  }
  return isOpen ? out : out + reopened(speller, slot.dress)
}
