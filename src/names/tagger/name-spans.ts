import { runs } from './chains.ts'
import { withRepeated } from './repeated.ts'
import { choose, stretches } from './spans.ts'
import { shape, tokenize } from './tokens.ts'
import { type TaggedLanguage, type View, view } from './view.ts'
import { score, type Weights } from './weights.ts'

/** A name of a person or a place in a text: UTF-16 offsets, end excluded. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  /** Left out where it is as good as open. */
  readonly kind?: 'person' | 'place'
  /** How likely it is that exactly these words are the name of a person or a place, 0 to 1. */
  readonly confidence: number
}

/** Below this likelihood a name is rather left out: what makes precision and recall meet. */
const floor = 0.4
/** A kind is named where it is this many times as likely as the other. */
const clear = 2

/**
 * Names in order, none within another. O(length) for text in which names are short. That a family name comes again is no news to the English
 * weights; the Cyrillic ones miss it where it is a common word or looks like no name.
 */
export function spansIn(weights: Weights, text: string, language: TaggedLanguage): NameSpan[] {
  const tokens = tokenize(text)
  const v = view(tokens, language)
  const found: NameSpan[] = []
  for (const run of runs(v)) {
    const chain = score(weights, v, run)
    for (const { from, to, person, place } of choose(stretches(chain), chain.length, floor)) {
      const kind = person > place * clear ? 'person' : place > person * clear ? 'place' : undefined
      const isFamily = language !== 'en' && to === from + 1 && person > place
      found.push({
        start: tokens.start[isFamily ? initialsBefore(v, run.from + from, found.at(-1)?.end ?? 0) : run.from + from]!,
        end: tokens.end[run.from + to - 1]!,
        ...(kind && { kind }),
        confidence: Math.min(1, person + place),
      })
    }
  }
  return language === 'en' ? found : withRepeated(found, tokens)
}

/** The token at which the initials before a family name begin (О. М. Бандурка), none of another name that ends at `behind`. */
function initialsBefore({ tokens: { shape: looks, line, start } }: View, from: number, behind: number): number {
  let at = from
  while (at > 0 && !line[at] && looks[at - 1] === shape.initials && start[at - 1]! >= behind) at--
  return at
}
