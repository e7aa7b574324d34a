import type { Run } from '../../content/index.ts'
import { type Decoded, runsOf } from '../lift.ts'
import type { Place } from './icu-tree.ts'
import { numbersOf } from './plurals.ts'

/** A message and all texts within it. */
export function* placesIn(place: Place): Generator<Place> {
  yield place
  for (const { places } of place.choices) for (const inner of places) yield* placesIn(inner)
}

/** What of a place is to be translated; undefined where nothing is. A branch may be of codes alone. */
export function textAt(place: Place, decoded: Decoded): Run[] | undefined {
  const runs = runsOf(place.fragment.tokens, decoded)
  const hasText = runs.some(run => run.kind === 'text' && /\S/.test(run.text))
  return hasText || (place.branch !== undefined && runs.length > 0) ? runs : undefined
}

/** Which branch a place is, with the message around one that is only a part of it. */
export function branchNotes(root: Place, { branch }: Place, message: string, language: string | undefined) {
  if (!branch) return []
  const { argument, type } = branch.choice
  const numbers = type === 'select' || language === undefined ? '' : numbersOf(language, type, branch.selector)
  const text = `${argument}: ${branch.selector}${numbers === '' ? '' : ` (${numbers})`}`
  const isPart = root.fragment.tokens.some(token => token.kind === 'text' && /\S/.test(token.text))
  return [text, ...(isPart ? [message] : [])].map(text => ({ category: 'context', text }))
}

/** An id or name with the path of a place. */
export const withPath = (id: string, { path }: Place): string => (path === '' ? id : `${id}/${path}`)
