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
  return subject.passages
    .filter(passage => passage.language === language)
    .flatMap(passage =>
      fullMentions(passage.text).map(({ given, family }) => ({
        passage,
        given,
        family,
        givenText: passage.text.slice(given.start, given.end),
        familyText: passage.text.slice(family.start, family.end),
      })),
    )
}
