import type { Block } from '../content/index.ts'

/** What a text that is nothing but a date dates: the year, or the last one of a span of years. */
const date =
  /^[\s*_(]*(?:(?:in|у|в|on)\s)?(?:\d{1,2}(?:st|nd|rd|th|-го|[–-]\d{1,2})?\s+)?(?:\p{L}{3,12}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,\s+)?(?:[12]\d\d\d\s*[–—-]\s*)?([12]\d\d\d)(?:s|-?\p{Ll}{1,3}\.?|\s+(?:рік|року|роки|год|года|годы|р\.|г\.))?[\s*_)]*$/iu
/** The date with which a text begins as with a sentence or a heading of its own: “1941. Germans enter Kiev.” */
const leading = /^([^.:\n]{4,40})[.:]\s+\p{Lu}/u
const longestDate = 40
/** The last year in which a place had its name of the Soviet time, as in `past`. */
const lastOld = 1990

export type Era = 'past' | 'present'

/** The time of a text that is a date; undefined of any other. */
export function eraOfDate(text: string): Era | undefined {
  if (text.length > longestDate) return undefined
  const year = date.exec(text)?.[1]
  return year === undefined ? undefined : Number(year) <= lastOld ? 'past' : 'present'
}

/** The time that a text itself says first. */
export function leadingEra(text: string): Era | undefined {
  const lead = leading.exec(text)?.[1]
  return lead === undefined ? undefined : eraOfDate(lead)
}

/**
 * For each block whether what stands before it dates it to the past: a heading with a date holds up to the next heading, a date in a
 * cell for the cells behind it, any other date for the next block (a term and its description). O(n) in the blocks.
 */
export function erasOf(blocks: readonly Block[], texts: readonly string[]): readonly (Era | undefined)[] {
  let section: Era | undefined
  let near: Era | undefined
  return blocks.map(({ kind }, i) => {
    const own = eraOfDate(texts[i]!)
    if (kind === 'heading') {
      section = own
      near = undefined
      return undefined
    }
    if (kind !== 'table-cell' && blocks[i - 1]?.kind === 'table-cell') near = undefined
    const era = near ?? section
    if (own !== undefined || kind !== 'table-cell') near = own
    return own === undefined ? era : undefined
  })
}
