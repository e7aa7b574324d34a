import { misnested } from '../codes.ts'
import { isFilled, problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** Paired codes that cross in the target, or end before they begin. */
export const misnestedCode = pairRule(
  { code: 'misnested-code', severity: 'error' },
  function* (pair) {
    if (misnested(pair.source.codes).length > 0) return
    const wrong = misnested(pair.target.codes)
    const first = wrong.find(({ run }) => run.kind === 'close') ?? wrong[0]
    if (!first) return
    const place = { start: first.at, end: first.at }
    yield { ...problemAt(pair, 'misnested-code', place, { data: { label: first.run.label } }), span: first.run.span }
  },
  isFilled,
)
