import type { Tree } from '@lezer/common'
import {
  type BlockContext,
  GFM,
  InlineContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
} from '@lezer/markdown'
import { quotedHtml } from './quoted-html.ts'
import { templates } from './templates.ts'

/** Labels of link references and footnotes (these with their caret), in the form of `labelKey`. */
export type Labels = ReadonlySet<string>

type IsLabel = (key: string) => boolean

/** CommonMark 0.31 §4.7: labels match without regard to case and to the amount of white space. */
export const labelKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()

const definition = /^[ \t>*+\-\d.)]*\[((?:[^[\]\\\n]|\\.){1,999})\]:/gm

/**
 * A whole text as a tree, and the labels that it defines. Unlike the library's parser, which takes every `[label]` for a
 * link, only defined labels are links: the labels are looked for first, and looked at again where the tree knows better.
 */
export function parseMarkdown(text: string): { readonly tree: Tree; readonly labels: Labels } {
  const candidates = mayBeDefined(text)
  if (candidates.size === 0) return { tree: withoutLabels.parse(text), labels: candidates }
  const used = new Set<string>()
  const isLabel = (key: string) => candidates.has(key) && used.add(key) !== undefined
  const tree = withLabels(isLabel).parse(text)
  const labels = definedLabels(tree, text)
  const isRight = [...used].every(key => labels.has(key))
  return { labels, tree: isRight ? tree : withLabels(key => labels.has(key)).parse(text) }
}

function mayBeDefined(text: string): Set<string> {
  const found = text.includes(']:') ? [...text.matchAll(definition)] : []
  return new Set(found.map(match => labelKey(match[1]!)))
}

const leaves = new Set(['Paragraph', 'Task', 'Table', 'HTMLBlock', 'FencedCode', 'CodeBlock', 'CommentBlock'])

function definedLabels(tree: Tree, text: string): Set<string> {
  const labels = new Set<string>()
  tree.iterate({
    enter({ name, from, to }) {
      if (name === 'FootnoteLabel') labels.add(labelKey(text.slice(from + 1, to - 2)))
      else if (name === 'LinkLabel') labels.add(labelKey(text.slice(from + 1, to - 1)))
      return !leaves.has(name) && !name.startsWith('ATX') && !name.startsWith('Setext')
    },
  })
  return labels
}

const base = parser.configure([GFM, quotedHtml, footnoteDefinitions(), templates(), plainStretches()])

const withLabels = (isLabel: IsLabel): MarkdownParser => base.configure(references(isLabel))
const withoutLabels = withLabels(() => false)

/**
 * Passes over text without marks in one step: the library asks each of its inline parsers at every character. In a block with addresses
 * it stops also where GitHub may link a bare one.
 */
function plainStretches(): MarkdownConfig {
  const mark = /[\\&`<*_[\]!~]|\{[{%#.:]| {2,}\n/g
  const address = /(?<!\w)(?:www\.|https?:\/\/|mailto:|xmpp:|[\w.+-]{1,100}@)/
  const mayHoldAddress = /@|:\/\/|www\.|mailto:|xmpp:/
  const markOrAddress = new RegExp(`${mark.source}|${address.source}`, 'g')
  let block: InlineContext | undefined
  let stop = mark
  return {
    parseInline: [
      {
        name: 'PlainStretch',
        parse(cx, _next, pos) {
          if (cx !== block) {
            block = cx
            stop = mayHoldAddress.test(cx.text) ? markOrAddress : mark
          }
          stop.lastIndex = pos - cx.offset
          const found = stop.exec(cx.text)
          const end = found ? cx.offset + found.index : cx.end
          return end > pos ? end : -1
        },
        before: 'Escape',
      },
    ],
  }
}

/** Footnotes as GitHub writes them: `[^label]` in the text, `[^label]: …` for the note, continued by four columns. */
function footnoteDefinitions(): MarkdownConfig {
  const opening = /^\[\^[^\]\s]+\]:/
  const matches = (line: Line) => (line.next === 91 ? opening.exec(line.text.slice(line.pos))?.[0] : undefined)
  return {
    defineNodes: [
      {
        name: 'FootnoteDefinition',
        block: true,
        composite(_cx: BlockContext, line: Line) {
          if (line.next >= 0 && line.indent < line.baseIndent + 4) return false
          line.moveBaseColumn(Math.min(line.baseIndent + 4, line.indent))
          return true
        },
      },
      'FootnoteLabel',
      'FootnoteReference',
    ],
    parseBlock: [
      {
        name: 'FootnoteDefinition',
        parse(cx, line) {
          const label = matches(line)
          if (label === undefined || line.indent >= line.baseIndent + 4) return false
          const from = cx.lineStart + line.pos
          cx.startComposite('FootnoteDefinition', line.pos)
          cx.addElement(cx.elt('FootnoteLabel', from, from + label.length))
          line.moveBase(line.pos + label.length)
          return null
        },
        endLeaf: (_cx, line) => matches(line) !== undefined,
        before: 'LinkReference',
      },
    ],
  }
}

function references(isLabel: IsLabel): MarkdownConfig {
  // The last block with an image: in others no opening one needs to be looked for.
  let withImage: InlineContext | undefined
  return {
    parseInline: [
      {
        // In place of the library's own: it goes through all parsers at every character, so another two would cost a fifth.
        name: 'Link',
        parse(cx, next, pos) {
          if (next === 33 && cx.char(pos + 1) === 91) withImage = cx
          if (next === 93) dropUndefined(cx, pos, isLabel, withImage === cx)
          if (next !== 91) return -1
          const footnote = cx.char(pos + 1) === 94 ? footnoteEnd(cx, pos, isLabel) : -1
          if (footnote > 0) return cx.addElement(cx.elt('FootnoteReference', pos, footnote))
          return cx.addDelimiter(InlineContext.linkStart, pos, pos + 1, true, false)
        },
      },
    ],
  }
}

function footnoteEnd(cx: InlineContext, pos: number, isLabel: IsLabel): number {
  const match = /^\[(\^[^\]\s]+)\]/.exec(cx.slice(pos, Math.min(cx.end, pos + 200)))
  return match && isLabel(labelKey(match[1]!)) ? pos + match[0].length : -1
}

/** Closes an opening bracket to links where `]` at `pos` would make a reference to a label that nothing defines. */
function dropUndefined(cx: InlineContext, pos: number, isLabel: IsLabel, hasImage: boolean): void {
  const after = cx.char(pos + 1)
  if (after === 40) return
  const index = Math.max(
    cx.findOpeningDelimiter(InlineContext.linkStart) ?? -1,
    hasImage ? (cx.findOpeningDelimiter(InlineContext.imageStart) ?? -1) : -1,
  )
  const opening = index < 0 ? null : cx.getDelimiterAt(index)
  if (!opening) return
  const full =
    after === 91 ? /^\[((?:[^[\]\\]|\\[\s\S])+)\]/.exec(cx.slice(pos + 1, Math.min(cx.end, pos + 1001))) : null
  const label = full?.[1] ?? cx.slice(opening.to, pos)
  if (label.length > 999 || /(?<!\\)\[/.test(label) || isLabel(labelKey(label)))
    return // The library gives no way to make one delimiter inactive; it does so itself by this field.
  ;(opening as { side?: number }).side = 0
}
