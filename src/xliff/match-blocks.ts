import { type Block, blockText, type Document, type Run, runsText } from '../content/index.ts'
import { isAside, isMarker, type Unit } from './model.ts'
import { collapsed, unitId, unitName } from './unit-id.ts'

/** The runs of all sources of a unit, in the order of the document; markers and asides are not the document's. */
export function sourceRuns(unit: Unit): Run[] {
  return unit.segments.flatMap(segment => documentRuns(segment.source.runs))
}

export const documentRuns = (runs: Unit['segments'][number]['source']['runs']) =>
  runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run)))

/** What a unit and its block have in common however a tool has written the file: the words, and which codes stand around them. */
function contentKey(runs: readonly Run[]): string {
  const codes = runs.filter(run => run.kind !== 'text').map(run => run.kind[0])
  return `${collapsed(runsText(runs))}\n${codes.join('')}`
}

/**
 * The block of each unit: by the unit's id, which says what the block held when it was exported (equal ones are told apart
 * by the unit's name, else by their order); else by what the unit holds. No block is taken twice. Linear.
 */
export function matchBlocks(document: Document, units: readonly Unit[]): ReadonlyMap<Unit, Block> {
  const found = new Map<Unit, Block>()
  const taken = new Set<Block>()
  const take = (unit: Unit, block: Block | undefined) => {
    if (!block || taken.has(block)) return
    taken.add(block)
    found.set(unit, block)
  }
  const byHash = grouped(document.blocks, block => stem(unitId(block.runs, new Map())))
  const same = (unit: Unit) => byHash.get(stem(unit.id))
  for (const unit of units)
    take(
      unit,
      same(unit)?.find(block => unitName(block) === unit.name),
    )
  const waiting = (blocks: Block[] | undefined) => {
    while (blocks && blocks.length > 0 && taken.has(blocks[0]!)) blocks.shift()
    return blocks?.[0]
  }
  for (const unit of units) if (!found.has(unit)) take(unit, waiting(same(unit)))
  const rest = document.blocks.filter(block => !taken.has(block))
  const byContent = grouped(rest, block => contentKey(block.runs))
  for (const unit of units) if (!found.has(unit)) take(unit, waiting(byContent.get(contentKey(sourceRuns(unit)))))
  for (const [unit, block] of found) if (!says(unit, block)) found.delete(unit)
  return found
}

/** The id without the count of equal ones. */
const stem = (id: string) => id.replace(/-\d+$/, '')

const says = (unit: Unit, block: Block) => collapsed(runsText(sourceRuns(unit))) === collapsed(blockText(block))

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const there = groups.get(key(item))
    if (there) there.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
