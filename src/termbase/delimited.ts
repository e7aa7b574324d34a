/** A row of a table and where it stands in the text. */
export interface Row {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
}

/**
 * Reads separated values (RFC 4180; any line ends, a quote anywhere else than at the beginning of a cell is a letter). Empty lines
 * are left out. O(n).
 */
export function readDelimited(text: string, separator: string): Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let start = 0
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"'
    const end = quoted ? quoteEnd(text, at) : plainEnd(text, at, separator)
    const rest = quoted ? plainEnd(text, end, separator) : end
    cells.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') + text.slice(end, rest) : text.slice(at, end))
    at = rest
    if (text[at] === separator && at < text.length) {
      at++
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
      cells.push('')
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, start, end: at })
    cells = []
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    start = at
  }
  return rows
}

/** Behind the closing quote; the end of a text whose quote is not closed. */
function quoteEnd(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at < 0) return text.length + 1
    if (text[at + 1] !== '"') return at + 1
  }
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Separated values with CRLF, as RFC 4180 has them. */
export function writeDelimited(rows: readonly (readonly string[])[], separator: string): string {
  return rows.map(cells => `${cells.map(cell => quote(cell, separator)).join(separator)}\r\n`).join('')
}

function quote(cell: string, separator: string): string {
  const needs = cell.includes(separator) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell)
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The separator that the first line has most of; a comma where it has none. */
export function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/[\r\n]/, 1)[0]!
  const count = (separator: string) => line.split(separator).length
  return ['\t', ';', ','].reduce((best, one) => (count(one) > count(best) ? one : best), ',')
}
