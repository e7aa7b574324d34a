import type { XliffChange } from './edit.ts'
import type { InlineRun, XliffDocument } from './model.ts'
import { unitsOf } from './model.ts'

/**
 * A target for every segment that shows whether a layout bears translation: each letter with a mark above or below it, a third
 * longer, between brackets that show where text is cut. Codes stay as they are.
 */
export function pseudoTranslation(document: XliffDocument): XliffChange[] {
  const changes: XliffChange[] = []
  for (const unit of unitsOf(document)) {
    if (!unit.translate) continue
    for (const segment of unit.segments) {
      if (segment.kind === 'ignorable') continue
      changes.push({ unit, segment, target: pseudoRuns(segment.source.runs), state: 'translated' })
    }
  }
  return changes
}

function pseudoRuns(runs: readonly InlineRun[]): InlineRun[] {
  const out = runs.map(run => (run.kind === 'text' ? { ...run, text: pseudoText(run.text), map: [] } : run))
  const length = runs.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.trim().length : 0), 0)
  const first = out.findIndex(isWritten)
  const last = out.findLastIndex(isWritten)
  return out.map((run, i) => {
    if (run.kind !== 'text') return run
    const opened = i === first ? run.text.replace(/^\s*/, space => `${space}[`) : run.text
    const padding = '·'.repeat(Math.ceil(length / 3))
    return { ...run, text: i === last ? opened.replace(/\s*$/, space => ` ${padding}]${space}`) : opened }
  })
}

/** White space between two codes is no place for a bracket: nothing is written there. */
const isWritten = (run: InlineRun): boolean => run.kind === 'text' && run.text.trim() !== ''

/** A mark of its own for vowels and consonants, so that words can be told apart: U+0301 and U+0323. */
const pseudoText = (text: string): string =>
  text.normalize('NFC').replace(/\p{L}/gu, letter => letter + (vowel.test(letter) ? '\u0301' : '\u0323'))

const vowel = /[aeiouyаеєиіїоуюяёыэ]/iu
