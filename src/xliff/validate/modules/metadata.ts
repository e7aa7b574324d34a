import { attributeValue, childElements, type Element } from '../../../xml/index.ts'
import { at, type Report, short } from '../report.ts'

/** Ids of groups of metadata are unique in their metadata, which counts itself. Iterative: groups nest. */
export function checkMetadata(metadata: Element, report: Report): void {
  const ids = new Set<string>()
  const stack: Element[] = [metadata]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const id = attributeValue(element, 'id')
    if (id !== undefined && ids.has(id)) report('xliff-mda-id', at(element, 'id'), { id: short(id) })
    if (id !== undefined) ids.add(id)
    for (const child of childElements(element).reverse()) if (child.ns === metadata.ns) stack.push(child)
  }
}
