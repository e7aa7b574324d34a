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

/** For messages that hold XML: tags and references stay as they are. */
export const translateBetweenTags = (text: string): string =>
  text
    .split(/(<[^<>]+>|&#?\w+;)/)
    .map((piece, i) => (i % 2 === 0 ? translate(piece) : piece))
    .join('')

export interface Filling {
  /** Which units are translated; default all. */
  readonly wanted?: (unit: Unit, index: number) => boolean
  /** How a text is translated; default letter by letter. */
  readonly how?: (text: string) => string
}

/** The XLIFF file with its segments translated and confirmed. */
export function filled(xliff: string, { wanted = () => true, how = translate }: Filling = {}): string {
  const translateRun = (run: InlineRun): InlineRun =>
    run.kind === 'text' ? { ...run, text: how(run.text), map: [] } : run
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].filter(wanted).flatMap(unit =>
    unit.segments.flatMap((segment): XliffChange[] => {
      const target = segment.source.runs.map(translateRun)
      return segment.kind === 'segment' ? [{ unit, segment, target, state: 'final' }] : []
    }),
  )
  return writeXliff(xliff, value, changes).value
}
