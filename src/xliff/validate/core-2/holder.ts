import { attributeValue, childElements, type Element, xmlNamespace } from '../../../xml/index.ts'
import { checkChanges } from '../modules/change-tracking.ts'
import { checkStandoff, its } from '../modules/its.ts'
import { checkMetadata } from '../modules/metadata.ts'
import { checkResources } from '../modules/resources.ts'
import { profilesOf, sizeDataIds, slr } from '../modules/size.ts'
import { isGeneralProfile, isStorageProfile } from '../modules/size-limits.ts'
import { textRules } from '../modules/validation-check.ts'
import { checkValidationRules } from '../modules/validation-rules.ts'
import { at, type Report, short, tag } from '../report.ts'
import { moduleOf } from '../tables/modules.ts'
import type { Fragments } from './fragments.ts'
import { checkChildIds } from './ids.ts'
import type { Languages } from './parts.ts'
import type { FileState, Scope } from './scope.ts'

export interface HolderContext {
  readonly holder: Scope
  readonly file: FileState | undefined
  readonly scopes: readonly Scope[]
  readonly languages: Languages
  readonly links: Fragments
  readonly prefixes: Readonly<Record<string, string>>
  readonly report: Report
}

/** Once in its holder; resource data, size data and stand-off records may be several. */
const single = new Set(['mtc', 'gls', 'mda', 'res', 'ctr', 'val'])

/** Checks what stands in a file, a group or a unit besides units and segments: notes, modules, extensions. */
export function checkHolderChild(element: Element, context: HolderContext): void {
  const { holder, file, languages, report } = context
  const module = moduleOf.get(element.ns)
  if (module) {
    const name = module.prefix
    if (single.has(name)) {
      if (holder.seen.has(name)) report('xliff-module-repeated', tag(element), { element: element.name })
      holder.seen.add(name)
    }
  }
  if (element.ns === holder.element.ns) checkCoreChild(element, context)
  else if (!module) checkExtension(element, context)
  else if (element.local === 'metadata') checkMetadata(element, report)
  else if (element.local === 'validation') {
    checkValidationRules(element, holder.name, report)
    for (const rule of textRules(element)) holder.rules.push(rule)
  } else if (element.local === 'changeTrack') checkChanges(element, holder.revisable, report)
  else if (element.local === 'resourceData' && file) {
    const ids = holder.name === 'file' ? file.resources : new Set<string>()
    for (const item of checkResources(element, ids, languages, report)) file.resourceRefs.push(item)
    if (holder.name === 'file') for (const id of ids) file.index.add(`res=${id}`)
  } else if (element.ns === its) checkStandoff(element, holder.standoff, report)
  else if (element.ns === slr) checkSizeElement(element, context)
}

function checkSizeElement(element: Element, { holder, file, report }: HolderContext): void {
  if (element.local === 'data') for (const id of sizeDataIds(element)) holder.sizeData.add(id)
  else if (element.local === 'profiles' && file) {
    file.profiles = profilesOf(element)
    const { general, storage } = file.profiles
    for (const [attribute, value, right] of [
      ['generalProfile', general, isGeneralProfile(general)],
      ['storageProfile', storage, isStorageProfile(storage)],
    ] as const) {
      if (!right) report('xliff-slr-profile', at(element, attribute), { attribute, value: short(value) })
    }
  }
}

function checkCoreChild(element: Element, { holder, file, report }: HolderContext): void {
  if (element.local === 'skeleton') checkSkeleton(element, report)
  else if (element.local === 'notes' || element.local === 'originalData') {
    checkChildIds(element, report)
    if (element.local !== 'notes' || holder.name !== 'file') return
    for (const note of childElements(element)) file?.index.add(`n=${attributeValue(note, 'id')}`)
  }
}

/** A skeleton is inside or elsewhere, not both. */
function checkSkeleton(element: Element, report: Report): void {
  const href = attributeValue(element, 'href')
  const nodes = element.children.filter(node => node.kind === 'element' || node.kind === 'text')
  if (href === undefined && nodes.length === 0) report('xliff-skeleton-empty', tag(element))
  // Space that a tool has put in to lay out the file is no skeleton.
  const filled = nodes.some(node => node.kind === 'element' || node.text.trim() !== '')
  if (href !== undefined && filled) report('xliff-skeleton-href', at(element, 'href'))
}

/** Ids of extension elements are unique in the nearest file, group or unit among those of their namespace. */
export function checkExtension(root: Element, { holder, file, prefixes, report }: HolderContext): void {
  const stack: Element[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.ns !== root.ns) continue
    const plain = attributeValue(element, 'id')
    const id = plain ?? attributeValue(element, 'id', xmlNamespace)
    if (id !== undefined) {
      const key = `${element.ns} ${id}`
      if (holder.extensionIds.has(key)) {
        report('xliff-extension-id', at(element, 'id', plain === undefined ? xmlNamespace : ''), { id: short(id) })
      }
      holder.extensionIds.add(key)
      const prefix = prefixes[element.ns]
      if (prefix !== undefined && holder.name === 'file') file?.index.add(`${prefix}=${id}`)
    }
    for (const child of childElements(element).reverse()) stack.push(child)
  }
}
