import {
  type Attribute,
  type Element,
  type Node,
  type OpenElement,
  xmlNamespace,
  xmlnsNamespace,
} from '../../xml/index.ts'
import { endOfChildren, type Progress, passForeign, progress, takeChild, takeMisplaced } from './content.ts'
import type { ElementRule, Grammar, Slot } from './grammar.ts'
import { type Report, short, tag } from './report.ts'
import { moduleOf } from './tables/modules.ts'
import { type ValueType, valueTypes } from './value.ts'

/** The attributes of XML itself that have types of their own. */
const xmlTypes: Readonly<Record<string, string>> = { lang: 'languageOrNone', space: 'space' }
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** The elements and attributes of one version, and how to look them up. */
export interface Structure {
  readonly namespace: string
  readonly core: Grammar
  /** XLIFF 2: modules are known, and foreign attributes stand only where the specification lets them. */
  readonly two: boolean
}

export function ruleOf(structure: Structure, element: Element | OpenElement): ElementRule | undefined {
  if (element.ns === structure.namespace) return structure.core.get(element.local)
  return structure.two ? moduleOf.get(element.ns)?.elements.get(element.local) : undefined
}

/** True for namespaces of which every element is known. */
export function isKnown(structure: Structure, namespace: string): boolean {
  return namespace === structure.namespace || (structure.two && moduleOf.has(namespace))
}

/** How the tables call a child: local in its parent's namespace, else with the prefix of its vocabulary. */
export function childName(
  structure: Structure,
  parent: { readonly ns: string },
  child: { ns: string; local: string },
): string {
  if (child.ns === parent.ns) return child.local
  const prefix = child.ns === structure.namespace ? 'xlf' : (moduleOf.get(child.ns)?.prefix ?? '')
  return `${prefix}:${child.local}`
}

/** Checks an element's place among its parent's children. */
export function checkChild(
  structure: Structure,
  parent: Element | OpenElement,
  rule: ElementRule,
  state: Progress,
  child: Element | OpenElement,
  report: Report,
): void {
  // As in the schemas, an element without namespace is not one of another namespace.
  const other = child.ns !== parent.ns && child.ns !== ''
  if (other && !structure.two && rule.slots.some(slot => slot.other)) {
    const place = tag(child)
    const passed = passForeign(rule, state, { name: child.name, ...place })
    if (!passed) report('xliff-extension-place', place, { element: child.name, parent: parent.name })
    return
  }
  const verdict = takeChild(rule, state, childName(structure, parent, child), other)
  if (verdict.missing.length) reportMissing(verdict.missing, parent, report)
  if (verdict.fault) report(`xliff-element-${verdict.fault}`, tag(child), { element: child.name, parent: parent.name })
  const misplaced = takeMisplaced(rule, state)
  if (misplaced) {
    const { name, start, end } = misplaced
    report('xliff-extension-place', { start, end }, { element: name, parent: parent.name })
  }
  if (structure.two) checkModulePlace(structure, parent, child, report)
}

export function reportMissing(slots: readonly Slot[], parent: Element | OpenElement, report: Report): void {
  for (const slot of slots) report('xliff-element-missing', tag(parent), { element: slot.label, parent: parent.name })
}

function checkModulePlace(
  structure: Structure,
  parent: Element | OpenElement,
  child: Element | OpenElement,
  report: Report,
): void {
  const module = moduleOf.get(child.ns)
  if (!module || parent.ns === child.ns) return
  const places = module.places[child.local]
  const misplaced = places && parent.ns === structure.namespace && !places.includes(parent.local)
  const inner = !places && module.elements.size > 0 && module.prefix !== 'its'
  const data = { element: child.name, parent: parent.name }
  if ((inner && isKnown(structure, parent.ns)) || !module.elements.has(child.local)) {
    report('xliff-module-element', tag(child), data)
  } else if (misplaced) report('xliff-module-place', tag(child), data)
}

/** Checks an element's attributes against its rule: known, required, of the right type. */
export function checkAttributes(
  structure: Structure,
  element: OpenElement | Element,
  rule: ElementRule,
  report: Report,
): void {
  let required = 0
  for (const attribute of element.attributes) {
    if (attribute.ns === '' || attribute.ns === xmlNamespace) {
      const key = attribute.ns ? `xml:${attribute.local}` : attribute.local
      const known = rule.attributes.get(key)
      if (known) {
        if (known.required) required++
        if (!known.value.test(attribute.value)) reportValue(attribute, element, known, report)
      } else reportUnknown(structure, attribute, element, rule, report)
    } else if (attribute.ns !== xmlnsNamespace) checkForeign(structure, attribute, element, rule, report)
  }
  if (required < rule.required.length) reportRequired(element, rule, report)
}

