import { followed, problemAt, type Side, type Translated, wholeOf } from '../pair.ts'
import { isLayout, type Placeholder } from '../placeholders.ts'
import { pairRule } from '../rule.ts'
import { fewest, unmatchedBy } from '../unmatched.ts'

/**
 * Placeholders that were lost, added or changed: %s, %1$d, %(name)s, {name}, {{name}}, $t(key), and tags in the text. Lines and
 * paragraphs that are broken elsewhere, and tags round the whole text, are information.
 */
export const placeholder = pairRule({ code: 'placeholder', severity: 'error' }, function* (pair) {
  const { side, missing, extra } = nearest(pair)
  if (pair.segment.onlyFor !== undefined && missing.length === 1 && extra.length === 0) return
  const lightly = (one: Placeholder) => isLayout(one) && { severity: 'info' as const }
  for (const one of extra) {
    const data = { change: 'extra', placeholder: shown(pair.target, one) }
    yield problemAt(pair, 'placeholder', one, { ...lightly(one), data })
  }
  for (const one of missing.slice(extra.length)) {
    const data = { change: 'missing', placeholder: shown(side, one) }
    yield {
      ...problemAt(pair, 'placeholder', wholeOf(pair.target), { ...lightly(one), data }),
      related: [sourceOf(side, one)],
    }
  }
})

const shown = ({ text }: Side, { start, end }: Placeholder): string => text.slice(start, end)

const sourceOf = (side: Side, { start, end }: Placeholder) => ({ span: side.span(start, end), role: 'source' })

/** What differs from the text that the target may follow; of several the nearest. */
function nearest(pair: Translated) {
  const keyOf = ({ key }: Placeholder) => key
  const found = foundIn(pair)
  return fewest(followed(pair).map(side => ({ side, ...unmatchedBy(filledIn(side), found, keyOf, keyOf) })))
}

/** Of the two forms of what can be undone (KDE), a line for each, the first stands for both. */
function foundIn({ source, target }: Translated): readonly Placeholder[] {
  const all = filledIn(target)
  const [first, second, ...more] = target.text.split('\n')
  if (!second || more.length > 0 || source.text.includes('\n')) return all
  const ofFirst = all.filter(({ start }) => start < first!.length)
  const keysOf = (placeholders: readonly Placeholder[]) => placeholders.map(({ key }) => key).sort()
  const isTwofold = String(keysOf(ofFirst)) === String(keysOf(all.slice(ofFirst.length)))
  return isTwofold ? ofFirst : all
}

/** %% is a sign of the text, which words may stand for; where HTML needs no end tag there may be one. */
const filledIn = ({ placeholders }: Side): readonly Placeholder[] =>
  placeholders.filter(({ key }) => key !== '%%' && !/^<\/(?:p|li|dt|dd|t[rdh])>$/u.test(key))
