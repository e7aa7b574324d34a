import type { Checked, Finding } from '../project/index.ts'
import { type Lines, lines, type Span } from '../text/index.ts'
import { baseForm, type Declined, declinedIn, inSameCase, isFormOf } from './fix-cases.ts'

/** A name where it stands. */
export interface Place {
  readonly path: string
  readonly span: Span
  /** `path:line:column`. */
  readonly place: string
  readonly text: string
}

/** A finding that could be mended. */
export interface Offer extends Place {
  readonly finding: Finding
  readonly preferred: string
}

/**
 * What one question is about: all that would become one spelling of one name, in whatever case, and where its other spellings stand.
 */
export interface Group {
  readonly code: string
  /** In its base form, where the name has cases. */
  readonly preferred: string
  readonly offers: readonly Found[]
  readonly others: readonly Place[]
}

/** A spelling of a group and its places. */
export interface Variant {
  readonly text: string
  readonly places: readonly Place[]
}

/** A finding that could be mended in a file, with the places that it names beside its own. */
export interface Found extends Offer {
  readonly others: readonly Place[]
  /** Of a name that has cases. */
  readonly declined?: Declined
}

/** What could be mended in a file. */
export function offersIn(checked: Checked): Found[] {
  const at = lines(checked.text)
  return checked.problems.flatMap((finding): Found[] => {
    const fix = finding.fixes?.[0]
    if (!fix || fix.kind === 'display') return []
    const others = (finding.related ?? []).filter(
      ({ path, role }) => role === 'other-spelling' && (path === undefined || path === checked.path),
    )
    const declined = declinedIn(finding)
    return [
      {
        ...(declined && { declined }),
        ...placeOf(checked, finding.span, at),
        finding,
        preferred: String(finding.data?.preferred ?? ''),
        others: others.map(({ span }) => placeOf(checked, span, at)),
      },
    ]
  })
}

function placeOf({ path, text, shown }: Checked, span: Span, at: Lines): Place {
  const { start, end } = shown ? shown(span) : span
  const { line, column } = at.at(start)
  return { path, span, place: `${path}:${line}:${column}`, text: text.slice(start, end).replace(/\s+/g, ' ') }
}

/** The offers by rule, name and what they would become, in the order of their first places. O(offers and places). */
export function groupsOf(offers: readonly Found[]): Group[] {
  const groups = new Map<string, Found[]>()
  for (const offer of offers) {
    const { code, data } = offer.finding
    const key = [code, data?.concept ?? '', suggestedBase(offer)].join('\n')
    const group = groups.get(key)
    if (group) group.push(offer)
    else groups.set(key, [offer])
  }
  return [...groups.values()].map(group => {
    const own = new Set(group.map(({ place }) => place))
    const others = new Map(group.flatMap(offer => offer.others.map(other => [other.place, other] as const)))
    return {
      code: group[0]!.finding.code,
      preferred: suggestedBase(group[0]!),
      offers: group,
      others: [...others.values()].filter(({ place }) => !own.has(place)),
    }
  })
}

const suggestedBase = ({ declined, preferred }: Found): string =>
  declined ? baseForm(declined, 'preferred') : preferred

/** The spellings of a group: the suggested one, then the others, the most frequent first. */
export function variantsOf({ preferred, offers, others }: Group): readonly Variant[] {
  const variants = new Map<string, Place[]>()
  const declined = offers[0]?.declined
  const spelled = [
    ...offers.map(offer => [offer.declined ? baseForm(offer.declined, 'written') : offer.text, offer] as const),
    ...others.map(other => [declined && isFormOf(other.text, declined) ? preferred : other.text, other] as const),
  ]
  for (const [text, place] of spelled) {
    const places = variants.get(text)
    if (places) places.push(place)
    else variants.set(text, [place])
  }
  const suggested = { text: preferred, places: variants.get(preferred) ?? [] }
  variants.delete(preferred)
  const rest = [...variants].map(([text, places]) => ({ text, places }))
  return [suggested, ...rest.sort((a, b) => b.places.length - a.places.length)]
}

/**
 * What makes another spelling than the suggested one of all places of a group, each in its case; capitals stay. Undefined where that
 * cannot be done: the name is written in Cyrillic, where it has cases, and nothing is known of them, or `winner` has not as many parts.
 */
export function respelled(group: Group, winner: string): readonly Offer[] | undefined {
  const declined = group.offers[0]?.declined
  const places = [...group.offers, ...group.others]
  if (!declined && places.some(({ text }) => isCyrillic(text))) return undefined
  const spelled = places.map(place => (declined ? formFor(place, winner, declined) : winner))
  if (spelled.every(form => form === undefined)) return undefined
  return places.flatMap((place, i): Offer[] => {
    const form = spelled[i]
    if (form === undefined) return []
    const insert = isCapitals(place.text) ? form.toUpperCase() : form
    if (insert === place.text) return []
    const { span } = place
    const finding: Finding = {
      code: group.code,
      severity: 'info',
      span,
      fixes: [{ kind: 'unsafe', edits: [{ span, insert }] }],
    }
    return [{ ...place, finding, preferred: insert }]
  })
}

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)

/** What is to be changed tells its case by what is suggested for it, a place of the suggested spelling by itself. */
const formFor = (place: Found | Place, winner: string, declined: Declined): string | undefined =>
  inSameCase('preferred' in place ? place.preferred : place.text, winner, declined)

const isCapitals = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
