import { attributeValue, type Element } from '../../../xml/index.ts'
import { at, type Report, short } from '../report.ts'
import { type Inline, isCode, type Unit } from './unit.ts'

const dataRefs = ['dataRef', 'dataRefStart', 'dataRefEnd'] as const

/** Original data is in the unit; a copy has none, nor has what it copies, which must allow it. */
export function checkData(unit: Unit, inline: Inline, report: Report): void {
  for (const name of dataRefs) {
    const ref = attributeValue(inline.element, name)
    if (ref !== undefined && !unit.data.has(ref)) {
      report('xliff-dataref', at(inline.element, name), { attribute: name, ref: short(ref) })
    }
  }
  const base = attributeValue(inline.element, 'copyOf')
  if (base !== undefined) checkCopy(unit, inline, base, report)
}

const withData = (element: Element): boolean => dataRefs.some(name => attributeValue(element, name) !== undefined)

function checkCopy(unit: Unit, inline: Inline, base: string, report: Report): void {
  const span = at(inline.element, 'copyOf')
  const data = { ref: short(base) }
  if (withData(inline.element)) report('xliff-copyof-data', span, data)
  const source = unit.spans.get(base)
  const original = source && 'name' in source ? source : unit.targetIds.get(base)
  if (!original || !isCode(original) || original === inline) {
    report('xliff-copyof-target', span, data)
    return
  }
  if (withData(original.element)) report('xliff-copyof-data', span, data)
  if (attributeValue(original.element, 'canCopy') === 'no') report('xliff-copyof-forbidden', span, data)
}
