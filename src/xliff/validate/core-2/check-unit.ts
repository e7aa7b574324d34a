import { attributeValue, childElements, type Element, findAttribute, xmlNamespace } from '../../../xml/index.ts'
import { type Revisable, revisableIn } from '../modules/change-tracking.ts'
import { checkGlossary } from '../modules/glossary.ts'
import { checkStandoffRefs, its } from '../modules/its.ts'
import { checkMatches } from '../modules/matches.ts'
import { checkCases } from '../modules/plural.ts'
import { checkLimits } from '../modules/size-limits.ts'
import { checkTexts, rulesInForce } from '../modules/validation-check.ts'
import type { Report } from '../report.ts'
import { moduleOf } from '../tables/modules.ts'
import { checkAnnotation } from './annotations.ts'
import { checkCode, checkCodePoint, checkPairs } from './codes.ts'
import { checkData } from './copies.ts'
import { checkDeleted, checkSequences } from './editing.ts'
import type { Fragments, Place } from './fragments.ts'
import { checkHolderChild, type HolderContext } from './holder.ts'
import { checkIds, once } from './ids.ts'
import { checkModuleAttributes } from './module-attributes.ts'
import { checkOverlap } from './overlap.ts'
import { checkParts, type Languages } from './parts.ts'
import type { FileState, Scope } from './scope.ts'
import { type Inline, isCode, type Unit, unitOf } from './unit.ts'

export interface UnitContext {
  readonly file: FileState
  readonly scopes: readonly Scope[]
  readonly languages: Languages
  readonly links: Fragments
  readonly prefixes: Readonly<Record<string, string>>
  readonly report: Report
}

/** Checks a whole unit. True where it has a target: then the document must name the target language. */
export function checkUnit(element: Element, marked: readonly Element[], context: UnitContext): boolean {
  const { file, languages, report } = context
  const outer = context.scopes.at(-1)!
  const id = attributeValue(element, 'id')
  once(file.units, element, id, 'file', report)
  const unit = unitOf(element, element.ns)
  const scope = unitScope(element, outer)
  checkParts(unit, languages, scope, report)
  checkIds(unit, report)
  checkPairs(unit, report)
  checkDeleted(unit, report)
  checkSequences(unit, report)
  checkOverlap(unit, report)
  const scopes = [...context.scopes, scope]
  const { links, prefixes } = context
  // Spelled out: spreading the context here would cost a twentieth of all the time.
  checkHolderChildren(element, unit, { holder: scope, file, scopes, languages, links, prefixes, report })
  checkModuleAttributes(marked, scope, { file, scopes, report })
  checkInlines(unit, scope, context)
  checkCases(unit, languages.target, report)
  if (scopes.some(each => each.rules.length > 0)) checkTexts(unit, rulesInForce(scopes.map(each => each.rules)), report)
  return unit.parts.some(part => part.target)
}

function unitScope(element: Element, outer: Scope): Scope {
  let index: Revisable | undefined
  return {
    name: 'unit',
    element,
    space: attributeValue(element, 'space', xmlNamespace) ?? outer.space,
    language: attributeValue(element, 'lang', xmlNamespace) ?? outer.language,
    versioned: outer.versioned || findAttribute(element, 'version', its) !== undefined,
    sizeData: new Set(),
    extensionIds: new Set(),
    standoff: new Set(),
    seen: new Set(),
    rules: [],
    revisable: () => {
      index ??= revisableIn(element)
      return index
    },
  }
}

function checkHolderChildren(element: Element, unit: Unit, context: HolderContext): void {
  const { file, links, languages, report } = context
  const place: Place = { file: file!.id, unit: attributeValue(element, 'id') }
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    if (child.ns === element.ns && (child.local === 'segment' || child.local === 'ignorable')) continue
    checkHolderChild(child, context)
    if (child.local === 'glossary' && moduleOf.get(child.ns)?.prefix === 'gls') checkGlossary(child, unit, report)
    else if (child.local === 'matches' && moduleOf.get(child.ns)?.prefix === 'mtc') {
      const read = (match: Element) => links.read(match, 'ref', '', report)
      checkMatches(child, unit, languages, read, fragment => links.isHere(fragment, place), report)
    } else if (child.local === 'originalData') checkCodePoints(child, report)
  }
}

function checkCodePoints(originalData: Element, report: Report): void {
  for (const data of childElements(originalData)) for (const cp of childElements(data)) checkCodePoint(cp, report)
}

function checkInlines(unit: Unit, scope: Scope, context: UnitContext): void {
  const { report } = context
  let inner: ReadonlySet<string> | undefined
  for (const inline of [...unit.source, ...unit.target]) {
    if (isCode(inline) || inline.name === 'cp') {
      checkCode(inline, report)
      checkData(unit, inline, report)
      collectSubFlows(inline, context.file)
    } else if (inline.name === 'mrk' || inline.name === 'sm') {
      if (findAttribute(inline.element, 'ref')) inner ??= innerIds(unit.element, context.prefixes)
      checkMark(unit, inline, inner ?? new Set(), context)
      checkStandoffRefs(inline.element, [...context.scopes, scope], report)
    }
  }
  checkLimits(unit, context.file.profiles, report)
}

const subFlows = ['subFlows', 'subFlowsStart', 'subFlowsEnd'] as const

/** Sub-flows are units of the same file, which may come later. */
function collectSubFlows(inline: Inline, file: FileState): void {
  for (const attribute of subFlows) {
    const value = attributeValue(inline.element, attribute)
    if (value === undefined) continue
    const code: Element = { ...inline.element, children: [] }
    for (const ref of value.trim().split(/\s+/)) if (!file.units.has(ref)) file.subFlows.push({ code, attribute, ref })
  }
}

function checkMark(unit: Unit, inline: Inline, inner: ReadonlySet<string>, context: UnitContext): void {
  const { links, report, file } = context
  const place: Place = { file: file.id, unit: attributeValue(unit.element, 'id') }
  const fragment = links.read(inline.element, 'ref', '', report)
  checkAnnotation(
    unit,
    inline,
    () => fragment,
    each => links.isHere(each, place),
    report,
  )
  const comment = attributeValue(inline.element, 'type') === 'comment'
  if (!fragment || (comment && links.isHere(fragment, place))) return
  const bare: Element = { ...inline.element, children: [] }
  links.resolve(fragment, bare, 'ref', '', place, unit, inner, report)
}

/** Ids of modules and extensions in a unit, as `PREFIX=ID`. */
function innerIds(unit: Element, prefixes: Readonly<Record<string, string>>): ReadonlySet<string> {
  const ids = new Set<string>()
  const stack = childElements(unit).filter(child => child.ns !== unit.ns)
  for (let element = stack.pop(); element; element = stack.pop()) {
    const id = attributeValue(element, 'id') ?? attributeValue(element, 'id', xmlNamespace)
    const prefix = moduleOf.get(element.ns)?.prefix ?? prefixes[element.ns]
    if (id !== undefined && prefix !== undefined) ids.add(`${prefix}=${id}`)
    for (const child of childElements(element)) stack.push(child)
  }
  return ids
}
