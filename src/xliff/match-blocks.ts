import { type Block, blockText, type Document, type Run, runsText } from '../content/index.ts'
import { grouped } from '../text/index.ts'
import { type Mark, matchEqual } from './match-equal.ts'
import { documentRuns, type Unit } from './model.ts'
import { type Neighbours, neighbours, thereOf } from './neighbours.ts'
import { unitFacts } from './origin.ts'
import { collapsed, unitId, unitName } from './unit-id.ts'

/** The runs of all sources of a unit, in the order of the document; markers and asides are not the document's. */
export function sourceRuns(unit: Unit): Run[] {
  return unit.segments.flatMap(segment => documentRuns(segment.source.runs))
}

/** What a unit and its block have in common however a tool has written the file: the words, and which codes stand around them. */
export function contentKey(runs: readonly Run[]): string {
  const codes = runs.filter(run => run.kind !== 'text').map(run => run.kind[0])
  return `${collapsed(runsText(runs))}\n${codes.join('')}`
}

export interface MatchedBlocks {
  readonly blocks: ReadonlyMap<Unit, Block>
  /** Units that say the same as others with another translation, where nothing tells which block is whose. */
  readonly ambiguous: ReadonlySet<Unit>
}

/**
 * The block of each unit: by the unit's id, which says what the block held when it was exported, else by what the unit holds.
 * Equal ones are told apart by their keys, their neighbours, their names, and by their order if there are as many units as
 * blocks. No block is taken twice. Linear.
 */
export function matchBlocks(document: Document, units: readonly Unit[]): MatchedBlocks {
  const blocks = new Map<Unit, Block>()
  const ambiguous = new Set<Unit>()
  const near = neighbours(document.blocks)
  const nearOf = new Map(document.blocks.map((block, i) => [block, near[i]!]))
  const match = (blockKey: (block: Block) => string, unitKey: (unit: Unit) => string) => {
    const taken = new Set(blocks.values())
    const groups = grouped(
      document.blocks.filter(block => !taken.has(block)),
      blockKey,
    )
    const waiting = units.filter(unit => !blocks.has(unit) && !ambiguous.has(unit))
    for (const [key, claimants] of grouped(waiting, unitKey)) {
      const equal = groups.get(key) ?? []
      const group = claimants.filter(unit => equal[0] && says(unit, equal[0]))
      const { pairs, unsure } = matchEqual(equal, inOrder(group), marks(nearOf), targetText)
      for (const [block, unit] of pairs) blocks.set(unit, block)
      if (unsure.size > 0) for (const unit of group) if (!blocks.has(unit)) ambiguous.add(unit)
    }
  }
  match(
    block => stem(unitId(block.runs, new Map())),
    unit => stem(unit.id),
  )
  match(
    block => contentKey(block.runs),
    unit => contentKey(sourceRuns(unit)),
  )
  return { blocks, ambiguous }
}

/** The id without the count of equal ones. */
export const stem = (id: string) => id.replace(/-\d+$/, '')

const says = (unit: Unit, block: Block) => collapsed(runsText(sourceRuns(unit))) === collapsed(blockText(block))

/** Their ids count equal units; a tool may have put them in another order. */
const inOrder = (units: readonly Unit[]) => [...units].sort((a, b) => nth(a) - nth(b))

const nth = ({ id }: Unit) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0)

function marks(nearOf: ReadonlyMap<Block, Neighbours>): Mark<Block, Unit>[] {
  const both = ({ before, after }: Partial<Neighbours>) =>
    before === undefined || after === undefined ? undefined : `${before} ${after}`
  return [
    { of: block => block.name && unitName(block), and: unit => unit.name },
    { of: block => both(nearOf.get(block)!), and: unit => both(unitFacts(unit)) },
    { of: unitName, and: unit => (both(unitFacts(unit)) === undefined ? unit.name : undefined) },
    { of: block => thereOf(nearOf.get(block)!).before, and: unit => thereOf(unitFacts(unit)).before },
    { of: block => thereOf(nearOf.get(block)!).after, and: unit => thereOf(unitFacts(unit)).after },
  ]
}

const targetText = (unit: Unit) =>
  unit.segments.map(({ target }) => (target ? runsText(documentRuns(target.runs)) : '')).join('\n')
