import type { Rule } from '../../check/index.ts'
import type { Seen } from '../passage.ts'
import { type Reading, readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'

/** The Russian form of a name in Ukrainian text, or the Ukrainian one in Russian text, which its own form does not cover. */
export const wrongLanguageForm: Rule<Subject> = {
  code: 'wrong-language-form',
  severity: 'warning',
  *check(subject) {
    for (const { mentions } of subject.passages) {
      for (const seen of mentions) {
        if (seen.language !== 'uk' && seen.language !== 'ru') continue
        const all = readings(subject, seen)
        if (all.length === 0 || !all.every(r => isForeign(r, seen))) continue
        yield problemOf(subject, seen, all)
      }
    }
  },
}

const other = { uk: 'ru', ru: 'uk' } as const

function isForeign(reading: Reading, seen: Seen): boolean {
  return (seen.language === 'uk' || seen.language === 'ru') && reading.naming.lang === other[seen.language]
}

function problemOf(subject: Subject, seen: Seen, all: readonly Reading[]) {
  const parts = (reading: Reading) =>
    reading.parts.map(judged => ({
      judged,
      wanted: wantedForm(
        subject,
        seen,
        reading,
        judged,
        subject.chooser.preferred(reading.naming.concept, judged.spelling.part, seen.language),
      ),
    }))
  const wants = new Set(
    all.map(r =>
      parts(r)
        .map(p => p.wanted?.text)
        .join(' '),
    ),
  )
  const reading = all[0]!
  const data = { from: reading.naming.lang }
  return spellingProblem(subject, {
    code: 'wrong-language-form',
    seen,
    reading,
    parts: parts(reading),
    data,
    ambiguous: wants.size > 1,
  })
}
