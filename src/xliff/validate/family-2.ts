import { attributeValue, type Element, findAttribute, type OpenElement, xmlNamespace } from '../../xml/index.ts'
import { checkUnit } from './core-2/check-unit.ts'
import { fragments } from './core-2/fragments.ts'
import { checkHolderChild } from './core-2/holder.ts'
import { once } from './core-2/ids.ts'
import { checkModuleAttributes } from './core-2/module-attributes.ts'
import type { Languages } from './core-2/parts.ts'
import type { FileState, Scope } from './core-2/scope.ts'
import type { Family, Frame, ValidateOptions, Version } from './family.ts'
import { checkFormatStyle } from './modules/format-style.ts'
import { checkIts, its } from './modules/its.ts'
import { readSwitch } from './modules/plural.ts'
import { checkSize, noProfiles } from './modules/size.ts'
import { at, type Report, short, tag } from './report.ts'
import { core2, core22 } from './tables/core-2.ts'
import { modules } from './tables/modules.ts'

/** TBX is the one extension whose prefix the standard's own examples use. */
const registered: Readonly<Record<string, string>> = { 'urn:iso:std:iso:30042:ed-1:v1:en': 'tbx' }

/** XLIFF 2: what holds for the document, its files and groups; units are checked one at a time. */
export function family2(root: OpenElement, version: Version, options: ValidateOptions, report: Report): Family {
  const prefixes = { ...registered, ...options.prefixes }
  const known = new Set([...modules.map(module => module.prefix), ...Object.values(prefixes)])
  const links = fragments(known)
  const languages: Languages = {
    source: attributeValue(root, 'srcLang'),
    target: attributeValue(root, 'trgLang'),
  }
  const fileIds = new Set<string>()
  const files = new Map<string, FileState>()
  const scopes: Scope[] = []
  let file: FileState | undefined
  let toldOfTarget = false

  function enter({ element }: Frame): void {
    const scope = newScope(element, scopes.at(-1))
    const id = attributeValue(element, 'id')
    if (element.local === 'file') {
      once(fileIds, element, id, 'xliff', report)
      file = newFile(id ?? '')
      files.set(file.id, file)
    } else if (element.local === 'group' && file) {
      once(file.groups, element, id, 'file', report)
    }
    scopes.push(scope)
    checkFormatStyle(element, report)
    checkIts(element, scope.versioned, report)
    if (file) checkSize(element, file.profiles, ref => scopes.some(each => each.sizeData.has(ref)), report)
    readSwitch(element, report)
  }

  function tree(element: Element, marked: readonly Element[]): void {
    const scope = scopes.at(-1)!
    if (element.ns === root.ns && element.local === 'unit' && file) {
      const told = checkUnit(element, marked, { file, scopes, languages, links, prefixes, report })
      if (told && languages.target === undefined && !toldOfTarget) {
        toldOfTarget = true
        report('xliff-trglang-missing', tag(root))
      }
    } else {
      checkModuleAttributes(marked, scope, { file, scopes, report })
      checkHolderChild(element, { holder: scope, file, scopes, languages, links, prefixes, report })
    }
  }

  function leave({ element }: Frame): void {
    scopes.pop()
    if (element.local === 'file' && file) {
      for (const { code, attribute, ref } of file.subFlows) {
        if (!file.units.has(ref)) report('xliff-subflow', at(code, attribute), { attribute, ref: short(ref) })
      }
      for (const item of file.resourceRefs) {
        const ref = attributeValue(item, 'ref')
        if (ref !== undefined && !file.resources.has(ref)) report('xliff-res-ref', at(item, 'ref'), { ref: short(ref) })
      }
      file = undefined
    } else if (element.local === 'xliff') links.finish(files, report)
  }

  return {
    structure: { namespace: root.ns, core: version === '2.2' ? core22 : core2, two: true },
    containers: new Set(['xliff', 'file', 'group']),
    enter,
    tree,
    leave,
  }
}

function newScope(element: OpenElement, outer: Scope | undefined): Scope {
  return {
    name: element.local,
    element,
    space: attributeValue(element, 'space', xmlNamespace) ?? outer?.space ?? 'default',
    language: attributeValue(element, 'lang', xmlNamespace) ?? outer?.language,
    versioned: (outer?.versioned ?? false) || findAttribute(element, 'version', its) !== undefined,
    sizeData: new Set(),
    extensionIds: new Set(),
    standoff: new Set(),
    seen: new Set(),
    rules: [],
    revisable: () => undefined,
  }
}

function newFile(id: string): FileState {
  return {
    id,
    groups: new Set(),
    units: new Set(),
    index: new Set(),
    subFlows: [],
    resources: new Set(),
    resourceRefs: [],
    profiles: noProfiles,
  }
}
