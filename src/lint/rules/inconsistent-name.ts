import type { Rule } from '../../check/index.ts'
import { type Use, usesOf } from '../others.ts'
import type { Seen } from '../passage.ts'
import { type Judged, readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'
import { unlistedInconsistencies } from '../unlisted.ts'

/** Two spellings of one name in one text: of the glossary (the winner is its preferred one) or of none (the majority's). */
export const inconsistentName: Rule<Subject> = {
  code: 'inconsistent-name',
  severity: 'warning',
  *check(subject) {
    for (const { mentions } of subject.passages) for (const seen of mentions) yield* listed(subject, seen)
    yield* unlistedInconsistencies(subject)
  },
}

function* listed(subject: Subject, seen: Seen) {
  const reading = readings(subject, seen).find(r => r.naming.lang === seen.language)
  if (!reading) return
  const losing = reading.parts.flatMap(judged => {
    const winner = winnerOf(subject, judged)
    return winner && winner.text !== judged.spelling.text ? [{ judged, winner }] : []
  })
  if (losing.length === 0) return
  const parts = losing.map(({ judged, winner }) => ({
    judged,
    wanted: wantedForm(subject, seen, reading, judged, winner.judged.spelling),
  }))
  const related = usesOf(subject).places(losing[0]!.winner)
  // A place's admitted spelling may have a use of its own (the Chernobyl disaster in the city of Chornobyl).
  const own = losing.some(({ judged }) => judged.spelling.part === 'name' && judged.spelling.basis === 'entry')
  const fix = own ? ('unsafe' as const) : undefined
  const data = { why: 'listed' }
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

/**
 * The spelling that wins where the text has several that the glossary allows: the preferred one if the text has it, else the most
 * frequent, else the first. Deprecated spellings are another rule's.
 */
function winnerOf(subject: Subject, judged: Judged): Use | undefined {
  if (judged.judgement.status === 'deprecated' || judged.judgement.status === 'superseded') return undefined
  const spelled = usesOf(subject).of(judged)
  if (!spelled || spelled.size < 2) return undefined
  const uses = [...spelled.values()].filter(
    use => use.judged.judgement.status === 'admitted' || use.judged.judgement.status === 'preferred',
  )
  if (uses.length < 2) return undefined
  return (
    uses.find(use => use.judged.judgement.status === 'preferred') ??
    [...uses].sort((a, b) => b.seen.length - a.seen.length)[0]
  )
}
