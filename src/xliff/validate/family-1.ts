import type { Element, OpenElement } from '../../xml/index.ts'
import { checkFileChild, type FileState, newFile, unique } from './core-1/file.ts'
import { checkTool } from './core-1/trans-unit.ts'
import type { Family, Frame, ValidateOptions } from './family.ts'
import { at, type Report, short } from './report.ts'
import { strict, transitional } from './tables/core-1.ts'

/** XLIFF 1.2: the keys of its schemas are errors, what only the prose says is a warning. */
export function family1(root: OpenElement, options: ValidateOptions, report: Report): Family {
  let file: FileState | undefined

  function enter({ element }: Frame): void {
    if (element.local === 'file') file = newFile(element)
    else if (element.local === 'body' && file) checkTool(file.element, file.tools, report)
    else if (element.local === 'group' && file) unique(file.groups, element, 'id', 'xliff1-id-duplicate', report)
  }

  function tree(element: Element): void {
    if (file && element.ns === root.ns) checkFileChild(element, file, report)
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
