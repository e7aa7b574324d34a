import { isGivenName } from '../glossary/index.ts'
import { type FullMention, fullMentions, nameLikeness, relateGiven } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Span } from '../text/index.ts'
import type { Passage } from './passage.ts'
import type { Subject } from './subject.ts'

/** A person of no glossary where the text writes a given and a family name. */
export interface FullUse extends FullMention {
  readonly passage: Passage
}

/** Two given names before one family name that may be one. */
export interface GivenPair {
  readonly relation: 'spelling' | 'twin'
  readonly family: string
  /** The more frequent one first, else the one that stands first. */
  readonly texts: readonly [string, string]
  readonly uses: readonly [readonly FullUse[], readonly FullUse[]]
}

/** Below this a family name is that of another language, and so may be its given names. */
const slavic = 0.5

/** Natalia Shevchenko and Nataliya Shevchenko, Oleh Korikov and Oleg Korikov in the English passages of one text. */
export function givenPairs(subject: Subject): readonly GivenPair[] {
  return [...byFamily(subject)].flatMap(([family, byGiven]) => {
    if (byGiven.size < 2 || nameLikeness(family) < slavic) return []
    const given = [...byGiven]
      .map(([text, uses]) => [text, uses.filter(isUnlisted)] as const)
      .filter(([text, uses]) => uses.length > 0 && isGivenName(subject.glossary, fold(text)))
      .sort(([, a], [, b]) => b.length - a.length)
    return given.flatMap(([text, uses], i): GivenPair[] => {
      for (const [winner, others] of given.slice(0, i)) {
        const relation = relateGiven(winner, text)
        if (relation) return [{ relation, family, texts: [winner, text], uses: [others, uses] }]
      }
      return []
    })
  })
}

const isUnlisted = ({ passage, given, family }: FullUse): boolean => passage.isUnlisted(given.start, family.end)

function byFamily(subject: Subject): ReadonlyMap<string, ReadonlyMap<string, readonly FullUse[]>> {
  const families = new Map<string, Map<string, FullUse[]>>()
  for (const passage of subject.passages) {
    if (passage.language !== 'en') continue
    const textOf = ({ start, end }: Span) => passage.text.slice(start, end)
    for (const { given, family } of fullMentions(passage.text)) {
      const byGiven = families.get(textOf(family)) ?? new Map<string, FullUse[]>()
      families.set(textOf(family), byGiven)
      const uses = byGiven.get(textOf(given)) ?? []
      byGiven.set(textOf(given), uses)
      uses.push({ passage, given, family })
    }
  }
  return families
}
