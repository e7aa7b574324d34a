import type { InlineRun, Unit } from '../../src/xliff/index.ts'
import { readXliff, unitsOf, writeXliff, type XliffChange } from '../../src/xliff/index.ts'

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абцдефгґіжклмнопзрстуввхиє'

/** What each letter is translated by. Letter by letter, so that it is the same however a program cuts texts. */
export const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [...latin].flatMap((letter, i) => [
    [letter, cyrillic[i]!],
    [letter.toUpperCase(), cyrillic[i]!.toUpperCase()],
  ]),
)

/** In the composed form (NFC), as OmegaT has all texts. */
export const translate = (text: string): string => text.normalize('NFC').replace(/[a-z]/gi, letter => letters[letter]!)

const translateRun = (run: InlineRun): InlineRun =>
  run.kind === 'text' ? { ...run, text: translate(run.text), map: [] } : run

/** The XLIFF file with every segment translated and confirmed, or those of some units only. */
export function filled(xliff: string, wanted: (unit: Unit, index: number) => boolean = () => true): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].filter(wanted).flatMap(unit =>
    unit.segments.flatMap((segment): XliffChange[] => {
      const target = segment.source.runs.map(translateRun)
      return segment.kind === 'segment' ? [{ unit, segment, target, state: 'final' }] : []
    }),
  )
  return writeXliff(xliff, value, changes).value
}
