import { type Element, xmlNamespace } from '../../../xml/index.ts'
import { checkFormatStyle } from '../modules/format-style.ts'
import { checkIts } from '../modules/its.ts'
import { checkSize } from '../modules/size.ts'
import type { Report } from '../report.ts'
import { moduleOf } from '../tables/modules.ts'
import type { FileState, Scope } from './scope.ts'

/** What the attributes of modules ask, on an element and all the standard's own elements in it. */
export function checkModuleAttributes(
  root: Element,
  scope: Scope,
  context: { readonly file: FileState | undefined; readonly scopes: readonly Scope[]; readonly report: Report },
): void {
  const stack: Element[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.attributes.some(attribute => attribute.ns !== '' && attribute.ns !== xmlNamespace)) {
      checkAttributesOf(element, scope, context)
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (child.kind === 'element' && (child.ns === scope.element.ns || moduleOf.has(child.ns))) stack.push(child)
    }
  }
}

function checkAttributesOf(
  element: Element,
  scope: Scope,
  { file, scopes, report }: Parameters<typeof checkModuleAttributes>[2],
): void {
  checkFormatStyle(element, report)
  checkIts(element, scope.versioned, report)
  if (file) checkSize(element, file.profiles, ref => scopes.some(each => each.sizeData.has(ref)), report)
}
