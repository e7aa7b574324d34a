import { columns } from '../report/index.ts'

/** Rows as text in columns; numbers stand to the right. The first row is the head. */
export function table(rows: readonly (readonly (string | number)[])[], number: (value: number) => string): string {
  const shown = rows.map(row => row.map(cell => (typeof cell === 'number' ? number(cell) : cell)))
  const widths = (shown[0] ?? []).map((_, i) => Math.max(...shown.map(row => columns(row[i] ?? ''))))
  return shown
    .map((row, r) => {
      const cells = row.map((cell, i) => {
        const room = ' '.repeat(widths[i]! - columns(cell))
        const isNumber = typeof (rows[r]?.[i] ?? '') === 'number' || typeof rows[1]?.[i] === 'number'
        return isNumber ? room + cell : cell + room
      })
      return `${cells.join('  ').trimEnd()}\n`
    })
    .join('')
}
