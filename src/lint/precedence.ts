import type { Finding } from '../check/index.ts'
import { compatible, type Fix, lastAtOrBefore, overlaps, type Span } from '../text/index.ts'

/** One occurrence of a name gives at most one spelling problem: the first of these that speaks; the others go into `data.also`. */
const order: ReadonlyMap<string, number> = new Map(
  [
    'wrong-language-form',
    'style-violation',
    'deprecated-spelling',
    'inconsistent-name',
    'date-of-validity',
    'mixed-script',
    'name-in-wrong-script',
    'missing-diacritic',
    'name-order',
    'first-letter-case',
    'wrong-apostrophe',
    'foreign-letter',
  ].map((code, rank) => [code, rank]),
)

/**
 * The findings with those of one occurrence merged: the first by the order speaks, the fixes of all are made together, and as
 * carefully as the most careful one asks. `occurrences` are the spans of whole names, in order. O(n log n).
 */
export function onePerOccurrence(findings: readonly Finding[], occurrences: readonly Span[]): Finding[] {
  const parts = [...new Set(findings.map(({ span }) => span.part))]
  if (parts.length === 1 && parts[0] === undefined) return inPart(findings, occurrences)
  return parts.flatMap(part =>
    inPart(
      findings.filter(({ span }) => span.part === part),
      occurrences.filter(span => span.part === part),
    ),
  )
}

function inPart(findings: readonly Finding[], occurrences: readonly Span[]): Finding[] {
  const others = findings.filter(f => !order.has(f.code))
  const starts = occurrences.map(o => o.start)
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (!order.has(finding.code)) continue
    const owner = starts.length > 0 ? occurrences[lastAtOrBefore(starts, finding.span.start)]! : finding.span
    const key = overlaps(owner, finding.span) ? `${owner.start}` : `alone ${finding.span.start}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...others, ...[...groups.values()].map(merge)]
}

function merge(group: readonly Finding[]): Finding {
  if (group.length === 1) return group[0]!
  const sorted = [...group].sort((a, b) => order.get(a.code)! - order.get(b.code)!)
  const first = sorted[0]!
  const also = [...new Set(sorted.map(f => f.code))].filter(code => code !== first.code)
  const data = also.length > 0 ? { ...first.data, also: also.join(' ') } : first.data
  const fixes = mergeFixes(sorted)
  return { ...first, ...(data && { data }), ...(fixes && { fixes: [fixes] }) }
}

const careful: readonly Fix['kind'][] = ['display', 'unsafe', 'safe']

function mergeFixes(group: readonly Finding[]): Fix | undefined {
  const fixes = group.flatMap(f => f.fixes?.slice(0, 1) ?? [])
  const kind = careful.find(k => fixes.some(f => f.kind === k))
  return kind && { kind, edits: compatible(fixes.flatMap(f => f.edits)) }
}
