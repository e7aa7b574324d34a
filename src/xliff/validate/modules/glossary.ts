import { attributeValue, childElements, type Element } from '../../../xml/index.ts'
import { once } from '../core-2/ids.ts'
import type { Unit } from '../core-2/unit.ts'
import { at, type Report, short, tag } from '../report.ts'

/** Glossary entries: a translation or a definition each, ids unique in the glossary, references into the unit. */
export function checkGlossary(glossary: Element, unit: Unit, report: Report): void {
  const ids = new Set<string>()
  for (const entry of childElements(glossary)) {
    if (entry.ns !== glossary.ns || entry.local !== 'glossEntry') continue
    once(ids, entry, attributeValue(entry, 'id'), 'glossary', report)
    checkRef(entry, unit, report)
    const parts = childElements(entry).filter(child => child.ns === glossary.ns)
    if (!parts.some(part => part.local === 'translation' || part.local === 'definition')) {
      report('xliff-gls-entry', tag(entry))
    }
    for (const part of parts) {
      if (part.local !== 'translation') continue
      once(ids, part, attributeValue(part, 'id'), 'glossary', report)
      checkRef(part, unit, report)
    }
  }
}

/** As the standard's own rules read it: an id after the number sign, or alone. */
function checkRef(element: Element, unit: Unit, report: Report): void {
  const ref = attributeValue(element, 'ref')
  if (ref === undefined) return
  const target = /^(?:[^#]*#)?(?:.*\/)?(?:t=)?([^/=]+)$/.exec(ref)?.[1]
  if (target !== undefined && (unit.spans.has(target) || unit.targetIds.has(target))) return
  report('xliff-gls-ref', at(element, 'ref'), { ref: short(ref) })
}
