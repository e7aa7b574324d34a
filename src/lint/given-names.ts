import { isGivenName } from '../glossary/index.ts'
import { nameLikeness, relateGiven } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { FullUse } from './full-uses.ts'
import type { Subject } from './subject.ts'

/** Two given names before one family name that may be one. */
export interface GivenPair {
  readonly relation: 'spelling' | 'twin'
  readonly family: string
  /** The more frequent one first, else the one that stands first. */
  readonly texts: readonly [string, string]
  readonly uses: readonly [readonly FullUse[], readonly FullUse[]]
}

/** Below this a family name may be of another language, whose given names have spellings of their own; a twin shows that it is not. */
const slavic = 0.5

/** Natalia Shevchenko and Nataliya Shevchenko, Oleh Korikov and Oleg Korikov in the English passages of one text. `full`: the full names there. */
export function givenPairs(subject: Subject, full: readonly FullUse[]): readonly GivenPair[] {
  return [...byFamily(full)].flatMap(([family, byGiven]) => {
    const given = [...byGiven]
      .map(([text, uses]) => [text, uses.filter(isUnlisted)] as const)
      .filter(([text, uses]) => uses.length > 0 && isGivenName(subject.glossary, fold(text)))
      .sort(([, a], [, b]) => b.length - a.length)
    return given.flatMap(([text, uses], i): GivenPair[] => {
      for (const [winner, others] of given.slice(0, i)) {
        const relation = relatedBefore(family, winner, text)
        if (relation) return [{ relation, family, texts: [winner, text], uses: [others, uses] }]
      }
      return []
    })
  })
}

/** How two given names before a family name are one. */
export function relatedBefore(family: string, winner: string, text: string): GivenPair['relation'] | undefined {
  const relation = relateGiven(winner, text)
  return relation === 'twin' || nameLikeness(family) >= slavic ? relation : undefined
}

/** The given names of people whom no glossary lists, each before a family name. */
export const unlistedGiven = ({ glossary }: Subject, full: readonly FullUse[]): readonly FullUse[] =>
  full.filter(use => isGivenName(glossary, fold(use.givenText)) && isUnlisted(use))

const isUnlisted = ({ passage, given, family }: FullUse): boolean => passage.isUnlisted(given.start, family.end)

function byFamily(full: readonly FullUse[]): ReadonlyMap<string, ReadonlyMap<string, readonly FullUse[]>> {
  const families = new Map<string, Map<string, FullUse[]>>()
  for (const use of several(full)) {
    const byGiven = families.get(use.familyText) ?? new Map<string, FullUse[]>()
    families.set(use.familyText, byGiven)
    const uses = byGiven.get(use.givenText) ?? []
    byGiven.set(use.givenText, uses)
    uses.push(use)
  }
  return families
}

/** Those of family names that stand beside several given names: of most texts, none. */
function several(uses: readonly FullUse[]): readonly FullUse[] {
  const first = new Map<string, string>()
  const found = new Set<string>()
  for (const { givenText, familyText } of uses) {
    const known = first.get(familyText)
    if (known === undefined) first.set(familyText, givenText)
    else if (known !== givenText) found.add(familyText)
  }
  return found.size === 0 ? [] : uses.filter(({ familyText }) => found.has(familyText))
}
