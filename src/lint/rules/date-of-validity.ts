import type { Rule } from '../../check/index.ts'
import type { Mention, Naming, Spelling } from '../../glossary/index.ts'
import type { Problem } from '../../text/index.ts'
import { clauseBefore, clauseBehind, ofOwnTime } from '../neighbours.ts'
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
    for (const { suspects, found } of subject.passages) {
      for (const seen of suspects) {
        const reading = readings(subject, seen).find(r => r.naming.lang === seen.language)
        const former = reading?.parts.filter(p => p.spelling.basis === 'former') ?? []
        if (!reading || former.length === 0 || valid(former[0]!.spelling, subject.date)) continue
        if (isOfItsTime(former[0]!.spelling, seen) || isNamedAfter(seen) || isWork(subject, seen, found)) continue
        const later = subject.date === undefined ? laterYear(former[0]!.spelling, seen) : undefined
        const parts = former.map(judged => ({ judged, wanted: wantedForm(subject, seen, reading, judged) }))
        const { spelling } = former[0]!
        const data = {
          from: spelling.validFrom ?? '…',
          to: spelling.validTo ?? '…',
          dated: subject.date ?? (later === undefined ? 'no' : 'year'),
          year: later ?? 'none',
          ...reasonData(spelling),
        }
        if (subject.date === undefined && told.has(spelling.text)) continue
        told.add(spelling.text)
        const severity = subject.date === undefined && later === undefined ? ('info' as const) : ('warning' as const)
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

const clauseOf = ({ text, mention: { start, end } }: Seen): string =>
  ofOwnTime(clauseBefore(text, start), clauseBehind(text, end)).join(' ')

/** Its clause, else the sentence, names years, and all are of the name's time. */
function isOfItsTime(spelling: Spelling, seen: Seen): boolean {
  const years = clauseOf(seen).match(year) ?? []
  return years.length > 0 && years.every(one => valid(spelling, one))
}

/** A street keeps the name that its city had: «улица Сталинграда», «проспект Героев Сталинграда», but not «на улицах Сталинграда». */
const isNamedAfter = ({ text, language, mention: { start } }: Seen): boolean =>
  (language === 'uk' || language === 'ru') && street.test(text.slice(Math.max(0, start - 40), start))

const street =
  /(?<!\p{L})(?:ул\.|улиц(?:а|е|у|ей)|вул\.|вулиц(?:я|ю|ею)|просп\.|проспект(?:а|у|е|і|ом)?|пл\.|площ(?:адь|ади|адью|а|у|ею)|бульвар(?:а|у|е|і|ом)?|переул(?:ок|к[аеу])|провул(?:ок|к[ау])|набережн(?:ая|ой|ую|а|ій|у)|имени|им\.|імені|ім\.)[\s\u00a0]+(?:\p{Lu}\p{L}+\s)?$/iu

/** “Zhadan’s Voroshilovgrad”: what is a person's and has the name of a town is a book. */
function isWork({ glossary }: Subject, { text, mention: { start } }: Seen, found: readonly Mention[]): boolean {
  const owner = /['’ʼ]s?\s["“*_]?$/u.exec(text.slice(Math.max(0, start - 4), start))
  if (!owner) return false
  const end = start - owner[0].length
  const isPerson = ({ concept }: Naming) => glossary.concepts[concept]!.kind === 'person'
  return found.some(other => other.end === end && other.namings.some(isPerson))
}

/** A year of the sentence, where all are later than the name and nothing else leads back into its time. */
function laterYear({ validTo }: Spelling, seen: Seen): string | undefined {
  const clause = clauseOf(seen)
  const years = clause.match(year) ?? []
  const isLater = validTo !== undefined && years.every(one => one > validTo.slice(0, 4)) && !backwards.test(clause)
  return isLater ? years[0] : undefined
}

/** Words of lives and of histories: who was born in Dnipropetrovsk may be elected in 2023. */
const backwards =
  /(?<!\p{L})(?:born|native|grew|raised|studied|graduated|former(?:ly)?|then|old|once|since|renam\p{L}*|call\p{L}+|name[ds]?|history|soviet|народи\p{L}+|уродж\p{L}+|навча\p{L}+|закінч\p{L}+|колиш\p{L}+|тоді\p{L}*|раніше|переймен\p{L}+|назв\p{L}+|назива\p{L}+|історі\p{L}+|радянськ\p{L}+|роди\p{L}+|уроже\p{L}+|учи\p{L}+|окончи\p{L}+|бывш\p{L}+|тогда\p{L}*|раньше|переимен\p{L}+|истори\p{L}+|советск\p{L}+)(?!\p{L})/iu

/** ISO dates compare as text; a shorter one (a year) is compared by its own length. */
function valid(spelling: Spelling, date: string | undefined): boolean {
  if (date === undefined) return false
  const cut = (bound: string) => date.slice(0, bound.length)
  return (
    (!spelling.validFrom || cut(spelling.validFrom) >= spelling.validFrom) &&
    (!spelling.validTo || cut(spelling.validTo) < spelling.validTo)
  )
}
