import type { Segment, State } from './model.ts'

/** The states of XLIFF 1.2 (attribute state) in the words of 2.x; the order of work, from nothing to signed off. */
export const states1: Readonly<Record<string, State>> = {
  new: 'initial',
  'needs-translation': 'initial',
  'needs-l10n': 'initial',
  'needs-adaptation': 'initial',
  translated: 'translated',
  'needs-review-translation': 'translated',
  'needs-review-l10n': 'translated',
  'needs-review-adaptation': 'translated',
  'signed-off': 'reviewed',
  final: 'final',
}

/** The state of 1.2 that says the same. */
export const states2: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
}

/** The prefix under which `subState` keeps a state of 1.2 as it was. */
export const prefix1 = 'xliff12:'

/** The states of a text that nobody has translated, and of a translation that a person has yet to look at, in the words of 1.2. */
export const needsTranslation = `${prefix1}needs-translation`
export const needsReview = `${prefix1}needs-review-translation`

/**
 * True of a target that a person has yet to look at: its state says so (`needs-…` of 1.2, `initial` of 2.x where the file says it).
 * `new` of 1.2 tells of the source, and programs that know no states leave it beside translations.
 */
export function isUnreviewed({ state, subState, attributes }: Segment): boolean {
  if (state === 'reviewed' || state === 'final') return false
  if (subState?.startsWith(prefix1)) return subState.startsWith(`${prefix1}needs-`)
  return attributes.state === 'initial'
}
