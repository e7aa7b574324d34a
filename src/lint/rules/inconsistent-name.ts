import type { Rule } from '../../check/index.ts'
import type { Spelling } from '../../glossary/index.ts'
import type { Language } from '../../language/index.ts'
import type { Respelling } from '../../names/index.ts'
import { capitals } from '../../normalize/index.ts'
import type { Edit, Problem, Related, Span } from '../../text/index.ts'
import { isCited } from '../citations.ts'
import { type Misspelt, misspeltNames, type Spot } from '../cyrillic-names.ts'
import { isPutRight } from '../doubts.ts'
import { type FullUse, fullUses } from '../full-uses.ts'
import { type GivenPair, givenPairs, unlistedGiven } from '../given-names.ts'
import { type Grounds, inconsistency, type Loser } from '../inconsistency.ts'
import { usesOf } from '../others.ts'
import type { Passage, Seen } from '../passage.ts'
import { type Slip, slips } from '../slips.ts'
import { type Judged, readings, spellingProblem, wantedForm } from '../spelled.ts'
import { isSpokenOf } from '../spoken.ts'
import type { Subject } from '../subject.ts'
import { unlistedInconsistencies, unlistedNames } from '../unlisted.ts'

/**
 * Two spellings of one name in one text, or in all texts of a run where that is asked for: of the glossary (the winner is its
 * preferred one) or of none (the majority's).
 */
export const inconsistentName: Rule<Subject> = {
  code: 'inconsistent-name',
  severity: 'warning',
  *check(subject) {
    for (const { suspects } of subject.passages) for (const seen of suspects) yield* listed(subject, seen)
    const unlisted = [...unlistedInconsistencies(subject)]
    yield* unlisted
    const known = new Set(unlisted.map(({ span }) => span.start))
    for (const problem of unlistedAcross(subject)) if (!known.has(problem.span.start)) yield problem
    const full = { en: fullUses(subject, 'en'), uk: fullUses(subject, 'uk'), ru: fullUses(subject, 'ru') }
    for (const pair of givenPairs(subject, full.en))
      for (const problem of givenProblems(subject, pair)) {
        known.add(problem.span.start)
        yield problem
      }
    for (const problem of givenAcross(subject, full.en)) if (!known.has(problem.span.start)) yield problem
    const relatedOf = sharedRelated(subject)
    for (const language of ['uk', 'ru'] as const)
      for (const misspelt of misspeltNames(subject, full[language], language)) {
        if (isQuotedWork(misspelt, language)) continue
        const problem = misspeltProblem(subject, misspelt, relatedOf(misspelt.others))
        known.add(problem.span.start)
        yield problem
      }
    for (const language of ['en', 'uk', 'ru'] as const)
      for (const slip of slips(subject, full[language], language)) {
        if (isQuotedWork(slip, language)) continue
        const problem = slipProblem(subject, slip, language)
        if (!known.has(problem.span.start)) yield problem
      }
  },
}

/** The name stands in a work that is cited in the other language: «Плохій С. Брама Європи. Харків, 2016» in Russian text. */
const isQuotedWork = ({ passage, span }: { passage: Passage; span: Span }, language: Language): boolean =>
  language !== 'en' && isCited(passage.text, span.start, span.end, language)

function* listed(subject: Subject, seen: Seen) {
  const reading = readings(subject, seen).find(r => r.naming.lang === seen.language)
  if (!reading) return
  const losing = reading.parts.flatMap(judged => {
    const winner = winnerOf(subject, judged)
    return winner && winner.spelling.text !== judged.spelling.text ? [{ judged, winner }] : []
  })
  if (losing.length === 0) return
  const parts = losing.map(({ judged, winner }) => ({
    judged,
    wanted: wantedForm(subject, seen, reading, judged, winner.spelling),
  }))
  const { related, counts } = losing[0]!.winner
  // A place's admitted spelling may have a use of its own (the Chernobyl disaster in the city of Chornobyl).
  const own = losing.some(({ judged }) => judged.spelling.part === 'name' && judged.spelling.basis === 'entry')
  // Mykola Hohol is no Mykola Gogol: one part does not change alone beside another that is not the preferred one.
  const isMixed = reading.parts.some(
    part => part.judgement.status !== 'preferred' && !losing.some(({ judged }) => judged === part),
  )
  const fix = own || isMixed ? ('unsafe' as const) : undefined
  const data = counts === undefined ? { why: 'listed' } : { why: 'across', counts }
  yield spellingProblem(subject, {
    code: 'inconsistent-name',
    seen,
    reading,
    parts,
    related,
    data,
    ...(fix && { fix }),
  })
}

/** The spelling that wins, and where it stands. */
interface Winner {
  readonly spelling: Spelling
  readonly related: readonly Related[]
  /** Of all texts of the run. */
  readonly counts?: string
}

/**
 * The spelling that wins where the text, or the run, has several that the glossary allows: the preferred one if it is used, else the
 * most frequent, else the first. Deprecated spellings are another rule's.
 */
