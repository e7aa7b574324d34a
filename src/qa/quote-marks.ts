import { type Alphabet, en, ru, uk } from '../language/index.ts'
import type { Side } from './pair.ts'
import type { Stretch } from './stretch.ts'

/** Two quotation marks that belong together; the stretch runs from one to the other, both included. */
export interface QuotePair extends Stretch {
  readonly marks: readonly [string, string]
}

export interface Quotes {
  readonly pairs: readonly QuotePair[]
  /** Marks without a partner. */
  readonly single: readonly Stretch[]
}

const marks = /[«»„“”‟]|"(?!(?<=\p{L}")\p{L})|(?<![\p{L}\p{N}\ufffc])['‘’`‚]|['‘’`](?![\p{L}\p{N}_&])/gu

/** What closes a mark; “ closes „ and opens ”. ' and ` are quotation marks only outside of words. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '«': ['»'],
  '„': ['“', '”', '‟'],
  '“': ['”'],
  '"': ['"'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '`': ["'", '`', '’'],
  "'": ["'"],
}

/** The quotation marks of a side, paired off as they nest. */
export function quotesIn({ prose }: Side): Quotes {
  const open: { readonly mark: string; readonly at: number }[] = []
  const pairs: QuotePair[] = []
  const single: Stretch[] = []
  for (const { 0: mark, index: at } of prose.matchAll(marks)) {
    const place = open.findLastIndex(one => closers[one.mark]!.includes(mark) && closes(prose, one.mark, at))
    if (place >= 0) {
      const opener = open[place]!
      for (const lost of open.splice(place).slice(1)) single.push({ start: lost.at, end: lost.at + 1 })
      pairs.push({ start: opener.at, end: at + 1, marks: [opener.mark, mark] })
    } else if (closers[mark]) open.push({ mark, at })
    else if (!isPossessive(prose, at)) single.push({ start: at, end: at + 1 })
  }
  return { pairs, single: [...single, ...open.map(({ at }) => ({ start: at, end: at + 1 }))] }
}

/** The users’ names. */
const isPossessive = (text: string, at: number): boolean => /s['’]$/u.test(text.slice(0, at + 1))

/** A straight mark with a space before it and none behind opens again. */
const closes = (text: string, opener: string, at: number): boolean =>
  (opener !== '"' && opener !== "'") ||
  !/[\s(]/u.test(text[at - 1] ?? ' ') ||
  !/[\p{L}\p{N}\ufffc]/u.test(text[at + 1] ?? ' ')

const alphabets: Readonly<Record<string, Alphabet>> = { en, uk, ru }

/** True of a pair that a language writes; the straight ones and `those of typewriters' are everywhere. */
export function isOwn([open, close]: QuotePair['marks'], language: string): boolean {
  const straight = /['`"]/u.test(open)
  return straight || (alphabets[language]?.quotes.some(([a, b]) => a === open && b === close) ?? true)
}

/** The pair that a language writes first. */
export const usualQuotes = (language: string): readonly [string, string] => alphabets[language]!.quotes[0]!
