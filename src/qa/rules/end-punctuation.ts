import { endOf, endsInAbbreviation } from '../ends.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** The mark at the end: lost, another, or one more. A full stop and an exclamation mark may stand for one another. */
export const endPunctuation = pairRule({ code: 'end-punctuation', severity: 'warning' }, function* (pair) {
  const wanted = endOf(pair.source)
  const found = endOf(pair.target)
  if (wanted.kind === found.kind) return
  const change = found.kind === '' ? 'missing' : wanted.kind === '' ? 'extra' : 'other'
  const pointed = change === 'missing' ? pair.source : pair.target
  if (change !== 'other' && endsInAbbreviation(pointed)) return
  const light = change === 'extra' || lightly.has([wanted.kind, found.kind].sort().join(''))
  const data = { change, preferred: wanted.mark }
  yield problemAt(pair, 'end-punctuation', found, { ...(light && { severity: 'info' as const }), of: wanted, data })
})

/** Pairs of marks, in the order of their code points, that translators exchange for good reasons. */
const lightly: ReadonlySet<string> = new Set(['!.', '.…', ',.', '.;', '.:'])
