import type { Rule } from '../../check/index.ts'
import type { Spelling } from '../../glossary/index.ts'
import type { Problem } from '../../text/index.ts'
import { clauseBefore, clauseBehind } from '../neighbours.ts'
import type { Seen } from '../passage.ts'
import { reasonData } from '../reason.ts'
import { readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'

/**
 * A former name. In a text dated while it was official it is right, and so it is in a sentence about a year of that time; dated later
 * it is a warning; with no date the first one is information. What to write is only shown: the writer knows which time is meant.
 */
export const dateOfValidity: Rule<Subject> = {
  code: 'date-of-validity',
  severity: 'warning',
  *check(subject): Generator<Problem> {
    const told = new Set<string>()
    for (const { suspects } of subject.passages) {
      for (const seen of suspects) {
        const reading = readings(subject, seen).find(r => r.naming.lang === seen.language)
        const former = reading?.parts.filter(p => p.spelling.basis === 'former') ?? []
        if (!reading || former.length === 0 || valid(former[0]!.spelling, subject.date)) continue
        if (isOfItsTime(former[0]!.spelling, seen)) continue
        const parts = former.map(judged => ({ judged, wanted: wantedForm(subject, seen, reading, judged) }))
        const { spelling } = former[0]!
        const data = {
          from: spelling.validFrom ?? '…',
          to: spelling.validTo ?? '…',
          dated: subject.date ?? 'no',
          ...reasonData(spelling),
        }
        if (subject.date === undefined && told.has(spelling.text)) continue
        told.add(spelling.text)
        const severity = subject.date === undefined ? ('info' as const) : ('warning' as const)
        yield spellingProblem(subject, {
          code: 'date-of-validity',
          seen,
          reading,
          parts,
          data,
          fix: 'display',
          severity,
        })
      }
    }
  },
}

const year = /(?<![\d.,/-])(?:1\d|20)\d\d(?!\d|[.,]\d)/gu

/** The sentence names years, and all are of the name's time. */
function isOfItsTime(spelling: Spelling, { text, mention: { start, end } }: Seen): boolean {
  const years = `${clauseBefore(text, start)} ${clauseBehind(text, end)}`.match(year) ?? []
  return years.length > 0 && years.every(one => valid(spelling, one))
}

/** ISO dates compare as text; a shorter one (a year) is compared by its own length. */
function valid(spelling: Spelling, date: string | undefined): boolean {
  if (date === undefined) return false
  const cut = (bound: string) => date.slice(0, bound.length)
  return (
    (!spelling.validFrom || cut(spelling.validFrom) >= spelling.validFrom) &&
    (!spelling.validTo || cut(spelling.validTo) < spelling.validTo)
  )
}
