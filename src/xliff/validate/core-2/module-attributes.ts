import type { Element } from '../../../xml/index.ts'
import { checkFormatStyle } from '../modules/format-style.ts'
import { checkIts } from '../modules/its.ts'
import { checkSize } from '../modules/size.ts'
import type { Report } from '../report.ts'
import type { FileState, Scope } from './scope.ts'

/** What the attributes of modules ask, on each of the elements that have any. */
export function checkModuleAttributes(
  marked: readonly Element[],
  scope: Scope,
  context: { readonly file: FileState | undefined; readonly scopes: readonly Scope[]; readonly report: Report },
): void {
  const { file, scopes, report } = context
  for (const element of marked) {
    checkFormatStyle(element, report)
    checkIts(element, scope.versioned, report)
    if (file) checkSize(element, file.profiles, ref => scopes.some(each => each.sizeData.has(ref)), report)
  }
}
