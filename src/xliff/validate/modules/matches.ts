import { attributeValue, childElements, type Element, findAttribute, xmlNamespace } from '../../../xml/index.ts'
import { checkCode, checkPairs } from '../core-2/codes.ts'
import { checkData } from '../core-2/copies.ts'
import type { Fragment } from '../core-2/fragment.ts'
import { checkChildIds, checkIds, once } from '../core-2/ids.ts'
import { checkLanguage, type Languages } from '../core-2/parts.ts'
import { inlines, type Part, type Unit } from '../core-2/unit.ts'
import { at, type Report, short } from '../report.ts'

/** Translation candidates: each points at a span of its unit, and is a small unit of its own. */
export function checkMatches(
  matches: Element,
  unit: Unit,
  languages: Languages,
  fragment: (element: Element) => Fragment | undefined,
  here: (fragment: Fragment) => boolean,
  report: Report,
): void {
  const ids = new Set<string>()
  for (const match of childElements(matches)) {
    if (match.ns !== matches.ns || match.local !== 'match') continue
    once(ids, match, attributeValue(match, 'id'), 'matches', report)
    checkRef(match, unit, fragment(match), here, report)
    const language = findAttribute(match, 'lang', xmlNamespace)
    if (language) report('xliff-mtc-lang', language.span)
    if (attributeValue(match, 'subType') !== undefined && attributeValue(match, 'type') === undefined) {
      report('xliff-subtype-type', at(match, 'subType'), { value: short(attributeValue(match, 'subType')!) })
    }
    checkContent(match, unit.element.ns, languages, report)
  }
}

function checkRef(
  match: Element,
  unit: Unit,
  fragment: Fragment | undefined,
  here: (fragment: Fragment) => boolean,
  report: Report,
): void {
  const ref = attributeValue(match, 'ref')
  // A fragment that cannot be read has been told of already.
  if (ref === undefined || (!fragment && ref.startsWith('#'))) return
  const { prefix, id } = fragment?.leaf ?? { prefix: '', id: '' }
  const found =
    fragment && here(fragment) && (prefix === '' ? unit.spans.has(id) : prefix === 't' && unit.targetIds.has(id))
  if (!found) report('xliff-mtc-ref', at(match, 'ref'), { ref: short(ref) })
}

function checkContent(match: Element, core: string, languages: Languages, report: Report): void {
  const unit = matchUnit(match, core)
  const [part] = unit.parts
  if (part?.source) checkLanguage(part.source, languages.source, report)
  const reference = attributeValue(match, 'reference') === 'yes'
  if (part?.target && !reference) checkLanguage(part.target, languages.target, report)
  for (const child of childElements(match))
    if (child.ns === core && child.local === 'originalData') checkChildIds(child, report)
  checkIds(unit, report)
  checkPairs(unit, report)
  for (const code of [...unit.source, ...unit.target]) {
    checkCode(code, report)
    checkData(unit, code, report)
  }
}

/** A match seen as a unit of one segment. */
function matchUnit(match: Element, core: string): Unit {
  const own = childElements(match).filter(child => child.ns === core)
  const source = own.find(child => child.local === 'source')
  const target = own.find(child => child.local === 'target')
  const data = own.filter(child => child.local === 'originalData').flatMap(childElements)
  const part: Part = { element: match, segment: true, source, target }
  const sourceCodes = source ? inlines(source, 'source', 0) : []
  const targetCodes = target ? inlines(target, 'target', 0) : []
  const named = (codes: typeof sourceCodes) =>
    codes.flatMap(code => (code.id === undefined ? [] : [[code.id, code] as const]))
  return {
    element: match,
    parts: [{ ...part, element: { ...match, attributes: [] } }],
    source: sourceCodes,
    target: targetCodes,
    notes: new Set(),
    data: new Set(data.flatMap(each => attributeValue(each, 'id') ?? [])),
    spans: new Map(named(sourceCodes)),
    targetIds: new Map(named(targetCodes)),
  }
}
