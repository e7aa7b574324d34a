import { columns, type Paint } from '../report/index.ts'
import { table } from './table.ts'

/** A page in Markdown as far as the pages of rules use it, for people at a terminal: no marks, lines no wider than `width`. */
export const showPage = (markdown: string, width: number, paint: Paint): string =>
  `${blocksOf(markdown)
    .map(block => showBlock(block, width, paint))
    .join('\n\n')}\n`

/** Lines that belong together: what stands between blank lines, a fence with what is in it, an item of a list. */
function blocksOf(markdown: string): string[][] {
  const blocks: string[][] = []
  let block: string[] | undefined
  let isFenced = false
  for (const line of markdown.split('\n')) {
    const isFence = line.startsWith('```')
    if (!isFenced && (isFence || line.trim() === '')) block = undefined
    if (isFence) isFenced = !isFenced
    if (block === undefined && line.trim() === '' && !isFenced) continue
    if (block === undefined) {
      block = []
      blocks.push(block)
    }
    block.push(line)
    if (isFence && !isFenced) block = undefined
  }
  return blocks
}

function showBlock(block: readonly string[], width: number, paint: Paint): string {
  const [first = ''] = block
  if (first.startsWith('```'))
    return block
      .slice(1, -1)
      .map(line => `    ${example(line, paint)}`.trimEnd())
      .join('\n')
  if (first.startsWith('#')) return paint.strong(inline(first.replace(/^#+ /, ''), paint))
  if (first.startsWith('|')) return showTable(block, paint)
  const items = block.join('\n').split(/\n(?=[-*] )/)
  return items.map(item => wrap(item.replace(/\s*\n\s*/g, ' '), width, paint)).join('\n')
}

const showTable = (lines: readonly string[], paint: Paint): string =>
  table(
    lines
      .filter(line => !/^\|[\s:|-]*$/.test(line))
      .map(line =>
        line
          .slice(1, -1)
          .split('|')
          .map(cell => inline(cell.trim(), paint)),
      ),
    String,
  ).trimEnd()

/** In an example «wrong→right» marks a finding. */
const example = (line: string, paint: Paint): string =>
  line.replace(
    /«([^«»→]*)→([^«»]*)»/g,
    (_, found: string, better: string) => `«${paint.error(found)}→${paint.good(better)}»`,
  )

/** Code and links are plain text, what is strong is bold. */
const inline = (text: string, paint: Paint): string =>
  text
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => strong.replace(/\S+/g, word => paint.strong(word)))
    .replace(/(?<![\p{L}*])\*([^*\s][^*]*)\*(?![\p{L}*])/gu, '$1')

/** An item of a list hangs on its mark. */
function wrap(text: string, width: number, paint: Paint): string {
  const mark = /^[-*] /.exec(text)?.[0] ?? ''
  const indent = ' '.repeat(mark.length)
  const lines: string[] = []
  let line = ''
  for (const word of inline(text.slice(mark.length), paint).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    const isFull = line !== '' && columns(plain(longer)) + mark.length > width
    if (isFull) lines.push(line)
    line = isFull ? word : longer
  }
  return [...lines, line].map((each, i) => (i === 0 ? mark : indent) + each).join('\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '')
