import { attributeValue, findAttribute, xmlNamespace } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import type { Part, Unit } from './unit.ts'

export interface Languages {
  readonly source: string | undefined
  readonly target: string | undefined
}

/** What `xml:lang` and `xml:space` around a text say of it. */
export interface Inherited {
  readonly language: string | undefined
  readonly space: string
}

/** Segments and ignorables: their states, languages, white space and order. `outer` is what holds for the unit. */
export function checkParts(unit: Unit, languages: Languages, outer: Inherited, report: Report): void {
  if (!unit.parts.some(part => part.segment)) report('xliff-unit-segment', tag(unit.element))
  for (const part of unit.parts) {
    if (part.source) checkLanguage(part.source, languages.source, report, outer.language)
    if (part.target) {
      checkLanguage(part.target, languages.target, report, outer.language)
      checkSpace(part, outer.space, report)
    }
    if (part.segment) checkState(part, report)
  }
  checkOrder(unit, report)
}

function checkState(part: Part, report: Report): void {
  const { element, target } = part
  const state = attributeValue(element, 'state')
  const subState = attributeValue(element, 'subState')
  if (subState !== undefined && state === undefined) {
    report('xliff-substate-state', at(element, 'subState'), { value: short(subState) })
  }
  if (!target && (state === 'translated' || state === 'reviewed' || state === 'final')) {
    report('xliff-state-target', at(element, 'state'), { value: state })
  }
}

/** The language of a source or target, its own or inherited, is the document's; one that only adds to it is doubtful. */
export function checkLanguage(
  element: Part['element'],
  expected: string | undefined,
  report: Report,
  inherited?: string,
): void {
  const stated = attributeValue(element, 'lang', xmlNamespace) ?? inherited
  if (stated === undefined || expected === undefined) return
  const [is, shall] = [stated.toLowerCase(), expected.toLowerCase()]
  if (is === shall) return
  const code = is.startsWith(`${shall}-`) ? 'xliff-language-extended' : 'xliff-language-mismatch'
  report(code, at(element, 'lang', xmlNamespace), { language: short(stated), expected: short(expected) })
}

function checkSpace(part: Part, inherited: string, report: Report): void {
  const source = part.source ? (attributeValue(part.source, 'space', xmlNamespace) ?? inherited) : inherited
  const target = attributeValue(part.target!, 'space', xmlNamespace) ?? inherited
  if (source !== target) report('xliff-space-mismatch', at(part.target!, 'space', xmlNamespace), { source, target })
}

/** Orders are from 1 to the number of parts, each once, and what a target displaces says where it goes. */
function checkOrder(unit: Unit, report: Report): void {
  if (!unit.parts.some(({ target }) => target && findAttribute(target, 'order'))) return
  const taken = new Map<number, number>()
  const implicit = new Set<number>()
  for (const [i, { target }] of unit.parts.entries()) {
    const stated = target && attributeValue(target, 'order')
    if (stated === undefined) {
      if (target) implicit.add(i + 1)
      continue
    }
    const order = Number(stated)
    if (!(order >= 1 && order <= unit.parts.length)) {
      report('xliff-order-range', at(target!, 'order'), { value: short(stated), count: unit.parts.length })
    } else if (taken.has(order)) report('xliff-order-duplicate', at(target!, 'order'), { value: order })
    else taken.set(order, i)
  }
  for (const [order, i] of taken) {
    if (order !== i + 1 && implicit.has(order)) {
      report('xliff-order-conflict', at(unit.parts[i]!.target!, 'order'), { value: order })
    }
  }
}
