import type { Match, Segment, Unit } from '../xliff/index.ts'
import { codeNames } from './table-codes.ts'

/** What the cell of comments says before anybody writes into it: a line each, by which it is known again. */

/** The notes of a unit, before its first segment. */
export const noteLines = ({ notes }: Unit): string[] => notes.map(({ text }) => `ℹ ${text.replace(/\s+/g, ' ').trim()}`)

/** The candidates of a segment. Their codes are shown as in their own memory. */
export const matchLines = (unit: Unit, segment: Segment): string[] =>
  unit.matches.filter(({ ref, target }) => ref === `#${segment.id}` && target).map(matchLine)

function matchLine({ target, similarity = 0 }: Match): string {
  const shown = codeNames([target!]).shown(target!)
  const text = shown.map(({ text }) => text).join('')
  return `≈ ${similarity} %: ⟦${text.replace(/\s+/g, ' ').trim()}⟧`
}

/** What a person has written into a cell of comments: what follows the lines that were there. */
export function ownRemark(cell: string, known: readonly string[]): string {
  const lines = cell.split('\n').map(line => {
    const candidate = /^\s*≈ \d+ %: ⟦.*⟧/u.exec(line)?.[0]
    const note = known.find(note => line.trim().startsWith(note))
    return candidate !== undefined
      ? line.slice(candidate.length)
      : note !== undefined
        ? line.trim().slice(note.length)
        : line
  })
  return lines.join('\n').trim()
}
