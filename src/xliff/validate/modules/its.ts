import { attributeValue, childElements, type Element, type OpenElement, xmlNamespace } from '../../../xml/index.ts'
import { once } from '../core-2/ids.ts'
import { at, type Report, short, tag } from '../report.ts'

export const its = 'http://www.w3.org/2005/11/its'
export const itsm = 'urn:oasis:names:tc:xliff:itsm:2.1'

const provenance =
  'org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef'.split(' ')
const issue =
  'locQualityIssueType locQualityIssueComment locQualityIssueSeverity locQualityIssueProfileRef locQualityIssueEnabled'.split(
    ' ',
  )

/** Attributes that exclude others on one element, and attributes that need another. */
const apart: readonly (readonly [string, readonly string[]])[] = [
  ['locQualityIssuesRef', issue],
  ['locQualityRatingScore', ['locQualityRatingVote']],
  ['taIdentRef', ['taSource', 'taIdent']],
  ['provenanceRecordsRef', provenance],
]
const together: readonly (readonly [string, string])[] = [
  ['taSource', 'taIdent'],
  ['taIdent', 'taSource'],
]

/** On an annotation these ask for the type `its:generic`. */
const generic = new Set([
  ...['annotatorsRef', 'allowedCharacters', 'localeFilterList', 'locQualityIssuesRef', 'locQualityRatingScore'],
  ...[
    'locQualityRatingVote',
    'mtConfidence',
    'provenanceRecordsRef',
    'taClassRef',
    'taIdent',
    'taIdentRef',
    'taSource',
  ],
])

const categories = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' ',
  ),
)

export const hasIts = (element: OpenElement | Element): boolean =>
  element.attributes.some(attribute => attribute.ns === its || attribute.ns === itsm)

/** The attributes of one element. `versioned`: an ITS version is stated around it. */
export function checkIts(element: Element, versioned: boolean, report: Report): void {
  if (!hasIts(element)) return
  if (!versioned && attributeValue(element, 'version', its) === undefined) report('xliff-its-version', tag(element))
  for (const [one, others] of apart) {
    if (attributeValue(element, one, its) === undefined) continue
    for (const other of others) {
      if (attributeValue(element, other, its) === undefined) continue
      report('xliff-its-apart', at(element, other, its), { attribute: other, other: one })
    }
  }
  for (const [one, other] of together) {
    if (attributeValue(element, one, its) === undefined || attributeValue(element, other, its) !== undefined) continue
    report('xliff-its-together', at(element, one, its), { attribute: one, missing: other })
  }
  checkAnnotators(element, report)
  if (element.local === 'mrk' || element.local === 'sm') checkType(element, report)
}

function checkType(element: Element, report: Report): void {
  const type = attributeValue(element, 'type')
  // The value of the drafts, before ITS was a module, is still written.
  if (type === undefined || type === 'its:generic' || type === 'its:any') return
  const asking = element.attributes.find(a => (a.ns === its && generic.has(a.local)) || a.ns === itsm)
  if (asking) report('xliff-its-type', at(element, 'type'), { attribute: asking.name, type: short(type) })
}

/** A list of `category|tool`, each category once. */
function checkAnnotators(element: Element, report: Report): void {
  const value = attributeValue(element, 'annotatorsRef', its)
  if (value === undefined) return
  const names = value
    .trim()
    .split(/\s+/)
    .map(each => each.split('|')[0]!)
  const wrong = names.some((name, i) => !categories.has(name) || names.indexOf(name) !== i)
  if (!wrong && !/\|(?:\s|$)|(?:^|\s)\|/.test(value)) return
  report('xliff-attribute-value', at(element, 'annotatorsRef', its), {
    attribute: 'annotatorsRef',
    element: element.name,
    value: short(value),
    expected: 'annotators',
  })
}

/** Stand-off records: ids unique in their holder, each record says something. */
export function checkStandoff(element: Element, ids: Set<string>, report: Report): void {
  once(ids, element, attributeValue(element, 'id', xmlNamespace), 'its', report)
  const needed = element.local === 'locQualityIssues' ? issue.slice(0, 2) : provenance
  for (const record of childElements(element)) {
    if (record.ns !== its || needed.some(name => attributeValue(record, name) !== undefined)) continue
    report('xliff-attribute-missing', tag(record), { attribute: needed.slice(0, 2).join(', '), element: record.name })
  }
}

/** A reference to stand-off records of the unit or of what holds it, as `#its=…`. */
export function checkStandoffRefs(
  element: Element,
  scopes: readonly { readonly standoff: ReadonlySet<string> }[],
  report: Report,
): void {
  for (const name of ['locQualityIssuesRef', 'provenanceRecordsRef']) {
    const ref = attributeValue(element, name, its)
    if (ref === undefined || !ref.startsWith('#')) continue
    const id = /^#its=(.+)$/.exec(ref)?.[1]
    if (id === undefined || !scopes.some(scope => scope.standoff.has(id)))
      report('xliff-its-ref', at(element, name, its), { ref: short(ref) })
  }
}
