import type { InlineCode, InlineRun } from './model.ts'
import { isAside, isMarker } from './model.ts'

/** How one code of a unit is written. `name` is its id; a close has that of its open. */
export interface Planned {
  readonly code: InlineCode
  name: string
  partner?: Planned
  /** One element around the text (`pc`, `mrk`) in place of two empty ones (`sc`/`ec`, `sm`/`em`). */
  wrap: boolean
}

/** The codes of the pieces of one side in their order; asides have none. */
export type SidePlan = readonly (readonly Planned[])[]

export interface CodePlan {
  readonly source: SidePlan
  readonly target: SidePlan
}

/**
 * Gives every code of a unit an id that is unique in its scope (XLIFF 2.1, attribute id) and decides which pairs become one
 * element: those that nest within one piece, on both sides alike, because a code in the target must be the same element as
 * its namesake in the source; `around` says which pairs may be. `taken` are ids that others in the scope have; it grows. Linear in the number of codes.
 */
export function planCodes(
  source: readonly (readonly InlineRun[])[],
  target: readonly (readonly InlineRun[])[],
  taken: Set<string>,
  around: (code: InlineCode) => boolean = () => true,
): CodePlan {
  const names = new Map<string, string>()
  const plan = { source: planSide(source, names, taken, around), target: planSide(target, names, taken, around) }
  const loose = new Set<string>()
  for (const planned of [...plan.source, ...plan.target].flat()) if (!planned.wrap) loose.add(planned.name)
  for (const planned of [...plan.source, ...plan.target].flat()) if (loose.has(planned.name)) planned.wrap = false
  return plan
}

/** Elements that may be each other's partner; in 1.2 ids of other elements are other ids. */
const kinds: Readonly<Record<string, string>> = {
  mrk: 'marker',
  sm: 'marker',
  em: 'marker',
  pc: 'pair',
  sc: 'pair',
  ec: 'pair',
  g: 'g',
  bx: 'bx',
  ex: 'bx',
  bpt: 'bpt',
  ept: 'bpt',
  it: 'it',
}

function planSide(
  pieces: readonly (readonly InlineRun[])[],
  names: Map<string, string>,
  taken: Set<string>,
  around: (code: InlineCode) => boolean,
): SidePlan {
  const seen = new Map<string, number>()
  const open = new Map<string, Planned[]>()
  const name = (key: string, id: string) => {
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const known = names.get(`${key}\n${nth}`)
    if (known !== undefined) return known
    const fresh = freeName(id, taken)
    names.set(`${key}\n${nth}`, fresh)
    return fresh
  }
  const place = (code: InlineCode): Planned => {
    const key = `${kinds[code.element] ?? code.kind} ${code.id}`
    const planned: Planned = { code, name: '', wrap: false }
    if (code.kind === 'close') {
      const partner = open.get(key)?.pop()
      if (partner) {
        planned.partner = partner
        partner.partner = planned
      }
      planned.name = partner?.name ?? name(`end ${key}`, code.id)
      return planned
    }
    planned.name = name(key, code.id || (isMarker(code) ? 'm1' : '1'))
    if (code.kind === 'open') {
      if (!open.has(key)) open.set(key, [])
      open.get(key)!.push(planned)
    }
    return planned
  }
  const side = pieces.map(piece =>
    piece.filter((run): run is InlineCode => run.kind !== 'text' && !isAside(run)).map(place),
  )
  for (const piece of side) markNested(piece.filter(planned => around(openerOf(planned).code)))
  return side
}

const openerOf = (planned: Planned) => (planned.code.kind === 'close' ? (planned.partner ?? planned) : planned)

const deepest = 64

/** `<mrk mtype="seg">` of 1.2 is the frame; what crosses it yields. */
const isSegment = (code: InlineCode) => code.element === 'mrk' && code.attributes.mtype === 'seg'

/** Sets `wrap` on pairs that nest. Of two pairs that cross, the one that is closed first stays loose. */
function markNested(piece: readonly Planned[]): void {
  const stack: Planned[] = []
  const closed = new Set<Planned>()
  for (const planned of piece) {
    if (planned.code.kind === 'code') planned.wrap = true
    if (planned.code.kind === 'open') stack.push(planned)
    if (planned.code.kind !== 'close' || !planned.partner) continue
    if (isSegment(planned.partner.code)) while (stack.at(-1) !== planned.partner) stack.pop()
    while (closed.has(stack.at(-1)!)) stack.pop()
    if (stack.at(-1) === planned.partner) {
      planned.wrap = stack.length <= deepest
      planned.partner.wrap = planned.wrap
      stack.pop()
    } else closed.add(planned.partner)
  }
}

/** The id as an NMTOKEN that nobody has yet. */
export const freeName = (id: string, taken: Set<string>): string => freeText(asToken(id), taken)

/** The id, with a number where somebody has it. */
export function freeText(base: string, taken: Set<string>): string {
  let name = base
  for (let n = 2; taken.has(name); n++) name = `${base}-${n}`
  taken.add(name)
  return name
}

/** The id with `_` for what an NMTOKEN cannot hold. */
export const asToken = (id: string): string =>
  id.replace(/[^\w.:\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u045f-]/g, '_') || '_'
