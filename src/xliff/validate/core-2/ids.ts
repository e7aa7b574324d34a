import { attributeValue, childElements, type Element } from '../../../xml/index.ts'
import { at, type Report, short } from '../report.ts'
import type { Inline, Part, Unit } from './unit.ts'

/** Ids of segments, ignorables and inline elements: one scope, the unit; targets repeat the ids of their sources. */
export function checkIds(unit: Unit, report: Report): void {
  const seen = new Set<string>()
  for (const part of unit.parts) once(seen, part.element, attributeValue(part.element, 'id'), 'unit', report)
  for (const inline of unit.source) once(seen, inline.element, inline.id, 'unit', report)
  const targets = new Set<string>()
  for (const inline of unit.target) {
    once(targets, inline.element, inline.id, 'unit', report)
    checkCounterpart(unit, inline, report)
  }
}

function checkCounterpart(unit: Unit, inline: Inline, report: Report): void {
  const other = inline.id === undefined ? undefined : unit.spans.get(inline.id)
  if (!other || (!isPart(other) && family[other.name] === family[inline.name])) return
  report('xliff-id-target', at(inline.element, 'id'), { id: short(inline.id!), element: inline.element.name })
}

const isPart = (span: Inline | Part): span is Part => 'segment' in span

/** A code may turn from a pair of elements into one with a start and an end of its own, and an annotation likewise. */
const family: Readonly<Record<string, string>> = {
  pc: 'code',
  sc: 'code',
  ec: 'code',
  ph: 'ph',
  mrk: 'mark',
  sm: 'mark',
}

/** Ids of the children of notes, originalData and the like. */
export function checkChildIds(holder: Element, report: Report): void {
  const seen = new Set<string>()
  for (const child of childElements(holder)) once(seen, child, attributeValue(child, 'id'), holder.local, report)
}

export function once(seen: Set<string>, element: Element, id: string | undefined, scope: string, report: Report): void {
  if (id === undefined) return
  if (seen.has(id)) report('xliff-id-duplicate', at(element, 'id'), { id: short(id), scope })
  seen.add(id)
}
