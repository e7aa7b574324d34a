import type { Block } from '../content/index.ts'
import { type ExportUnit, exportModel } from './export.ts'
import { type MergedUnit, type MergeStatus, mergeUnit } from './merge-unit.ts'
import { type Segment, type Unit, unitsOf } from './model.ts'
import { pairSegments, placed } from './update-pairs.ts'
import { carryUnit } from './update-unit.ts'

/** What of a unit can be used for the text that its block has become. */
export interface MergedChange extends MergedUnit {
  /** Sentences of now that have their translation, of how many. */
  readonly kept: number
  readonly total: number
}

/**
 * Puts the targets of a unit into a block that has changed: sentences that it still has, with the same codes, keep theirs; the others
 * are as they are now. Undefined where nothing can be used. `segments` are the sentences of now.
 */
export function mergeChanged(unit: Unit, block: Block, segments: ExportUnit['segments']): MergedChange | undefined {
  const now = unitOfNow(block, segments)
  const all = pairSegments(placed([now]), placed([unit]), () => 0)
  const same = new Map([...all].filter(([, { kind }]) => kind === 'same'))
  const carried = { ...carryUnit(now, same, [], () => ''), metadata: unit.metadata }
  const merged = mergeUnit(carried, block)
  if (!merged.runs) return undefined
  const statusOf = new Map<Segment, MergeStatus | undefined>(
    now.segments.flatMap((segment, i) => {
      const before = same.get(segment)?.before.segment
      return before ? [[before, merged.statuses[i]] as const] : []
    }),
  )
  const statuses = unit.segments.map(one => (one.kind === 'segment' ? (statusOf.get(one) ?? 'stale') : undefined))
  const used = merged.statuses.filter(status => status === 'translated' || status === 'unreviewed')
  return { ...merged, statuses, kept: used.length, total: merged.statuses.filter(Boolean).length }
}

function unitOfNow(block: Block, segments: ExportUnit['segments']): Unit {
  const said = { sourceLanguage: 'und', targetLanguage: 'und', original: '', sourceHash: '', format: '' }
  const [unit] = unitsOf(exportModel({ ...said, units: [{ block, segments }] }))
  return unit!
}
