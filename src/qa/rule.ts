import type { Rule } from '../check/index.ts'
import type { Problem } from '../text/index.ts'
import { type Bitext, isTranslated, type Translated } from './pair.ts'

/** A rule that looks at one translated pair at a time. */
export function pairRule(
  rule: Pick<Rule<Bitext>, 'code' | 'severity'>,
  check: (pair: Translated, bitext: Bitext) => Iterable<Problem>,
): Rule<Bitext> {
  return {
    ...rule,
    *check(bitext) {
      for (const pair of bitext.pairs) if (isTranslated(pair)) yield* check(pair, bitext)
    },
  }
}
