import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import { endOf, endsInAbbreviation } from '../ends.ts'
import { type Bitext, isTranslated, problemAt, type Translated } from '../pair.ts'

/**
 * The mark at the end: lost, another, or one more. A full stop and an exclamation mark may stand for one another. A file that leaves most
 * full stops out means it: there a lost one is information.
 */
export const endPunctuation: Rule<Bitext> = {
  code: 'end-punctuation',
  severity: 'warning',
  *check({ pairs }) {
    const translated = pairs.filter(isTranslated)
    const isWithoutStops = leavesStopsOut(translated)
    for (const pair of translated) yield* inTarget(pair, isWithoutStops)
  },
}

function leavesStopsOut(pairs: readonly Translated[]): boolean {
  const stopped = pairs.filter(({ source }) => endOf(source).kind === '.')
  return stopped.length > 20 && stopped.filter(({ target }) => endOf(target).kind === '').length > stopped.length / 2
}

function* inTarget(pair: Translated, isWithoutStops: boolean): Generator<Problem> {
  const wanted = endOf(pair.source)
  const found = endOf(pair.target)
  if (wanted.kind === found.kind) return
  const change = found.kind === '' ? 'missing' : wanted.kind === '' ? 'extra' : 'other'
  const pointed = change === 'missing' ? pair.source : pair.target
  if (change !== 'other' && endsInAbbreviation(pointed)) return
  const isMeant = change === 'missing' && wanted.kind === '.' && isWithoutStops
  const light = isMeant || change === 'extra' || lightly.has([wanted.kind, found.kind].sort().join(''))
  const data = { change, preferred: wanted.mark }
  yield problemAt(pair, 'end-punctuation', found, { ...(light && { severity: 'info' as const }), of: wanted, data })
}

/** Pairs of marks, in the order of their code points, that translators exchange for good reasons. */
const lightly: ReadonlySet<string> = new Set(['!.', '.…', ',.', '.;', '.:'])
