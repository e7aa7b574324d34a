import { attributeValue, type Element, findAttribute, type OpenElement } from '../../../xml/index.ts'
import type { Unit } from '../core-2/unit.ts'
import { at, type Report, short, tag } from '../report.ts'

export const pgs = 'urn:oasis:names:tc:xliff:pgs:1.0'

/** The selectors of a `switch`: what is chosen by, and the variable. */
type Selector = 'plural' | 'ordinal' | 'gender' | 'select'

const switchItem = /^(plural|ordinal|gender|select):\S+$/
const keywords = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** The selectors of an element's `switch`; what is not one is reported. */
export function readSwitch(element: Element | OpenElement, report: Report): readonly Selector[] | undefined {
  const attribute = findAttribute(element, 'switch', pgs)
  if (!attribute) return undefined
  const items = attribute.value.trim().split(/\s+/)
  const selectors: Selector[] = []
  for (const item of items) {
    const selector = switchItem.exec(item)?.[1]
    if (!selector) report('xliff-pgs-switch', attribute.valueSpan, { value: short(item) })
    else selectors.push(selector as Selector)
  }
  return selectors.length === items.length ? selectors : undefined
}

/** The segments of a unit with a `switch`: each has its case, and plurals the categories that the language has. */
export function checkCases(unit: Unit, target: string | undefined, report: Report): void {
  const selectors = readSwitch(unit.element, report)
  const cases = unit.parts.filter(part => findAttribute(part.element, 'case', pgs))
  if (!findAttribute(unit.element, 'switch', pgs)) {
    for (const { element } of cases)
      report('xliff-pgs-case', at(element, 'case', pgs), { value: short(caseOf(element)) })
    return
  }
  if (attributeValue(unit.element, 'canResegment') !== 'no') report('xliff-pgs-resegment', tag(unit.element))
  const used = new Map<number, Set<string>>()
  for (const part of unit.parts) {
    if (!part.segment) continue
    if (!findAttribute(part.element, 'case', pgs)) report('xliff-pgs-case-missing', tag(part.element))
    else if (selectors) checkCase(part.element, selectors, used, report)
  }
  if (selectors && target !== undefined) checkCategories(unit, selectors, used, target, report)
}

const caseOf = (element: Element): string => attributeValue(element, 'case', pgs) ?? ''

/** One value a selector, in their order; a plural is a number or a keyword of CLDR. */
export function checkCase(
  element: Element,
  selectors: readonly Selector[],
  used: Map<number, Set<string>>,
  report: Report,
): void {
  const values = caseOf(element).trim().split(/\s+/)
  const right = values.length === selectors.length && values.every((value, i) => isValue(selectors[i]!, value))
  if (!right) report('xliff-pgs-case', at(element, 'case', pgs), { value: short(caseOf(element)) })
  for (const [i, value] of values.entries()) used.set(i, (used.get(i) ?? new Set()).add(value))
}

function isValue(selector: Selector, value: string): boolean {
  if (selector === 'gender' || selector === 'select') return value !== ''
  return keywords.has(value) || /^-?\d+(?:\.\d+)?$/.test(value)
}

/** Every plural category of the target language by CLDR has a case, and no other has. */
function checkCategories(
  unit: Unit,
  selectors: readonly Selector[],
  used: ReadonlyMap<number, ReadonlySet<string>>,
  target: string,
  report: Report,
): void {
  for (const [i, selector] of selectors.entries()) {
    if (selector !== 'plural' && selector !== 'ordinal') continue
    const categories = categoriesOf(target, selector)
    if (!categories) continue
    const stated = [...(used.get(i) ?? [])].filter(value => keywords.has(value))
    const extra = stated.filter(value => !categories.has(value))
    const missing = [...categories].filter(value => !stated.includes(value))
    for (const [state, values] of [
      ['extra', extra],
      ['missing', missing],
    ] as const) {
      if (values.length === 0) continue
      const data = { state, categories: values.join(', '), language: short(target) }
      report('xliff-pgs-category', at(unit.element, 'switch', pgs), data)
    }
  }
}

function categoriesOf(language: string, selector: Selector): ReadonlySet<string> | undefined {
  try {
    const type = selector === 'ordinal' ? 'ordinal' : 'cardinal'
    if (Intl.PluralRules.supportedLocalesOf(language).length === 0) return undefined
    return new Set(new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories)
  } catch {
    return undefined
  }
}
