import { type Block, type BlockId, blockText, type Document, type Run, runsText } from '../content/index.ts'
import type { Problem, Reading, Span } from '../text/index.ts'
import { type ChangedUnit, changedUnits, type Likeness } from './changed-units.ts'
import { matchBlocks, sourceRuns } from './match-blocks.ts'
import { mergeChanged } from './merge-changed.ts'
import { type MergedUnit, type MergeStatus, mergeUnit } from './merge-unit.ts'
import { type Unit, unitsOf, type XliffDocument } from './model.ts'
import { collapsed } from './unit-id.ts'

export interface MergedSegment {
  readonly unit: string
  readonly segment: string | undefined
  readonly status: MergeStatus
  /** In the XLIFF. */
  readonly span: Span
}

export interface Merge {
  /** The new runs of blocks of which at least one segment is translated. */
  readonly changes: ReadonlyMap<BlockId, readonly Run[]>
  readonly segments: readonly MergedSegment[]
  /** The units of blocks. */
  readonly units: ReadonlyMap<BlockId, Unit>
  /** Blocks that no unit is about, nor was before they changed, nor may be. */
  readonly uncovered: readonly Block[]
}

interface Placed extends MergedUnit {
  /** The block says more than the unit. */
  readonly isLonger?: boolean
}

export interface MergeXliffOptions {
  /** Nothing changes unless every segment is translated. */
  readonly strict?: boolean
  /** Which targets count. */
  readonly accept?: 'any' | 'approved'
  /** With it, units whose source has changed are told with what it has become; what is the same of their sentences keeps its target. */
  readonly likeness?: Likeness
}

/**
 * Puts the targets of an XLIFF file in place of the document's blocks. Units find their blocks by id, then by what they
 * hold; segments without a usable target keep the source, and so do units that are not to be translated. Problems have their place in the XLIFF. Linear in the size of both.
 */
export function mergeXliff(
  document: Document,
  xliff: XliffDocument,
  { strict = false, accept = 'any', likeness }: MergeXliffOptions = {},
): Reading<Merge> {
  const units = [...unitsOf(xliff)]
  const { blocks, ambiguous } = matchBlocks(document, units)
  const covered = new Map([...blocks].map(([unit, block]) => [block.id, unit]))
  const free = document.blocks.filter(block => !covered.has(block.id))
  const stale = units.filter(unit => !blocks.has(unit) && !ambiguous.has(unit))
  const changed = likeness && stale.length > 0 ? changedUnits(stale, free, likeness) : undefined
  const placedOf = (unit: Unit): Placed => {
    const isAccepted = accept === 'any' || isApproved(unit)
    const block = blocks.get(unit)
    if (block) return isAccepted ? mergeUnit(unit, block) : notApproved(unit)
    const change = changed?.get(unit)
    const part = isAccepted && change && likeness ? unchangedPart(unit, change, likeness) : undefined
    return part ?? unplaced(unit, change?.problem ?? unplacedProblem(unit, ambiguous.has(unit)))
  }
  const changes = new Map<BlockId, readonly Run[]>()
  const segments: MergedSegment[] = []
  const problems: Problem[] = []
  for (const unit of units) {
    if (!unit.translate) continue
    const block = blocks.get(unit) ?? changed?.get(unit)?.block
    const merged = placedOf(unit)
    problems.push(...merged.problems)
    unit.segments.forEach((segment, i) => {
      const status = merged.statuses[i]
      if (status) segments.push({ unit: unit.id, segment: segment.id, status, span: segment.span })
    })
    if (merged.isLonger) segments.push({ unit: unit.id, segment: undefined, status: 'stale', span: unit.span })
    if (block && merged.runs) changes.set(block.id, merged.runs)
  }
  const known = new Set([...(changed?.values() ?? [])].map(({ block }) => block))
  const doubtful = new Set([...ambiguous].map(unit => collapsed(runsText(sourceRuns(unit)))))
  const uncovered = free.filter(block => !known.has(block) && !doubtful.has(collapsed(blockText(block))))
  const refused = strict && segments.some(segment => segment.status !== 'translated')
  return { value: { changes: refused ? new Map() : changes, segments, units: covered, uncovered }, problems }
}

/** What of a unit whose block has changed is the same. */
function unchangedPart(unit: Unit, { block, problem }: ChangedUnit, { sentences }: Likeness): Placed | undefined {
  const merged = block && mergeChanged(unit, block, sentences(block))
  if (!merged) return undefined
  const { kept, total, statuses } = merged
  const data = { unit: unit.id, change: problem.data!.change!, kept, total }
  const told: Problem = { ...problem, code: 'xliff-unit-partly-changed', data }
  return { ...merged, problems: [told, ...merged.problems], isLonger: !statuses.includes('stale') && kept < total }
}

/** In 1.2 by its attribute, in 2.x by its states. */
const isApproved = (unit: Unit): boolean =>
  unit.attributes.approved === 'yes' ||
  unit.segments.every(s => s.kind === 'ignorable' || !s.target || s.state === 'final')

/** What is not approved is not translated. */
function notApproved(unit: Unit): MergedUnit {
  const problem: Problem = { code: 'merge-unapproved', severity: 'warning', span: unit.span, data: { unit: unit.id } }
  return { problems: [problem], statuses: unit.segments.map(s => (s.kind === 'segment' ? 'untranslated' : undefined)) }
}

const unplacedProblem = (unit: Unit, isAmbiguous: boolean): Problem => ({
  code: isAmbiguous ? 'xliff-unit-ambiguous' : 'xliff-unit-stale',
  severity: 'warning',
  span: unit.span,
  data: { unit: unit.id },
})

function unplaced(unit: Unit, problem: Problem): MergedUnit {
  return { problems: [problem], statuses: unit.segments.map(s => (s.kind === 'segment' ? 'stale' : undefined)) }
}
