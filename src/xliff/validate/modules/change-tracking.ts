import { attributeValue, childElements, type Element } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'

/** Change tracking (XLIFF 2.0): revisions name an element beside them, and what of it has changed. */
export function checkChanges(changes: Element, holder: Element | undefined, report: Report): void {
  for (const revisions of childElements(changes)) {
    if (revisions.ns !== changes.ns || revisions.local !== 'revisions') continue
    const revised = holder ? revisedBy(revisions, holder, report) : undefined
    for (const revision of childElements(revisions)) checkItems(revision, changes.ns, revised, report)
  }
}

/** The elements that a `revisions` may be about; undefined where it cannot be told. */
function revisedBy(revisions: Element, holder: Element, report: Report): readonly Element[] | undefined {
  const appliesTo = attributeValue(revisions, 'appliesTo')
  if (appliesTo === undefined) return undefined
  const candidates = inside(holder, each => each.local === appliesTo)
  const ref = attributeValue(revisions, 'ref')
  if (ref === undefined) {
    const identified = candidates.filter(each => attributeValue(each, 'id') !== undefined)
    if (candidates.length > 1 && identified.length > 0) {
      report('xliff-ctr-applies-to', at(revisions, 'appliesTo'), { element: short(appliesTo) })
    }
    return candidates
  }
  const found = inside(holder, each => attributeValue(each, 'id') === ref)
  if (found.length === 0) report('xliff-ctr-ref', at(revisions, 'ref'), { ref: short(ref), element: short(appliesTo) })
  return found
}

/** The element itself and the core's elements in it, in order, that `wanted` picks. */
function inside(holder: Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const stack: Element[] = [holder]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.ns !== holder.ns) continue
    if (wanted(element)) found.push(element)
    stack.push(...childElements(element).reverse())
  }
  return found
}

function checkItems(revision: Element, ns: string, revised: readonly Element[] | undefined, report: Report): void {
  const seen = new Set<string>()
  for (const item of childElements(revision)) {
    const property = attributeValue(item, 'property')
    if (item.ns !== ns || property === undefined) continue
    if (seen.has(property)) report('xliff-ctr-property-repeated', tag(item), { property: short(property) })
    seen.add(property)
    if (property === 'content' || !revised?.length) continue
    const has = revised.some(each => each.attributes.some(attribute => attribute.name === property))
    if (!has) report('xliff-ctr-property', at(item, 'property'), { property: short(property) })
  }
}
