import { nameHash } from './hash.ts'
import type { Problem } from './problem.ts'

/** Words on either side of a place that tell it from others. */
const wordsAround = 3
/** Units on either side in which those words are looked for. */
const reach = 120

/**
 * A name for each problem that lasts while its sentence does: made of its code, its text and the words around, not of its line, so
 * that a baseline survives when an article grows above it. Equal ones are numbered in their order. O(problems).
 * `textOf` gives the text that a span counts in.
 */
export function fingerprints(problems: readonly Problem[], textOf: (problem: Problem) => string): string[] {
  const seen = new Map<string, number>()
  return problems.map(problem => {
    const name = nameHash(`${problem.code}\n${surroundings(textOf(problem), problem)}`)
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return number === 1 ? name : `${name}.${number}`
  })
}

function surroundings(text: string, { span, data }: Problem): string {
  if (text === '') return `${data?.text ?? ''}`
  // Within the sentence: what is written before or behind it changes nothing.
  const before = text
    .slice(Math.max(0, span.start - reach), span.start)
    .split(border)
    .at(-1)!
  const after = text.slice(span.end, span.end + reach).split(border)[0]!
  return [
    ...words(before).slice(-wordsAround),
    '|',
    text.slice(span.start, span.end).replace(/\s+/g, ' '),
    '|',
    ...words(after).slice(0, wordsAround),
  ].join(' ')
}

/** A blank line, or what probably ends a sentence. */
const border = /(?:\r\n?|\n)[ \t]*[\r\n]|[.!?…]["”»’)]*\s/

const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