function reportRequired(element: OpenElement | Element, rule: ElementRule, report: Report): void {
  for (const name of rule.required) {
    const present = element.attributes.some(a => (a.ns ? `xml:${a.local}` : a.local) === name)
    if (!present) report('xliff-attribute-missing', tag(element), { attribute: name, element: element.name })
  }
}

function reportValue(
  attribute: Attribute,
  element: OpenElement | Element,
  { type, value }: { readonly type: string; readonly value: ValueType },
  report: Report,
): void {
  const data = { attribute: attribute.name, element: element.name, value: short(attribute.value) }
  const expected = value.list === undefined ? { expected: type } : { expected: 'list', values: short(value.list, 200) }
  report('xliff-attribute-value', attribute.valueSpan, { ...data, ...expected })
}

/** In 1.2 the transitional schema lets any attribute stand; XLIFF 2 any of XML's own where foreign ones may stand. */
function reportUnknown(
  structure: Structure,
  attribute: Attribute,
  element: OpenElement | Element,
  rule: ElementRule,
  report: Report,
): void {
  const data = { attribute: attribute.name, element: element.name }
  if (attribute.ns && rule.foreign === 'any') {
    const type = structure.two ? xmlTypes[attribute.local] : undefined
    const value = type === undefined ? undefined : valueTypes[type]!
    if (value && !value.test(attribute.value)) reportValue(attribute, element, { type: type!, value }, report)
    return
  }
  report(rule.open ? 'xliff-attribute-unknown' : 'xliff-attribute-unexpected', attribute.span, data)
}

function checkForeign(
  structure: Structure,
  attribute: Attribute,
  element: OpenElement | Element,
  rule: ElementRule,
  report: Report,
): void {
  if (attribute.ns === schemaInstance) return
  const data = { attribute: attribute.name, element: element.name }
  const module = structure.two ? moduleOf.get(attribute.ns) : undefined
  const allowed = rule.foreign === 'any' || (module !== undefined && rule.foreign.has(module.prefix))
  if (!allowed) {
    // In XLIFF 1.2 some elements have no room for others' attributes, but tools put theirs on any.
    report(structure.two ? 'xliff-attribute-unexpected' : 'xliff-attribute-unknown', attribute.span, data)
    return
  }
  if (!module) return
  const known = module.attributes.get(attribute.local)
  if (!known) report('xliff-attribute-unexpected', attribute.span, data)
  else if (!known.value.test(attribute.value)) reportValue(attribute, element, known, report)
}

function hasForeign(element: Element): boolean {
  for (const { ns } of element.attributes) if (ns !== '' && ns !== xmlNamespace && ns !== xmlnsNamespace) return true
  return false
}

const blank = /^[ \t\r\n]*$/

/**
 * Checks a whole subtree whose root's own place has been checked. Elements with attributes of other namespaces are added to
 * `marked`, in order: what these attributes ask is looked at by those who know them.
 */
export function checkTree(structure: Structure, element: Element, report: Report, marked: Element[]): void {
  const rule = ruleOf(structure, element)
  if (!rule) {
    if (structure.two && !isKnown(structure, element.ns)) checkInsideForeign(structure, element, report, marked)
    return
  }
  checkAttributes(structure, element, rule, report)
  if (hasForeign(element)) marked.push(element)
  if (rule.opaque && !rule.slots.length) return
  const state = progress()
  for (const child of element.children) checkNode(structure, element, rule, state, child, report, marked)
  const missing = endOfChildren(rule, state)
  if (missing.length) reportMissing(missing, element, report)
}

/** Extensions are their owners' business, but what they borrow from XLIFF 2 is held to it (lax validation). */
function checkInsideForeign(structure: Structure, root: Element, report: Report, marked: Element[]): void {
  const stack: Element[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (child.kind !== 'element') continue
      if (isKnown(structure, child.ns)) checkTree(structure, child, report, marked)
      else stack.push(child)
    }
  }
}

function checkNode(
  structure: Structure,
  parent: Element,
  rule: ElementRule,
  state: Progress,
  child: Node,
  report: Report,
  marked: Element[],
): void {
  if (child.kind === 'element') {
    checkChild(structure, parent, rule, state, child, report)
    if (!rule.opaque) checkTree(structure, child, report, marked)
  } else if (child.kind === 'text' && !rule.text && !blank.test(child.text)) {
    report('xliff-text-unexpected', child.span, { element: parent.name })
  }
}

/** Text straight inside a structural element: only white space may stand there. */
export const isBlank = (text: string): boolean => blank.test(text)
