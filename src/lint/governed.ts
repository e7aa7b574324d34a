import type { Case } from '../glossary/index.ts'
import { isApostrophe, isLetter, isMark } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import prepositions from './prepositions.json' with { type: 'json' }

const governed = new Map<string, ReadonlyMap<string, readonly Case[]>>()

function tableOf(language: 'uk' | 'ru'): ReadonlyMap<string, readonly Case[]> {
  const known =
    governed.get(language) ??
    new Map(
      Object.entries(prepositions[language]).flatMap(([cases, words]) =>
        words.split(' ').map(word => [fold(word), cases.split(' ') as Case[]]),
      ),
    )
  governed.set(language, known)
  return known
}

/** A preposition right before a name: UTF-16 units of the text. */
export interface Preposition {
  readonly word: string
  readonly start: number
  readonly end: number
}

const longest = 12

/** Where the word begins that one white space parts from a place; undefined where none stands there that could be a preposition. */
function wordStart(text: string, at: number): number | undefined {
  if (at < 2 || !/\s/.test(text[at - 1]!)) return undefined
  const isInside = (unit: number) => isLetter(unit) || isApostrophe(unit) || unit === hyphen
  let start = at - 1
  while (start > 0 && at - start <= longest + 1 && isInside(text.charCodeAt(start - 1))) start--
  const length = at - 1 - start
  return length === 0 || length > longest || (start > 0 && isMark(text.charCodeAt(start - 1))) ? undefined : start
}

const hyphen = 0x2d

/** The cases that the preposition before a name allows; undefined where none stands there. */
export function casesAllowed(
  text: string,
  start: number,
  language: 'uk' | 'ru',
): { readonly cases: readonly Case[]; readonly preposition: Preposition } | undefined {
  const from = wordStart(text, start)
  if (from === undefined) return undefined
  const word = text.slice(from, start - 1)
  const cases = tableOf(language).get(fold(word))
  return cases && { cases, preposition: { word, start: from, end: start - 1 } }
}

/** A row of names before a name: “Бахмуті, Соледарі та ” before Авдіївці. Two words a name at most. */
const row = /(?:(?<![\p{L}\p{M}'’ʼ-])\p{Lu}[\p{L}\p{M}'’ʼ-]*(?: \p{Lu}[\p{L}\p{M}'’ʼ-]*)?(?:,\s|,?\s(?:і|й|та|и)\s))+$/u

/** As `casesAllowed`, but a preposition before a row of names goes for each of them (у Бахмуті, Соледарі та Авдіївці). */
export function casesGoverned(text: string, start: number, language: 'uk' | 'ru'): readonly Case[] | undefined {
  const own = casesAllowed(text, start, language)
  if (own || !/(?:,|[\s](?:і|й|та|и))\s$/u.test(text.slice(Math.max(0, start - 4), start))) return own?.cases
  const before = row.exec(text.slice(Math.max(0, start - 80), start))
  if (!before) return undefined
  const first = start - before[0].length
  // «У Бахмуті, …»: a preposition with a capital looks like the first word of a name.
  return (casesAllowed(text, first, language) ?? casesAllowed(text, first + before[0].indexOf(' ') + 1, language))
    ?.cases
}
