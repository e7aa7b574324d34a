import { columns, folded } from '../report/index.ts'

/** Between two columns of a table. */
const gap = 2
/** A column is not made narrower than this. */
const narrowest = 12

/**
 * Rows as text in columns; numbers stand to the right. The first row is the head. Where a table is wider than the terminal (`room`),
 * the cells of its widest columns are folded.
 */
export function table(
  rows: readonly (readonly (string | number)[])[],
  number: (value: number) => string,
  room = Number.POSITIVE_INFINITY,
): string {
  const shown = rows.map(row => row.map(cell => (typeof cell === 'number' ? number(cell) : cell)))
  const wide = (shown[0] ?? []).map((_, i) => Math.max(...shown.map(row => columns(row[i] ?? ''))))
  const widths = narrowed(wide, room)
  const isNumber = (r: number, i: number) => typeof rows[r]?.[i] === 'number' || typeof rows[1]?.[i] === 'number'
  return shown.flatMap((row, r) => rowLines(row, widths, i => isNumber(r, i))).join('')
}

/** The widest column gives way until the table fits or nothing can. */
function narrowed(wide: readonly number[], room: number): readonly number[] {
  const widths = [...wide]
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width + gap, -gap) - room
    const [widest = 0, second = 0] = [...widths].sort((a, b) => b - a)
    if (over <= 0 || widest <= narrowest) return widths
    widths[widths.indexOf(widest)] = Math.max(narrowest, Math.min(widest - 1, second), widest - over)
  }
}

function rowLines(row: readonly string[], widths: readonly number[], isNumber: (i: number) => boolean): string[] {
  const cells = row.map((cell, i) => (columns(cell) > widths[i]! ? folded(cell, widths[i]!) : [cell]))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, i) => {
      const part = lines[line] ?? ''
      const room = ' '.repeat(Math.max(0, widths[i]! - columns(part)))
      return isNumber(i) ? room + part : part + room
    })
    return `${parts.join(' '.repeat(gap)).trimEnd()}\n`
  })
}
