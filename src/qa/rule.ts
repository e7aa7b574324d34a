import type { Rule } from '../check/index.ts'
import type { Problem } from '../text/index.ts'
import { type Bitext, isTranslated, type Pair, type Translated } from './pair.ts'

/** A rule that looks at one pair at a time: at the translated ones, or at all whose target is `asked` for. */
export function pairRule(
  rule: Pick<Rule<Bitext>, 'code' | 'severity'>,
  check: (pair: Translated, bitext: Bitext) => Iterable<Problem>,
  asked: (pair: Pair) => pair is Translated = isTranslated,
): Rule<Bitext> {
  return {
    ...rule,
    *check(bitext) {
      for (const pair of bitext.pairs) if (asked(pair)) yield* check(pair, bitext)
    },
  }
}
