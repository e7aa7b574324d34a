import type { Piece } from '../../content/index.ts'
import type { Text } from '../../xml/index.ts'

/** Grows the text of one slot: characters and `text:s`, with white space collapsed as OpenDocument 1.3 §6.1.2 says. */
export interface SlotText {
  text(node: Text): void
  spaces(count: number, start: number, end: number): void
  readonly content: { readonly text: string; readonly map: readonly Piece[] }
}

/** What must be known of the text before: white space at the start of a paragraph and after a space is none. */
export interface Spacing {
  isIgnored: boolean
}

export function slotText(spacing: Spacing): SlotText {
  let text = ''
  const map: Piece[] = []
  /** Where ignored white space began that belongs to the next character. */
  let ignoredFrom: number | undefined
  let isLastVerbatim = false
  const add = (value: string, start: number, end: number, isVerbatim = false) => {
    const from = ignoredFrom ?? start
    const last = map.at(-1)
    const canJoin = isVerbatim && from === start
    if (last && canJoin && isLastVerbatim && last.end === start)
      map[map.length - 1] = { ...last, length: last.length + value.length, end }
    else map.push({ at: text.length, length: value.length, start: from, end })
    isLastVerbatim = canJoin
    ignoredFrom = undefined
    text += value
  }
  const addPiece = (value: string, start: number, end: number) => {
    if (value.length !== end - start) {
      add(value, start, end)
      spacing.isIgnored = false
      return
    }
    for (const match of value.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      const from = start + match.index
      const to = from + match[0].length
      const isSpace = /^[ \t\r\n]/.test(match[0])
      if (!isSpace) {
        const [first] = match[0]
        const cutAt = ignoredFrom === undefined ? 0 : first!.length
        if (cutAt > 0) add(first!, from, from + cutAt)
        if (cutAt < match[0].length) add(match[0].slice(cutAt), from + cutAt, to, true)
      } else if (spacing.isIgnored) ignoredFrom ??= from
      else add(' ', from, to, match[0] === ' ')
      spacing.isIgnored = isSpace
    }
  }
  return {
    text(node) {
      if (node.cdata) {
        if (node.text !== '') add(node.text.replace(/\s/g, ' '), node.span.start, node.span.end)
        spacing.isIgnored = false
        return
      }
      for (const piece of node.map) addPiece(node.text.slice(piece.at, piece.at + piece.length), piece.start, piece.end)
    },
    spaces(count, start, end) {
      add(' '.repeat(count), start, end)
      spacing.isIgnored = false
    },
    get content() {
      return { text, map }
    },
  }
}
