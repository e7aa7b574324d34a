import { diffArrays } from 'diff'

/** What changed, in the way of wdiff: [-before-]{+after+}. */
export function difference(before: string, after: string): string {
  const parts = diffArrays(wordsAndSigns(before), wordsAndSigns(after))
  return parts
    .map(({ value, added, removed }) => {
      const text = value.join('')
      return added ? `{+${text}+}` : removed ? `[-${text}-]` : text
    })
    .join('')
}

const wordsAndSigns = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|./gsu) ?? []
