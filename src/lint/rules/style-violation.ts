import type { Rule } from '../../check/index.ts'
import { attested } from '../attested.ts'
import { otherSpellings } from '../others.ts'
import { type Reading, readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'

/** Under a chosen style every spelling but the style's is a problem; with none chosen the rule is silent. */
export const styleViolation: Rule<Subject> = {
  code: 'style-violation',
  severity: 'warning',
  *check(subject) {
    const { style } = subject.chooser
    if (!style) return
    for (const { suspects } of subject.passages) {
      for (const seen of suspects) {
        const all = readings(subject, seen).filter(r => r.naming.lang === seen.language)
        if (
          all.length === 0 ||
          !all.every(r => r.parts.some(p => p.judgement.preferred && p.judgement.status === 'admitted'))
        )
          continue
        const wrong = (r: Reading) => r.parts.filter(p => p.judgement.preferred && p.judgement.status !== 'preferred')
        const reading = all[0]!
        if (style.partial && style.prefer[subject.glossary.concepts[reading.naming.concept]!.id] === undefined) continue
        const parts = wrong(reading).map(judged => ({ judged, wanted: wantedForm(subject, seen, reading, judged) }))
        const wants = new Set(
          all.map(r =>
            wrong(r)
              .map(p => wantedForm(subject, seen, r, p)?.text)
              .join(' '),
          ),
        )
        const related = otherSpellings(subject, parts[0]!.judged)
        const data = { style: style.id, ...attested(parts[0]!.judged) }
        yield spellingProblem(subject, {
          code: 'style-violation',
          seen,
          reading,
          parts,
          data,
          related,
          ambiguous: wants.size > 1,
        })
      }
    }
  },
}
