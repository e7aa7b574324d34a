import type { BlockContext, Element, Line, MarkdownConfig } from '@lezer/markdown'

/** CommonMark 0.31 §4.6, start conditions 6 and 7, whose blocks end at a blank line. */
const opening = new RegExp(
  `^<(?!(?:script|pre|style|textarea)(?:[\\s>]|$))(?:/?(?:${[
    'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset',
    'figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes',
    'ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul',
  ].join(
    '|',
  )})(?:\\s|/?>|$)|(?:/[a-z][\\w-]*\\s*|[a-z][\\w-]*(?:\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?)*\\s*/?)>\\s*$)`,
  'i',
)

/** In quotations; the library does not see that a line with nothing but the quotation's mark is blank. */
export const quotedHtml: MarkdownConfig = {
  parseBlock: [
    {
      name: 'QuotedHtml',
      before: 'HTMLBlock',
      parse(cx, line) {
        if (line.next !== 60 || !isQuoted(cx) || !opening.test(line.text.slice(line.pos))) return false
        const from = cx.lineStart + line.pos
        const marks: Element[] = []
        while (cx.nextLine() && line.next >= 0 && isWithin(cx, line)) marks.push(...line.markers)
        cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd(), marks))
        return true
      },
    },
  ],
}

function isQuoted(cx: BlockContext): boolean {
  for (let depth = 0; depth < cx.depth; depth++) if (cx.parentType(depth).name === 'Blockquote') return true
  return false
}

/** The library says in this field alone how many of the blocks around the last line go on in this one. */
const isWithin = (cx: BlockContext, line: Line): boolean => (line as Line & { depth: number }).depth >= cx.depth
