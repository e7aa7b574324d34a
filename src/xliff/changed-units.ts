import { type Block, blockText, runsText } from '../content/index.ts'
import type { Problem } from '../text/index.ts'
import { pairAlike, type Similarity } from './alike.ts'
import type { ExportUnit } from './export.ts'
import { sourceRuns } from './match-blocks.ts'
import { documentRuns, type Unit } from './model.ts'
import { shownText } from './shown-text.ts'
import { collapsed, unitName } from './unit-id.ts'

/** How a merge looks for what a unit has become. */
export interface Likeness {
  readonly similarity: Similarity
  /** What changed, for people. */
  readonly difference: (before: string, after: string) => string
  /** The sentences of a block. */
  readonly sentences: (block: Block) => ExportUnit['segments']
}

/** What a unit has become. */
export interface ChangedUnit {
  readonly problem: Problem
  /** Absent where several blocks are as like it. */
  readonly block?: Block
}

/**
 * What is told of units whose text is no longer in the document, where a block without a unit says nearly the same: what changed, and
 * the translation, of which a merge uses the sentences that are the same. O(n) in the units and blocks, with at most some tens of comparisons each.
 */
export function changedUnits(
  units: readonly Unit[],
  blocks: readonly Block[],
  { similarity, difference }: Likeness,
): ReadonlyMap<Unit, ChangedUnit> {
  const before = units
    .map((unit, i) => ({ unit, text: collapsed(runsText(sourceRuns(unit))), at: i / units.length, key: unit.name }))
    .filter(({ unit }) => targetText(unit) !== '')
  const now = blocks.map((block, i) => ({
    block,
    text: collapsed(blockText(block)),
    at: i / blocks.length,
    key: block.name && unitName(block),
  }))
  const found = pairAlike(now, before, similarity)
  return new Map(
    found.map(({ now, before: { unit }, score, places }) => {
      const change = difference(shownText(sourceRuns(unit)), shownText(now.block.runs))
      const data = { unit: unit.id, score, places, change, target: targetText(unit) }
      const problem: Problem = { code: 'xliff-unit-changed', severity: 'warning', span: unit.span, data }
      return [unit, { problem, ...(places === 1 && { block: now.block }) }]
    }),
  )
}

const targetText = ({ segments }: Unit): string =>
  collapsed(segments.map(({ target }) => (target ? shownText(documentRuns(target.runs)) : '')).join(' '))
