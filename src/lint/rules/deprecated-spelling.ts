import type { Rule } from '../../check/index.ts'
import type { Spelling } from '../../glossary/index.ts'
import { fold } from '../../normalize/index.ts'
import { attested } from '../attested.ts'
import { isShownPlace } from '../doubts.ts'
import { otherSpellings } from '../others.ts'
import type { Seen } from '../passage.ts'
import { reasonData } from '../reason.ts'
import type { Sighted } from '../sighted.ts'
import { governedOf, type Reading, readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'

/** A spelling that the glossary deprecates, for every concept that it could stand for. */
export const deprecatedSpelling: Rule<Subject> = {
  code: 'deprecated-spelling',
  severity: 'warning',
  *check(subject) {
    for (const { suspects, sighted } of subject.passages) {
      for (const seen of suspects) {
        const bad = deprecatedReading(subject, seen, sighted)
        if (bad) yield problemOf(subject, seen, bad)
      }
    }
  },
}

interface Deprecated {
  readonly reading: Reading
  /** The concepts want different things. */
  readonly ambiguous: boolean
  readonly isIntroduced: boolean
}

/** A mention is deprecated only if each way to read it in its own language is. */
function deprecatedReading(subject: Subject, seen: Seen, sighted: Sighted): Deprecated | undefined {
  const known = readings(subject, seen)
  if (!known.some(isBad)) return undefined
  const own = known.filter(r => fits(r.naming.lang, seen.language))
  const fitting = own.every(isBad) ? own : governedOf(seen, own)
  const all = ofPlaces(subject, seen, fitting, sighted)
  if (all.length === 0 || !all.every(isBad)) return undefined
  const wants = new Set(all.map(r => r.parts.map(p => wantedForm(subject, seen, r, p)?.text).join(' ')))
  // «В Буче» may be of the deprecated «Бучя», but is right.
  const written = fold(all[0]!.parts.map(({ part }) => seen.text.slice(part.start, part.end)).join(' '))
  if ([...wants].some(wanted => fold(wanted) === written)) return undefined
  const ambiguous = wants.size > 1 || all.length < fitting.length
  return { reading: all[0]!, ambiguous, isIntroduced: isIntroduced(seen, all[0]!) }
}

/** Those of places where words show one: “in Khmelnitsky”, though the hetman may be spelled so. */
function ofPlaces({ glossary }: Subject, seen: Seen, all: readonly Reading[], sighted: Sighted): readonly Reading[] {
  const isPlace = ({ naming }: Reading) => glossary.concepts[naming.concept]!.kind === 'place'
  const places = all.filter(isPlace)
  if (seen.language !== 'en' || places.length === 0 || places.length === all.length || !places.every(isBad)) return all
  return isShownPlace(sighted, seen.mention.start, seen.mention.end, seen.language) ? places : all
}

/** “Dmytro Medvedev, a welder from Poltava,” who has the given name of another language than the glossary's, may be somebody else. */
const isIntroduced = ({ text, language, mention: { end } }: Seen, { parts }: Reading): boolean =>
  language === 'en' &&
  parts.length > 1 &&
  parts.some(p => p.part.part === 'given' && p.spelling.basis === 'other-language') &&
  /^,\s+an?\s/u.test(text.slice(end, end + 8))

const isBad = (reading: Reading) => reading.parts.some(p => p.judgement.status === 'deprecated')

/** In Cyrillic of unknown language nothing is deprecated: what one language rejects the other may ask for. */
const fits = (lang: string, language: string) => lang === language

function problemOf(subject: Subject, seen: Seen, { reading, ambiguous, isIntroduced }: Deprecated) {
  const bad = reading.parts.filter(p => p.judgement.status === 'deprecated')
  const parts = bad.map(judged => ({ judged, wanted: wantedForm(subject, seen, reading, judged) }))
  const { spelling } = bad[0]!
  const told = reasonData(spelling)
  const related = otherSpellings(subject, bad[0]!)
  const data = { basis: spelling.basis, why: whyOf(spelling, told.reason), ...told, ...attested(bad[0]!) }
  const fix = isIntroduced ? { fix: 'display' as const } : {}
  return spellingProblem(subject, {
    code: 'deprecated-spelling',
    seen,
    reading,
    parts,
    data,
    related,
    ambiguous,
    ...fix,
  })
}

const romanized: Readonly<Record<string, string>> = {
  'romanized from Russian': 'ru',
  'romanized from Ukrainian': 'uk',
  'romanized from Belarusian': 'be',
}

/** The kind of reason, for the message: a language of origin, the glossary's own words (`reason`), or none. */
function whyOf({ basis, from }: Spelling, reason: string | undefined): string {
  if (basis === 'other-language') return from ?? 'none'
  if (reason === undefined) return 'none'
  return romanized[reason] ?? 'reason'
}
