import type { Piece } from '../content/index.ts'
import { lastAtOrBefore, type Span } from '../text/index.ts'
import { escapeText } from '../xml/index.ts'

const begin = '<![CDATA['
const end = ']]>'

/** Puts the text between two codes together from copies of the source and new text; what stood in a section stays in it. */
export interface TextSpelling {
  copy(piece: Piece): void
  add(text: string): void
  done(): string
}

/** `spell` is how new text is written outside sections; `raw` gives the source of a stretch. */
export function textSpelling(
  sections: readonly Span[],
  raw: (start: number, end: number) => string,
  spell: (text: string) => string,
): TextSpelling {
  const starts = sections.map(section => section.start)
  let out = ''
  let open: Span | undefined
  const turnTo = (section: Span | undefined) => {
    if (section === open) return
    out += (open ? end : '') + (section ? begin : '')
    open = section
  }
  /** The end of a section must not come about where two stretches meet. */
  const meets = (text: string) => (out.slice(-2) + text.slice(0, 2)).includes(end)
  return {
    copy(piece) {
      const text = raw(piece.start, piece.end)
      const section = sections[lastAtOrBefore(starts, piece.start)]
      turnTo(section && section.start < piece.start && piece.start < section.end ? section : undefined)
      if (meets(text)) out += open ? `${end}${begin}${text}` : text.replace('>', '&gt;')
      // a section of another unit
      else out += !open && piece.length === piece.end - piece.start && /[<&]/.test(text) ? escapeText(text) : text
    },
    add(text) {
      const spelled = spell(text)
      // neither its own end can be in a section nor what XML has no character for
      if (open && (text.includes(end) || meets(text) || spelled.includes('<'))) turnTo(undefined)
      out += open ? text : spelled
    },
    done() {
      turnTo(undefined)
      return out
    },
  }
}
