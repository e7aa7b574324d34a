import type { NameSpan } from './name-spans.ts'
import { shape, type Tokens } from './tokens.ts'

/**
 * The names, and in their order the words in capitals that stand alone and, elsewhere in the text, end a person's name of several words: the
 * family name of somebody who was introduced. What the text has in small letters too (ткач) is left alone. O(length).
 */
export function withRepeated(names: readonly NameSpan[], tokens: Tokens): NameSpan[] {
  const families = familiesOf(names, tokens)
  if (families.size === 0) return [...names]
  const found: NameSpan[] = []
  let next = 0
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i]!
    while (next < names.length && names[next]!.end <= start) found.push(names[next++]!)
    const name = names[next]
    if (tokens.shape[i] !== shape.capital || (name && name.start < tokens.end[i]!)) continue
    const confidence = families.get(tokens.text.slice(start, tokens.end[i]))
    if (confidence !== undefined) found.push({ start, end: tokens.end[i]!, kind: 'person', confidence })
  }
  return [...found, ...names.slice(next)]
}

/** Last words of persons' names of two or three words, and how likely the likeliest of those names is. */
function familiesOf(names: readonly NameSpan[], tokens: Tokens): ReadonlyMap<string, number> {
  const { text } = tokens
  const families = new Map<string, number>()
  for (const { start, end, kind, confidence } of names) {
    const words = text.slice(start, end).split(/\s+/u)
    if (kind !== 'person' || words.length < 2 || words.length > 3) continue
    const family = words.at(-1)!
    families.set(family, Math.max(confidence, families.get(family) ?? 0))
  }
  if (families.size > 0) forgetWords(families, tokens)
  return families
}

function forgetWords(families: Map<string, number>, { text, count, start, end, shape: looks }: Tokens): void {
  const small = new Map([...families.keys()].map(family => [family.toLowerCase(), family]))
  for (let i = 0; i < count; i++) {
    if (looks[i] === shape.lower) families.delete(small.get(text.slice(start[i], end[i])) ?? '')
  }
}
