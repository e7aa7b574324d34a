import { attributeValue, childElements, type Element } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'

/** What is known of the elements that revisions may be about. */
interface Revised {
  count: number
  identified: number
  readonly attributes: Set<string>
}

/** The core's elements in a file, group or unit, by name and by id. */
export interface Revisable {
  readonly byName: ReadonlyMap<string, Revised>
  readonly byId: ReadonlyMap<string, Revised>
}

export function revisableIn(holder: Element): Revisable {
  const byName = new Map<string, Revised>()
  const byId = new Map<string, Revised>()
  const stack: Element[] = [holder]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.ns !== holder.ns) continue
    const id = attributeValue(element, 'id')
    note(byName, element.local, element, id)
    if (id !== undefined) note(byId, id, element, id)
    for (const child of element.children) if (child.kind === 'element') stack.push(child)
  }
  return { byName, byId }
}

function note(index: Map<string, Revised>, key: string, element: Element, id: string | undefined): void {
  const entry = index.get(key) ?? { count: 0, identified: 0, attributes: new Set<string>() }
  entry.count++
  if (id !== undefined) entry.identified++
  for (const attribute of element.attributes) entry.attributes.add(attribute.name)
  index.set(key, entry)
}

/** Change tracking (XLIFF 2.0): revisions name an element beside them, and what of it has changed. */
export function checkChanges(changes: Element, revisable: () => Revisable | undefined, report: Report): void {
  for (const revisions of childElements(changes)) {
    if (revisions.ns !== changes.ns || revisions.local !== 'revisions') continue
    const index = revisable()
    const revised = index && revisedBy(revisions, index, report)
    for (const revision of childElements(revisions)) checkItems(revision, changes.ns, revised, report)
  }
}

/** What a `revisions` is about; undefined where it cannot be told. */
function revisedBy(revisions: Element, { byName, byId }: Revisable, report: Report): Revised | undefined {
  const appliesTo = attributeValue(revisions, 'appliesTo')
  if (appliesTo === undefined) return undefined
  const ref = attributeValue(revisions, 'ref')
  if (ref !== undefined) {
    const data = { ref: short(ref), element: short(appliesTo) }
    if (!byId.has(ref)) report('xliff-ctr-ref', at(revisions, 'ref'), data)
    return byId.get(ref)
  }
  const candidates = byName.get(appliesTo)
  if (candidates && candidates.count > 1 && candidates.identified > 0) {
    report('xliff-ctr-applies-to', at(revisions, 'appliesTo'), { element: short(appliesTo) })
  }
  return candidates
}

function checkItems(revision: Element, ns: string, revised: Revised | undefined, report: Report): void {
  const seen = new Set<string>()
  for (const item of childElements(revision)) {
    const property = attributeValue(item, 'property')
    if (item.ns !== ns || property === undefined) continue
    if (seen.has(property)) report('xliff-ctr-property-repeated', tag(item), { property: short(property) })
    seen.add(property)
    if (property === 'content' || !revised || revised.attributes.has(property)) continue
    report('xliff-ctr-property', at(item, 'property'), { property: short(property) })
  }
}
