import { attributeValue, childElements, type Element, findAttribute, type OpenElement } from '../../xml/index.ts'
import { checkPhase, checkTool, checkTransUnit, type File1 } from './core-1/trans-unit.ts'
import type { Family, Frame, ValidateOptions } from './family.ts'
import { at, type Report, short } from './report.ts'
import { strict, transitional } from './tables/core-1.ts'

interface FileState extends File1 {
  readonly phases: Set<string>
  readonly tools: Set<string>
  readonly units: Set<string>
  readonly groups: Set<string>
  readonly names: Set<string>
  /** Elements that refer to tools by id, before the header has named them. */
  readonly element: OpenElement
  readonly xids: { readonly element: Element; readonly xid: string }[]
}

/** XLIFF 1.2: the keys of its schemas are errors, what only the prose says is a warning. */
export function family1(root: OpenElement, options: ValidateOptions, report: Report): Family {
  let file: FileState | undefined

  function enter({ element }: Frame): void {
    if (element.local === 'file') file = newFile(element)
    else if (element.local === 'body' && file) checkTool(file.element, file.tools, report)
    else if (element.local === 'group' && file) unique(file.groups, element, 'id', 'xliff1-id-duplicate', report)
  }

  function tree(element: Element): void {
    if (!file || element.ns !== root.ns) return
    if (element.local === 'header') header(element, file)
    else if (element.local === 'trans-unit') transUnit(element, file)
    else if (element.local === 'bin-unit') binUnit(element, file)
    else names(element, file)
  }

  function header(element: Element, state: FileState): void {
    const own = childElements(element)
    for (const tool of own)
      if (tool.local === 'tool') unique(state.tools, tool, 'tool-id', 'xliff1-name-duplicate', report)
    const phases = own.filter(child => child.local === 'phase-group').flatMap(childElements)
    for (const phase of phases) {
      unique(state.phases, phase, 'phase-name', 'xliff1-name-duplicate', report)
      checkTool(phase, state.tools, report)
    }
    for (const child of own) names(child, state)
  }

  function transUnit(element: Element, state: FileState): void {
    unique(state.units, element, 'id', 'xliff1-id-duplicate', report)
    checkTransUnit(element, state, report)
    for (const child of childElements(element)) names(child, state)
    collectXids(element, state)
  }

  function binUnit(element: Element, state: FileState): void {
    unique(state.units, element, 'id', 'xliff1-id-duplicate', report)
    checkPhase(element, state, report)
    for (const child of childElements(element)) {
      if (child.ns !== root.ns) continue
      if (child.local === 'trans-unit') transUnit(child, state)
      else names(child, state)
    }
  }

  /** Names of context groups and count groups are unique in the file; counts belong to phases. */
  function names(element: Element, state: FileState): void {
    if (element.ns !== root.ns) return
    if (element.local === 'context-group' || element.local === 'count-group') {
      const key = new Set<string>()
      unique(key, element, 'name', 'xliff1-name-duplicate', report)
      for (const name of key) {
        const full = `${element.local} ${name}`
        if (state.names.has(full)) report('xliff1-name-duplicate', at(element, 'name'), { name: short(name) })
        state.names.add(full)
      }
    }
    if (element.local === 'count-group') for (const count of childElements(element)) checkPhase(count, state, report)
  }

  function collectXids(element: Element, state: FileState): void {
    const stack = childElements(element)
    for (let next = stack.pop(); next; next = stack.pop()) {
      const xid = findAttribute(next, 'xid')
      if (xid && next.ns === root.ns) state.xids.push({ element: { ...next, children: [] }, xid: xid.value })
      for (const child of childElements(next)) stack.push(child)
    }
  }

  function leave({ element }: Frame): void {
    if (element.local !== 'file' || !file) return
    for (const { element: code, xid } of file.xids) {
      if (!file.units.has(xid)) report('xliff1-xid', at(code, 'xid'), { id: short(xid) })
    }
    file = undefined
  }

  return {
    structure: { namespace: root.ns, core: options.strict ? strict : transitional, two: false },
    containers: new Set(['xliff', 'file', 'body', 'group']),
    enter,
    tree,
    leave,
  }
}

function newFile(element: OpenElement): FileState {
  return {
    element,
    source: attributeValue(element, 'source-language'),
    target: attributeValue(element, 'target-language'),
    phases: new Set(),
    tools: new Set(),
    units: new Set(),
    groups: new Set(),
    names: new Set(),
    xids: [],
  }
}

function unique(
  seen: Set<string>,
  element: Element | OpenElement,
  attribute: string,
  code: 'xliff1-id-duplicate' | 'xliff1-name-duplicate',
  report: Report,
): void {
  const value = attributeValue(element, attribute)
  if (value === undefined) return
  if (seen.has(value)) report(code, at(element, attribute), { name: short(value) })
  seen.add(value)
}
