import { attributeValue, childElements, type Element, findAttribute, type OpenElement } from '../../../xml/index.ts'
import { at, type Report, short } from '../report.ts'
import { checkPhase, checkTool, checkTransUnit, type File1 } from './trans-unit.ts'

/** What is kept of a file while its units go by. */
export interface FileState extends File1 {
  readonly element: OpenElement
  readonly phases: Set<string>
  readonly tools: Set<string>
  readonly units: Set<string>
  readonly groups: Set<string>
  /** Names of context groups and count groups, after the name of their element. */
  readonly names: Set<string>
  readonly xids: { readonly element: Element; readonly xid: string }[]
}

export function newFile(element: OpenElement): FileState {
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

/** Checks a child of a file's containers that has come whole. */
export function checkFileChild(element: Element, file: FileState, report: Report): void {
  if (element.local === 'header') checkHeader(element, file, report)
  else if (element.local === 'trans-unit') checkUnit(element, file, report)
  else if (element.local === 'bin-unit') checkBinUnit(element, file, report)
  else checkNames(element, file, report)
}

function checkHeader(header: Element, file: FileState, report: Report): void {
  const own = childElements(header)
  for (const tool of own) {
    if (tool.local === 'tool') unique(file.tools, tool, 'tool-id', 'xliff1-name-duplicate', report)
  }
  const phases = own.filter(child => child.local === 'phase-group').flatMap(childElements)
  for (const phase of phases) {
    unique(file.phases, phase, 'phase-name', 'xliff1-name-duplicate', report)
    checkTool(phase, file.tools, report)
  }
  for (const child of own) checkNames(child, file, report)
}

function checkUnit(unit: Element, file: FileState, report: Report): void {
  unique(file.units, unit, 'id', 'xliff1-id-duplicate', report)
  checkTransUnit(unit, file, report)
  for (const child of childElements(unit)) if (child.ns === unit.ns) checkNames(child, file, report)
  collectXids(unit, file)
}

function checkBinUnit(unit: Element, file: FileState, report: Report): void {
  unique(file.units, unit, 'id', 'xliff1-id-duplicate', report)
  checkPhase(unit, file, report)
  for (const child of childElements(unit)) {
    if (child.ns !== unit.ns) continue
    if (child.local === 'trans-unit') checkUnit(child, file, report)
    else checkNames(child, file, report)
  }
}

/** Names of context groups and count groups are unique in the file; counts belong to phases. */
function checkNames(element: Element, file: FileState, report: Report): void {
  if (element.local !== 'context-group' && element.local !== 'count-group') return
  const name = attributeValue(element, 'name')
  if (name !== undefined) {
    const key = `${element.local} ${name}`
    if (file.names.has(key)) report('xliff1-name-duplicate', at(element, 'name'), { name: short(name) })
    file.names.add(key)
  }
  if (element.local === 'count-group') for (const count of childElements(element)) checkPhase(count, file, report)
}

/** Codes may refer to other units of the file, which may come later. */
function collectXids(unit: Element, file: FileState): void {
  const stack = childElements(unit)
  for (let element = stack.pop(); element; element = stack.pop()) {
    const xid = findAttribute(element, 'xid')
    if (xid && element.ns === unit.ns) file.xids.push({ element: { ...element, children: [] }, xid: xid.value })
    for (const child of childElements(element)) stack.push(child)
  }
}

export function unique(
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
