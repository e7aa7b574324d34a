import { problemAt, type Side, type Translated, wholeOf } from '../pair.ts'
import type { Placeholder } from '../placeholders.ts'
import { pairRule } from '../rule.ts'
import { fewest, type Unmatched, unmatchedBy } from '../unmatched.ts'

/** Placeholders that were lost, added or changed: %s, %1$d, %(name)s, {name}, {{name}}, $t(key), and tags in the text. */
export const placeholder = pairRule({ code: 'placeholder', severity: 'error' }, function* (pair) {
  const { missing, extra } = nearest(pair)
  for (const one of extra) {
    yield problemAt(pair, 'placeholder', one, { data: { change: 'extra', placeholder: shown(pair.target, one) } })
  }
  for (const one of missing.slice(extra.length)) {
    const data = { change: 'missing', placeholder: shown(pair.source, one) }
    yield problemAt(pair, 'placeholder', wholeOf(pair.target), { of: one, data })
  }
})

const shown = ({ text }: Side, { start, end }: Placeholder): string => text.slice(start, end)

/** What differs from the source, or from the other text that the target may follow, whichever is nearer. */
function nearest({ source, alternatives, target }: Translated): Unmatched<Placeholder> {
  const keyOf = ({ key }: Placeholder) => key
  const found = filledIn(target)
  return fewest([source, ...alternatives].map(side => unmatchedBy(filledIn(side), found, keyOf, keyOf)))
}

/** %% is a sign of the text, which words may stand for. */
const filledIn = ({ placeholders }: Side): readonly Placeholder[] => placeholders.filter(({ key }) => key !== '%%')
