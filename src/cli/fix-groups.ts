import type { Checked, Finding } from '../project/index.ts'
import { lines } from '../text/index.ts'

/** A finding that could be mended, and where people see it. */
export interface Offer {
  readonly path: string
  readonly finding: Finding
  /** `path:line:column`. */
  readonly place: string
  readonly text: string
  readonly preferred: string
}

/** What one question is about: all that would become one spelling of one name. */
export interface Group {
  readonly code: string
  readonly preferred: string
  readonly offers: readonly Offer[]
}

/** What could be mended in a file. */
export function offersIn({ path, text, shown, problems }: Checked): Offer[] {
  const at = lines(text)
  return problems.flatMap((finding): Offer[] => {
    const fix = finding.fixes?.[0]
    if (!fix || fix.kind === 'display') return []
    const { start, end } = shown ? shown(finding.span) : finding.span
    const { line, column } = at.at(start)
    const written = text.slice(start, end).replace(/\s+/g, ' ')
    const preferred = String(finding.data?.preferred ?? '')
    return [{ path, finding, place: `${path}:${line}:${column}`, text: written, preferred }]
  })
}

/** The offers by rule, name and what they would become, in the order of their first places. O(offers). */
export function groupsOf(offers: readonly Offer[]): Group[] {
  const groups = new Map<string, Offer[]>()
  for (const offer of offers) {
    const { code, data } = offer.finding
    const key = [code, data?.concept ?? '', offer.preferred].join('\n')
    const group = groups.get(key)
    if (group) group.push(offer)
    else groups.set(key, [offer])
  }
  return [...groups.values()].map(group => ({
    code: group[0]!.finding.code,
    preferred: group[0]!.preferred,
    offers: group,
  }))
}

/** Each spelling of a group with its offers, the most frequent first. */
export function variantsOf({ offers }: Group): readonly (readonly [text: string, offers: readonly Offer[]])[] {
  const variants = new Map<string, Offer[]>()
  for (const offer of offers) variants.set(offer.text, [...(variants.get(offer.text) ?? []), offer])
  return [...variants].sort(([, a], [, b]) => b.length - a.length)
}
