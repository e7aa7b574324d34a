import { fold } from '../normalize/index.ts'
import type { Related } from '../text/index.ts'
import { type Judged, type Reading, readings } from './spelled.ts'
import type { Subject } from './subject.ts'

/** Places of one spelling of one part of one concept. */
export interface Use {
  readonly text: string
  readonly places: readonly Related[]
  readonly judged: Judged
  readonly reading: Reading
  /** Filled when first asked for. */
  others?: readonly Related[]
}

/** How a text spells each part of each concept: key → folded base spelling → use. Built once a subject. O(mentions). */
export type Uses = ReadonlyMap<string, ReadonlyMap<string, Use>>

const known = new WeakMap<Subject, Uses>()

export function usesOf(subject: Subject): Uses {
  const before = known.get(subject)
  if (before) return before
  const uses = new Map<string, Map<string, { text: string; places: Related[]; judged: Judged; reading: Reading }>>()
  for (const { mentions } of subject.passages) {
    for (const seen of mentions) {
      const reading = readings(subject, seen).find(r => r.naming.lang === seen.language)
      for (const judged of reading?.parts ?? []) {
        const key = keyOf(reading!, judged)
        const byText = uses.get(key) ?? new Map()
        uses.set(key, byText)
        const use = byText.get(fold(judged.spelling.text)) ?? {
          text: judged.spelling.text,
          places: [],
          judged,
          reading: reading!,
        }
        byText.set(fold(judged.spelling.text), use)
        use.places.push({ span: subject.span(seen.block, judged.part.start, judged.part.end), role: 'other-spelling' })
      }
    }
  }
  known.set(subject, uses)
  return uses
}

export const keyOf = (reading: Reading, judged: Judged) =>
  `${reading.naming.concept} ${judged.spelling.lang} ${judged.spelling.part}`

/** Where the text spells the same part of the same name otherwise; one list for all occurrences of a spelling. */
export function otherSpellings(subject: Subject, reading: Reading, judged: Judged): readonly Related[] {
  const uses = usesOf(subject).get(keyOf(reading, judged))
  const use = uses?.get(fold(judged.spelling.text))
  if (!uses || !use) return []
  use.others ??= [...uses.values()].filter(other => other !== use).flatMap(other => other.places)
  return use.others
}
