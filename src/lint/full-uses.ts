import type { Capitalised, FullMention } from '../names/index.ts'
import type { Span } from '../text/index.ts'
import { standsAlone } from './alone.ts'
import type { Passage } from './passage.ts'
import { officeBefore } from './roles.ts'
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
    for (const { given, family } of passage.sighted.full)
      uses.push({ passage, given, family, givenText: given.text, familyText: family.text })
  }
  return uses
}

/** A family name, or another word with a capital, behind an office: міністр Сибіга, міністр Андрій Сибіга. */
export interface TitledUse {
  readonly passage: Passage
  readonly office: string
  readonly givenText?: string
  readonly family: Span
  readonly familyText: string
}

/** Words with capitals behind an office in the passages of a language, a given name between or none. O(n). */
export function titledUses(subject: Subject, language: 'uk' | 'ru'): readonly TitledUse[] {
  const uses: TitledUse[] = []
  for (const passage of subject.passages) {
    if (passage.language !== language) continue
    const { text } = passage
    const words = passage.sighted.capitalised
    for (let i = 0; i < words.length; i++) {
      const first = words[i]!
      const office = officeBefore(text, first.start, language)
      if (office === undefined) continue
      const chain = chainFrom(text, words, i)
      const family = chain.at(-1)!
      if (chain.length > 2) continue
      const givenText = chain.length > 1 ? first.text : undefined
      uses.push({
        passage,
        office,
        family,
        familyText: family.text,
        ...(givenText !== undefined && { givenText }),
      })
    }
  }
  return uses
}

/** A word with a capital that stands alone, and how it is written. */
export interface BareUse {
  readonly passage: Passage
  readonly family: Span
  readonly familyText: string
}

/** Words with capitals beside no other one that begin with so many letters of a full name, in the passages of a language. O(n). */
export function bareUses(
  subject: Subject,
  language: 'uk' | 'ru',
  letters: number,
  begins: ReadonlySet<string>,
): readonly BareUse[] {
  if (begins.size === 0) return []
  const uses: BareUse[] = []
  for (const passage of subject.passages) {
    if (passage.language !== language) continue
    const { text } = passage
    const words = passage.sighted.capitalised
    for (let i = 0; i < words.length; i++) {
      const family = words[i]!
      if (!begins.has(family.text.slice(0, letters))) continue
      if (!standsAlone(subject.glossary, text, words, i, language)) continue
      uses.push({ passage, family, familyText: family.text })
    }
  }
  return uses
}

/** Words side by side, a space between, no more of them than are asked about. */
function chainFrom(text: string, words: readonly Capitalised[], from: number): readonly Capitalised[] {
  const chain = [words[from]!]
  for (let i = from + 1; i < words.length && chain.length < 3; i++) {
    const { start } = words[i]!
    if (start !== chain.at(-1)!.end + 1 || !/[ \u00a0]/.test(text[start - 1]!)) break
    chain.push(words[i]!)
  }
  return chain
}
