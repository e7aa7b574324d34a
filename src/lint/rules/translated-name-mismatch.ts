import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import { alludesTo, namesAlike, namesConcept, otherPerson, type Rendering, unlistedIn } from '../renderings.ts'
import type { Subject } from '../subject.ts'

/**
 * A name that another rendering of the same story does not have in any form, or has as another person's. Silent where a text is
 * read alone.
 */
export const translatedNameMismatch: Rule<Subject> = {
  code: 'translated-name-mismatch',
  severity: 'warning',
  *check(subject) {
    for (const rendering of subject.renderings ?? []) {
      yield* listedMissing(subject, rendering)
      yield* unlistedMissing(subject, rendering)
    }
  },
}

/** One finding a concept, at its first place. */
function* listedMissing(subject: Subject, rendering: Rendering): Generator<Problem> {
  const seen = new Set<number>()
  for (const { block, text, mentions } of subject.passages) {
    for (const { mention, doubt, language, treatment } of mentions) {
      const [naming, ...others] = mention.namings.filter(({ lang }) => lang === language)
      if (!naming || others.length > 0 || doubt || mention.lowercase || seen.has(naming.concept)) continue
      seen.add(naming.concept)
      if (namesConcept(rendering, naming.concept)) continue
      const other = otherPerson(subject, rendering, naming)
      if (other === undefined && alludesTo(rendering, naming.concept)) continue
      yield {
        code: 'translated-name-mismatch',
        span: subject.span(block, mention.start, mention.end),
        ...(treatment === 'report' && { severity: 'info' as const }),
        data: {
          text: text.slice(mention.start, mention.end),
          concept: subject.glossary.concepts[naming.concept]!.id,
          path: rendering.path,
          why: other === undefined ? 'missing' : 'other-person',
          ...(other !== undefined && { other: nameOf(subject, other, language) }),
        },
      }
    }
  }
}

function nameOf({ chooser }: Subject, concept: number, language: string): string {
  const parts = (['given', 'family'] as const).flatMap(part => chooser.preferred(concept, part, language)?.text ?? [])
  return parts.join(' ')
}

/**
 * Names that no glossary has are compared by sound, which tells little of names that are neither Ukrainian nor Russian: of English
 * ones those that look romanized, and Cyrillic ones only in Cyrillic renderings. Information only.
 */
function* unlistedMissing(subject: Subject, rendering: Rendering): Generator<Problem> {
  if (rendering.subject.passages.every(({ language }) => language === 'en')) return
  for (const name of unlistedIn(subject)) {
    if (namesAlike(rendering, name)) continue
    yield {
      code: 'translated-name-mismatch',
      span: name.span,
      severity: 'info',
      data: { text: name.text, path: rendering.path, why: 'missing' },
    }
  }
}
