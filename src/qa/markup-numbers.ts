import type { Numeral } from './numbers.ts'
import type { Side } from './pair.ts'
import type { Placeholder } from './placeholders.ts'
import { unmatchedBy } from './unmatched.ts'

/** Texts and addresses in a tag, which have their own rules. */
const values = /\s(?:alt|title|placeholder|aria-label|href|src)\s*=\s*(?:"[^"]*"|'[^']*')/giu

/** A number that has become another one in a tag (colspan, the size of a font), and what it was. */
export interface MarkupNumber extends Numeral {
  readonly was: string
}

/** The numbers in the tags of a translation that are others in the source's; tags with more or fewer numbers say nothing. O(n). */
export function changedInMarkup(source: Side, target: Side): MarkupNumber[] {
  const { missing, extra } = unmatchedBy(tagsOf(source), tagsOf(target), keyOf, keyOf)
  const before = [...missing]
  return extra.flatMap((tag): MarkupNumber[] => {
    const at = before.findIndex(one => one.key === tag.key && one.numbers.length === tag.numbers.length)
    const [was] = at < 0 ? [] : before.splice(at, 1)
    const changed = was ? tag.numbers.findIndex((number, i) => number !== was.numbers[i]) : -1
    return changed < 0 ? [] : [{ start: tag.start, end: tag.end, keys: [], was: was!.numbers[changed]! }]
  })
}

interface Tag extends Placeholder {
  readonly numbers: readonly string[]
}

const keyOf = ({ key, numbers }: Tag): string => `${key} ${numbers.join(' ')}`

const tagsOf = ({ text, placeholders }: Side): Tag[] =>
  placeholders
    .filter(({ key }) => key.startsWith('<'))
    .map(one => {
      const tag = text.slice(one.start, one.end).replace(values, '')
      return { ...one, numbers: tag.slice(one.key.length - 1).match(/\d+(?:\.\d+)?/gu) ?? [] }
    })
