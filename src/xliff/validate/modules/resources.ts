import { attributeValue, childElements, type Element, xmlNamespace } from '../../../xml/index.ts'
import { once } from '../core-2/ids.ts'
import type { Languages } from '../core-2/parts.ts'
import { at, type Report, short, tag } from '../report.ts'

/** Resource data. `ids` is the scope of its ids: the file's or the unit's own resources. */
export function checkResources(data: Element, ids: Set<string>, languages: Languages, report: Report): Element[] {
  const references: Element[] = []
  for (const item of childElements(data)) {
    if (item.ns !== data.ns) continue
    once(ids, item, attributeValue(item, 'id'), 'resourceData', report)
    if (item.local === 'resourceItemRef') references.push(item)
    else if (item.local === 'resourceItem') checkItem(item, languages, report)
  }
  return references
}

function checkItem(item: Element, languages: Languages, report: Report): void {
  const own = childElements(item).filter(child => child.ns === item.ns)
  const native = own.filter(child => child.local === 'source' || child.local === 'target')
  const elsewhere = native.some(child => childElements(child).length === 0)
  if (elsewhere && attributeValue(item, 'mimeType') === undefined) report('xliff-res-mime', tag(item))
  for (const child of native) {
    const empty = !child.children.some(node => node.kind === 'element' || (node.kind === 'text' && node.text.trim()))
    if (empty !== (attributeValue(child, 'href') !== undefined)) {
      report('xliff-res-href', at(child, 'href'), { element: child.name, empty: empty ? 'yes' : 'no' })
    }
    const source = child.local === 'source'
    checkLanguage(child, source ? languages.source : languages.target, source, report)
  }
}

/** A reference for translators may be in another target language: that is only doubtful. */
function checkLanguage(element: Element, expected: string | undefined, source: boolean, report: Report): void {
  const language = attributeValue(element, 'lang', xmlNamespace)
  if (language === undefined || expected === undefined || language.toLowerCase() === expected.toLowerCase()) return
  const code = source ? 'xliff-res-language' : 'xliff-res-target-language'
  report(code, at(element, 'lang', xmlNamespace), { language: short(language), expected: short(expected) })
}
