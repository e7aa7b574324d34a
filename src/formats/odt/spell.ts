import { escapeText } from '../../xml/index.ts'
import type { Change } from '../package/flow.ts'
import type { Insertion } from '../package/weave.ts'
import type { Spans, TextSlot } from './tokens.ts'
import type { Tracker } from './track.ts'

/** How a part spells text: its source, and the prefix that it uses for OpenDocument's text elements (`text:`). */
export interface Speller {
  readonly source: string
  readonly prefix: string
}

/** A slot with its changes made. A tracker keeps what is deleted and marks what is new. */
export function spellSlot(speller: Speller, slot: TextSlot, changes: readonly Change[], tracker?: Tracker): string {
  let out = ''
  for (const change of changes) {
    if (change.kind === 'keep') {
      const isFirst = out === '' && change.start === slot.map[0]?.start
      out += isFirst ? speller.source.slice(change.start, change.end) : keptBehind(speller, out, change)
    } else if (change.kind === 'insert') {
      const text = spellText(speller, change.text, out)
      out += tracker ? tracker.inserted(text) : text
    } else if (tracker)
      out += tracker.deleted(dressed(speller, slot.dress, speller.source.slice(change.start, change.end)))
  }
  return out
}

const leadingSpace = /^[ \t\r\n]+/

/** Source behind what is written: white space that would now be collapsed into that before it becomes an element. */
function keptBehind(speller: Speller, before: string, { start, end }: { start: number; end: number }): string {
  const raw = speller.source.slice(start, end)
  const isLost = before === '' || /[ \t\r\n]$/.test(before)
  return isLost ? raw.replace(leadingSpace, () => spaces(speller, 1)) : raw
}

const spaces = ({ prefix }: Speller, count: number): string =>
  count === 1 ? `<${prefix}s/>` : `<${prefix}s ${prefix}c="${count}"/>`

/**
 * New text: only single spaces between other characters stand as they are, for the rest would be collapsed (§6.1.2). `before` is
 * what stands before it in the same stretch.
 */
export function spellText(speller: Speller, text: string, before = ''): string {
  const { prefix } = speller
  const follows = before !== '' && !/[ \t\r\n]$/.test(before)
  return text.replace(/ +|[\t\n]|[^ \t\n]+/g, (piece, at: number) => {
    if (piece === '\t') return `<${prefix}tab/>`
    if (piece === '\n') return `<${prefix}line-break/>`
    if (piece[0] !== ' ') return escapeText(piece)
    const isBetween = at + piece.length < text.length && (at > 0 ? !/[\t\n]/.test(text[at - 1]!) : follows)
    if (!isBetween) return spaces(speller, piece.length)
    return piece.length === 1 ? ' ' : ` ${spaces(speller, piece.length - 1)}`
  })
}

const opened = ({ source }: Speller, spans: Spans): string =>
  spans.map(span => source.slice(span.span.start, span.openEnd)).join('')

const closed = (spans: Spans): string =>
  [...spans]
    .reverse()
    .map(span => `</${span.name}>`)
    .join('')

/** Content in spans like these. */
export const dressed = (speller: Speller, spans: Spans | undefined, content: string): string =>
  `${opened(speller, spans ?? [])}${content}${closed(spans ?? [])}`

/** Text where there was none between two codes. */
export function spellInsertion(speller: Speller, { inside = [], like = [] }: Insertion<Spans>, text: string): string {
  const content = spellText(speller, text)
  if (opened(speller, inside) === opened(speller, like)) return content
  return closed(inside) + dressed(speller, like, content) + opened(speller, inside)
}