function winnerOf(subject: Subject, judged: Judged): Winner | undefined {
  if (judged.judgement.status === 'deprecated' || judged.judgement.status === 'superseded') return undefined
  const across = subject.archive?.ofListed(judged.spelling)
  if (across) return { ...across, spelling: across.winner }
  const spelled = usesOf(subject).of(judged)
  if (!spelled || spelled.size < 2) return undefined
  const uses = [...spelled.values()].filter(
    use => use.judged.judgement.status === 'admitted' || use.judged.judgement.status === 'preferred',
  )
  if (uses.length < 2) return undefined
  // “Sergey Bubka is how they spell him”: a spelling of which the text speaks is none that it uses.
  const used = uses.filter(use => use.seen.some(([seen]) => seen.doubt !== 'word'))
  const winner =
    used.find(use => use.judged.judgement.status === 'preferred') ??
    used.sort((a, b) => b.seen.length - a.seen.length)[0]
  return winner && { spelling: winner.judged.spelling, related: usesOf(subject).places(winner) }
}

/** Names of no glossary that other texts of the run spell otherwise. Only a given name in common shows that they are one person's. */
function* unlistedAcross(subject: Subject): Generator<Problem> {
  if (!subject.archive) return
  for (const name of unlistedNames(subject)) {
    const group = subject.archive.ofUnlisted(name.text)
    if (!group || group.winner === name.text) continue
    const others = group.given(group.winner)
    const certain = [...group.given(name.text)].some(given => others.has(given))
    yield inconsistency(subject, name, group.winner, {
      doubt: certain ? 'none' : 'two-people',
      related: group.related,
      data: { why: 'across', counts: group.counts },
    })
  }
}

/** Given names that other texts of the run write otherwise before the same family name. */
function* givenAcross(subject: Subject, full: readonly FullUse[]): Generator<Problem> {
  if (!subject.archive) return
  for (const { passage, given, givenText, familyText } of unlistedGiven(subject, full)) {
    const group = subject.archive.ofGiven(givenText, familyText)
    if (!group) continue
    const { winner, relation, related, counts } = group
    const doubt = relation === 'twin' ? 'twin' : 'none'
    const data = { why: 'across', counts }
    yield inconsistency(subject, loserIn(passage, given, givenText), winner, { doubt, related, data })
  }
}

/** The forms that two languages have of a given name are no misspellings of each other. */
function* givenProblems(subject: Subject, { relation, texts, uses }: GivenPair): Generator<Problem> {
  const [preferred, text] = texts
  const related = othersAt(
    subject,
    uses[0].map(({ passage, given }) => ({ passage, span: given })),
  )
  const doubt = relation === 'twin' ? 'twin' : 'none'
  for (const { passage, given } of uses[1])
    yield inconsistency(subject, loserIn(passage, given, text), preferred, { doubt, related, data: { why: 'none' } })
}

function misspeltProblem(
  subject: Subject,
  { passage, span, text, change, preferred }: Misspelt,
  related: readonly Related[],
): Problem {
  const grounds = { doubt: 'none', related, data: { why: 'none' } } as const
  return respelling(
    subject,
    loserIn(passage, span, text),
    preferred,
    grounds,
    editOf(subject, passage, span.start, change),
  )
}

/** In English the name has one form, which the style chooses. */
function slipProblem(subject: Subject, slip: Slip, language: Language): Problem {
  const { passage, span, text, part, change, concept, preferred } = slip
  const partOf = (part: 'given' | 'family' | 'name') => subject.chooser.preferred(concept, part, language)?.text ?? ''
  const name = part === 'name' ? partOf('name') : `${partOf('given')} ${partOf('family')}`.trim()
  const kind = part === 'name' ? 'place' : 'person'
  const isMeant =
    isSpokenOf(passage.text, span.start, span.end, language, kind) ||
    isPutRight(passage.sighted, span.start, span.end, concept)
  const doubt = isMeant ? 'word' : 'none'
  const grounds = { doubt, related: [], data: { why: 'slip', name } } as const
  const loser = loserIn(passage, span, text)
  if (language === 'en') return inconsistency(subject, loser, partOf(part) || preferred, grounds)
  return respelling(subject, loser, preferred, grounds, editOf(subject, passage, span.start, change))
}

/** What is put into a word in capitals is in capitals, too. */
const respelling = (subject: Subject, loser: Loser, preferred: string, grounds: Grounds, edit: Edit): Problem =>
  capitals(loser.text) === 'upper'
    ? inconsistency(subject, loser, preferred.toUpperCase(), grounds)
    : inconsistency(subject, loser, preferred, grounds, [edit])

const editOf = (subject: Subject, { block }: Passage, start: number, { at, length, insert }: Respelling): Edit => ({
  span: subject.span(block, start + at, start + at + length),
  insert,
})

const loserIn = (passage: Passage, span: Span, text: string): Loser => ({
  block: passage.block,
  span,
  text,
  place: passage.placeAt(span.start, span.end),
})

/** The places of a list, listed once: a text may have thousands that are misspelt, and as many that are not. */
function sharedRelated(subject: Subject): (spots: readonly Spot[]) => readonly Related[] {
  const known = new Map<readonly Spot[], readonly Related[]>()
  return spots => {
    const related = known.get(spots) ?? othersAt(subject, spots)
    known.set(spots, related)
    return related
  }
}

const othersAt = (subject: Subject, spots: readonly Spot[]): Related[] =>
  spots.map(({ passage: { block }, span: { start, end } }) => ({
    span: subject.span(block, start, end),
    role: 'other-spelling',
  }))
