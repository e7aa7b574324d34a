import type { Run } from '../content/index.ts'
import { type InlineRun, isAside } from './model.ts'
import { collapsed } from './unit-id.ts'

/** What runs say to people, with what stands for something in them: Hello, {name}! */
export const shownText = (runs: readonly (Run | InlineRun)[]): string =>
  collapsed(runs.map(run => (run.kind === 'text' ? run.text : run.kind === 'code' ? labelOf(run) : '')).join(''))

/** The same with the codes around words, where they are what has changed. */
export const markedText = (runs: readonly (Run | InlineRun)[]): string =>
  collapsed(runs.map(run => (run.kind === 'text' ? run.text : labelOf(run))).join(''))

const labelOf = (run: Exclude<Run | InlineRun, { kind: 'text' }>): string =>
  'element' in run && isAside(run) ? '' : run.label

/** Behind how many signs each code stands: equal where codes stand around the same words. */
export function codePlaces(runs: readonly (Run | InlineRun)[]): string {
  const places: number[] = []
  let signs = 0
  for (const run of runs) {
    if (run.kind === 'text') signs += run.text.replace(/\s+/gu, '').length
    else places.push(signs)
  }
  return places.join(' ')
}
