import { attributeValue, type Element } from '../../../xml/index.ts'
import { isIsolated } from '../core-2/codes.ts'
import { at, type Report } from '../report.ts'

const fs = 'urn:oasis:names:tc:xliff:fs:2.0'

/** `subFs` needs `fs`; an end code has either only where it stands for itself. */
export function checkFormatStyle(element: Element, report: Report): void {
  const style = attributeValue(element, 'fs', fs)
  const sub = attributeValue(element, 'subFs', fs)
  if (sub !== undefined && style === undefined) report('xliff-fs-missing', at(element, 'subFs', fs))
  if (element.local !== 'ec' || isIsolated(element)) return
  for (const [name, value] of [
    ['fs', style],
    ['subFs', sub],
  ] as const) {
    if (value !== undefined) report('xliff-fs-isolated', at(element, name, fs), { attribute: name })
  }
}
