import { attributeValue, type Element } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import type { Inline, Side, Unit } from './unit.ts'

/** Start and end codes, start and end of annotations: each has its other half in the unit, on the same side, and after it. */
export function checkPairs(unit: Unit, report: Report): void {
  for (const side of ['source', 'target'] as const) {
    pair(unit, side, 'sc', 'ec', report)
    pair(unit, side, 'sm', 'em', report)
  }
}

function pair(unit: Unit, side: Side, opens: string, closes: string, report: Report): void {
  const inlines = unit[side]
  if (!inlines.some(inline => inline.name === opens || inline.name === closes)) return
  const starts = new Map<string, { readonly inline: Inline; readonly at: number; closed: boolean }>()
  const coming = side === 'target' ? untranslated(unit) : new Set<string>()
  for (const [i, inline] of inlines.entries()) {
    if (inline.name === opens && inline.id !== undefined && !starts.has(inline.id)) {
      starts.set(inline.id, { inline, at: i, closed: false })
    }
  }
  for (const [i, inline] of inlines.entries()) {
    if (inline.name !== closes || isIsolated(inline.element)) continue
    const id = attributeValue(inline.element, 'startRef')
    if (id === undefined) continue
    const start = starts.get(id)
    const data = { id: short(id), element: inline.element.name }
    if (!start) {
      if (!coming.has(`${opens} ${id}`)) report('xliff-end-without-start', at(inline.element, 'startRef'), data)
    } else if (isIsolated(start.inline.element)) report('xliff-isolated', at(start.inline.element, 'isolated'), data)
    else if (start.at > i) report('xliff-end-before-start', at(inline.element, 'startRef'), data)
    else if (start.closed) report('xliff-end-repeated', at(inline.element, 'startRef'), data)
    else if (opens === 'sc') checkHints(start.inline.element, inline.element, report)
    if (start) start.closed = true
  }
  for (const [id, { inline, closed }] of starts) {
    if (closed || isIsolated(inline.element) || coming.has(`${closes} ${id}`)) continue
    report('xliff-start-without-end', tag(inline.element), { id: short(id), element: inline.element.name })
  }
}

/** While some segments have no target yet, the other half may still be in the source of one of them. */
function untranslated(unit: Unit): ReadonlySet<string> {
  const halves = new Set<string>()
  if (unit.parts.every(part => part.target)) return halves
  for (const { element, name, id, part } of unit.source) {
    if (!unit.parts[part]!.target) halves.add(`${name} ${attributeValue(element, 'startRef') ?? id}`)
  }
  return halves
}

export const isIsolated = (element: Element): boolean => attributeValue(element, 'isolated') === 'yes'

const hints = ['canCopy', 'canDelete', 'canReorder', 'canOverlap'] as const

/** The end code repeats the hints of its start and does not contradict its type; a sequence that starts with `firstNo` goes on with `no`. */
function checkHints(start: Element, end: Element, report: Report): void {
  for (const hint of hints) {
    const stated = attributeValue(start, hint) ?? 'yes'
    const expected = hint === 'canReorder' && stated === 'firstNo' ? 'no' : stated
    if ((attributeValue(end, hint) ?? 'yes') !== expected) {
      report('xliff-hint-mismatch', at(end, hint), { attribute: hint, expected })
    }
  }
  for (const name of ['type', 'subType', 'copyOf']) {
    const stated = attributeValue(end, name)
    const expected = attributeValue(start, name)
    if (stated === undefined || expected === undefined || stated === expected) continue
    report('xliff-hint-mismatch', at(end, name), { attribute: name, expected: short(expected) })
  }
}

/** What one code may say by itself. */
export function checkCode(inline: Inline, report: Report): void {
  const { element, name } = inline
  if (name === 'cp') checkCodePoint(element, report)
  if (name === 'ec') checkEnd(element, report)
  checkReorderHints(element, report)
  checkSubType(element, report)
  if (name === 'pc') {
    checkTogether(element, 'dataRefStart', 'dataRefEnd', report)
    checkTogether(element, 'subFlowsStart', 'subFlowsEnd', report)
    checkTogether(element, 'equivStart', 'equivEnd', report)
  }
}

function checkEnd(element: Element, report: Report): void {
  const isolated = isIsolated(element)
  const id = attributeValue(element, 'id')
  const startRef = attributeValue(element, 'startRef')
  const right = isolated ? id !== undefined && startRef === undefined : startRef !== undefined && id === undefined
  if (!right) report('xliff-ec-identity', tag(element), { isolated: isolated ? 'yes' : 'no' })
  if (!isolated && attributeValue(element, 'dir') !== undefined) report('xliff-ec-dir', at(element, 'dir'))
}

function checkReorderHints(element: Element, report: Report): void {
  const reorder = attributeValue(element, 'canReorder')
  if (reorder !== 'no' && reorder !== 'firstNo') return
  for (const hint of ['canCopy', 'canDelete']) {
    if (attributeValue(element, hint) === 'no') continue
    report('xliff-reorder-hints', at(element, hint), { attribute: hint, value: reorder })
  }
}

/** The values that the specification itself gives to `subType`, with the type that goes with each. */
const subTypes: Readonly<Record<string, string>> = {
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:var': 'ui',
}

function checkSubType(element: Element, report: Report): void {
  const subType = attributeValue(element, 'subType')
  if (subType === undefined) return
  const type = attributeValue(element, 'type')
  if (type === undefined) report('xliff-subtype-type', at(element, 'subType'), { value: short(subType) })
  else if (subType.startsWith('xlf:') && subTypes[subType] !== type) {
    report('xliff-subtype-value', at(element, 'subType'), { value: short(subType), type: short(type) })
  }
}

function checkTogether(element: Element, one: string, other: string, report: Report): void {
  const has = attributeValue(element, one) !== undefined
  if (has === (attributeValue(element, other) !== undefined)) return
  const [present, missing] = has ? [one, other] : [other, one]
  report('xliff-pair', at(element, present), { attribute: present, missing })
}

/**
 * Only what XML itself cannot hold may be written as `cp`; the controls that XML discourages are let through as well.
 */
export function checkCodePoint(element: Element, report: Report): void {
  const hex = attributeValue(element, 'hex')
  if (hex === undefined || !/^[\da-fA-F]+$/.test(hex)) return
  const code = Number.parseInt(hex, 16)
  const control =
    (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0x7f && code <= 0x9f && code !== 0x85)
  const outside = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
  if (!control && !outside) report('xliff-cp', at(element, 'hex'), { value: short(hex) })
}
