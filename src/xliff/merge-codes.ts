import type { Block, CodeRun, Run } from '../content/index.ts'
import type { Problem, Span } from '../text/index.ts'
import { isAside, isMarker, type Segment, type Unit } from './model.ts'

/** A run of a block to be; a code has the id it has in the XLIFF, and its place there where it comes from a target. */
export interface Item {
  readonly run: Run
  readonly id?: string | undefined
  readonly span?: Span
}

/** What a segment gives to its block. */
export interface Part {
  readonly segment: Segment
  /** The block's own runs, kept where there is no usable target. */
  readonly kept: readonly Item[]
  readonly target?: readonly Item[]
  invalid: boolean
}

export const given = (part: Part): readonly Item[] => (part.invalid ? part.kept : (part.target ?? part.kept))

/**
 * Takes back segments (`invalid`) until the codes of the whole block are right: none used twice that may not be, none
 * missing that must stay, every pair nested. What cannot be laid at one segment's door takes back the whole unit.
 */
export function settle(unit: Unit, block: Block, order: readonly Part[]): Problem[] {
  const permissions = permissionsOf(unit)
  const problems = new Map<string, Problem>()
  const report = (problem: Problem) => {
    const key = `${problem.code} ${problem.data?.id}`
    if (!problems.has(key)) problems.set(key, problem)
  }
  const check = () => [...repeated(order, permissions), ...dropped(order, permissions, block)]
  const errors = (faults: readonly Fault[]) => faults.filter(fault => fault.problem.severity === 'error')
  for (let round = 0; round < 2; round++) {
    for (const { problem, part } of check()) {
      report(problem)
      if (problem.severity === 'error') part.invalid = true
    }
  }
  const left = errors(check()).map(fault => fault.problem)
  const crossed = nests(block.runs.map(run => ({ run }))) ? misnested(order) : undefined
  for (const problem of crossed ? [...left, crossed] : left) report(problem)
  if (left.length > 0 || crossed) for (const part of order) if (part.target) part.invalid = true
  return [...problems.values()]
}

interface Permission {
  readonly copy: boolean
  readonly drop: boolean
}

/** What the codes of the sources allow, by id (`canCopy`, `canDelete`; in XLIFF 1.2 `clone`). */
function permissionsOf(unit: Unit): ReadonlyMap<string, Permission> {
  const permissions = new Map<string, Permission>()
  for (const segment of unit.segments) {
    for (const run of segment.source.runs) {
      if (run.kind === 'text' || run.kind === 'close' || isMarker(run) || isAside(run)) continue
      const { canCopy, canDelete, clone } = run.attributes
      permissions.set(run.id, { copy: canCopy !== 'no' && clone !== 'no', drop: canDelete !== 'no' })
    }
  }
  return permissions
}

interface Fault {
  readonly problem: Problem
  /** The segment to take back. */
  readonly part: Part
}

const keyOf = (item: Item) => (item.id === undefined ? undefined : `${item.run.kind} ${item.id}`)

function fault(code: string, severity: 'error' | 'warning', item: Item, span: Span, part: Part): Fault {
  const label = (item.run as CodeRun).label
  return { problem: { code, severity, span, data: { code: label, id: item.id ?? '' } }, part }
}

function repeated(order: readonly Part[], permissions: ReadonlyMap<string, Permission>): Fault[] {
  const used = new Set<string>()
  const faults: Fault[] = []
  // what is kept was there first
  for (const part of order) if (!fromTarget(part)) for (const item of given(part)) used.add(keyOf(item) ?? '')
  for (const part of order.filter(fromTarget)) {
    for (const item of given(part)) {
      const key = keyOf(item)
      if (key === undefined) continue
      const allowed = permissions.get(item.id ?? '')?.copy ?? true
      if (used.has(key) && !allowed) faults.push(fault('xliff-code-repeated', 'error', item, item.span!, part))
      used.add(key)
    }
  }
  return faults
}

const fromTarget = (part: Part) => part.target !== undefined && !part.invalid

function dropped(order: readonly Part[], permissions: ReadonlyMap<string, Permission>, block: Block): Fault[] {
  const used = new Set(order.flatMap(given).map(keyOf))
  const faults: Fault[] = []
  for (const part of order.filter(fromTarget)) {
    for (const item of part.kept) {
      if (item.run.kind === 'text' || used.has(keyOf(item))) continue
      const drop = permissions.get(item.id ?? '')?.drop ?? true
      // half a pair cannot be dropped
      const half = item.run.kind !== 'code' && block.runs.length > 0 && hasOtherHalf(item, used)
      const span = part.segment.target?.span ?? part.segment.span
      faults.push(fault('xliff-code-missing', drop && !half ? 'warning' : 'error', item, span, part))
    }
  }
  return faults
}

const hasOtherHalf = (item: Item, used: ReadonlySet<string | undefined>) =>
  used.has(`${item.run.kind === 'open' ? 'close' : 'open'} ${item.id}`)

/** The first closing code that does not close what was opened last. */
function misnested(order: readonly Part[]): Problem | undefined {
  const items = order.flatMap(part => given(part).map(item => ({ item, part })))
  const index = firstCrossing(items.map(({ item }) => item))
  if (index === undefined) return undefined
  const { item, part } = items[index]!
  const span = item.span ?? part.segment.target?.span ?? part.segment.span
  return fault('xliff-code-misnested', 'error', item, span, part).problem
}

const nests = (items: readonly Item[]) => firstCrossing(items) === undefined

function firstCrossing(items: readonly Item[]): number | undefined {
  const open: { id: string; index: number }[] = []
  for (const [index, { run }] of items.entries()) {
    if (run.kind === 'open') open.push({ id: run.id, index })
    else if (run.kind === 'close' && open.pop()?.id !== run.id) return index
  }
  return open[0]?.index
}
