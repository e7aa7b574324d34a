import type { Spelling } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import type { Related } from '../text/index.ts'
import type { Seen } from './passage.ts'
import { type Judged, type Reading, readings } from './spelled.ts'
import type { Subject } from './subject.ts'

/** Uses of one spelling of one part of one concept. */
export interface Use {
  readonly text: string
  readonly judged: Judged
  readonly reading: Reading
  readonly seen: readonly (readonly [Seen, Judged])[]
  /** This use and the others of its part. */
  readonly spelled: Spelled
}

/** How a text spells one part of one concept: folded spelling → use. */
export type Spelled = ReadonlyMap<string, Use>

/** How a text spells each part of each concept. */
export interface Uses {
  /** Undefined where the concept is named once, or the part stands in no mention of its language. */
  of(judged: Judged): Spelled | undefined
  /** All places of a use. */
  places(use: Use): readonly Related[]
  /** The places of the other uses of the part. */
  others(use: Use): readonly Related[]
}

export function usesOf(subject: Subject): Uses {
  subject.uses ??= openUses(subject)
  return subject.uses
}

function openUses(subject: Subject): Uses {
  const spelledBy = spellingsByConcept(subject)
  const places = remembered((use: Use) =>
    use.seen.map(([{ block }, { part }]) => ({
      span: subject.span(block, part.start, part.end),
      role: 'other-spelling',
    })),
  )
  const isNamedOnce = (concept: number) => subject.named(concept).length <= 2
  const of = ({ spelling }: Judged) =>
    isNamedOnce(spelling.concept) ? undefined : spelledBy(spelling.concept).get(partKey(spelling))
  return {
    of,
    places,
    others: remembered(use =>
      [...(of(use.judged)?.values() ?? [])].filter(other => other !== use).flatMap(other => places(other)),
    ),
  }
}

interface Mutable extends Use {
  readonly seen: [Seen, Judged][]
}

const partKey = ({ lang, part }: Spelling) => `${lang} ${part}`

/** How a text spells the parts of a concept; only the names of concepts that are asked for are looked at. */
function spellingsByConcept(subject: Subject): (concept: number) => ReadonlyMap<string, Spelled> {
  const { named, passages } = subject
  const known = new Map<number, ReadonlyMap<string, Spelled>>()
  return concept => {
    const before = known.get(concept)
    if (before) return before
    const byPart = new Map<string, Map<string, Mutable>>()
    const places = named(concept)
    for (let at = 0; at < places.length; at += 2) {
      const seen = passages[places[at]!]!.seen(places[at + 1]!)
      const reading = seen && readings(subject, seen).find(r => r.naming.lang === seen.language)
      if (reading?.naming.concept === concept)
        for (const judged of reading.parts) useOf(byPart, judged, reading).seen.push([seen!, judged])
    }
    known.set(concept, byPart)
    return byPart
  }
}

/** The use of a spelling, which is made if its part is not spelled so yet. */
function useOf(byPart: Map<string, Map<string, Mutable>>, judged: Judged, reading: Reading): Mutable {
  const { spelling } = judged
  const key = partKey(spelling)
  const spelled = byPart.get(key) ?? new Map<string, Mutable>()
  byPart.set(key, spelled)
  const folded = fold(spelling.text)
  const use = spelled.get(folded) ?? { text: spelling.text, judged, reading, seen: [], spelled }
  spelled.set(folded, use)
  return use
}

function remembered(make: (use: Use) => readonly Related[]): (use: Use) => readonly Related[] {
  const made = new Map<Use, readonly Related[]>()
  return use => {
    const list = made.get(use) ?? make(use)
    made.set(use, list)
    return list
  }
}

/** Where the text spells the same part of the same name otherwise; one list for all occurrences of a spelling. */
export function otherSpellings(subject: Subject, judged: Judged): readonly Related[] {
  const uses = usesOf(subject)
  const use = uses.of(judged)?.get(fold(judged.spelling.text))
  return use ? uses.others(use) : []
}
