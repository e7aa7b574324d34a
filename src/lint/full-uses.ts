import { type FullMention, fullMentions } from '../names/index.ts'
import type { Passage } from './passage.ts'
import type { Subject } from './subject.ts'

/** A given and a family name, or two other words with capitals, where they stand. */
export interface FullUse extends FullMention {
  readonly passage: Passage
  readonly givenText: string
  readonly familyText: string
}

/** Pairs of words with capitals in the passages of a language. O(n). */
export function fullUses(subject: Subject, language: 'en' | 'uk' | 'ru'): readonly FullUse[] {
  const uses: FullUse[] = []
  for (const passage of subject.passages) {
    if (passage.language !== language) continue
    const { text } = passage
    for (const { given, family } of fullMentions(text, passage.sighted.capitalised))
      uses.push({
        passage,
        given,
        family,
        givenText: text.slice(given.start, given.end),
        familyText: text.slice(family.start, family.end),
      })
  }
  return uses
}
