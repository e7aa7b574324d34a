import type { Case } from '../glossary/index.ts'
import { isApostrophe, isLetter, isMark } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import { beginsSentence, clauseBefore } from './neighbours.ts'
import prepositions from './prepositions.json' with { type: 'json' }
import { officeBefore } from './roles.ts'

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

/** Behind «о» and «при» a Russian place has no second locative: в Крыму, о Крыме. */
export function isSpokenOf(text: string, start: number, language: string): boolean {
  const word = language === 'ru' && casesAllowed(text, start, language)?.preposition.word
  return typeof word === 'string' && /^(?:об?|обо|при)$/iu.test(word)
}

/** A row of names before a name: “Бахмуті, Соледарі та ” before Авдіївці. Two words a name at most. */
const row = /(?:(?<![\p{L}\p{M}'’ʼ-])\p{Lu}[\p{L}\p{M}'’ʼ-]*(?: \p{Lu}[\p{L}\p{M}'’ʼ-]*)?(?:,\s|,?\s(?:і|й|та|и)\s))+$/u

/** Up to two adjectives, by endings that no noun has behind the prepositions of places: в соседней Молдавии. */
const adjectives = {
  ru: /(?<!\p{L})(?:(?:\p{Ll}+(?:[нтвмжшг]|ск)о[йм]|\p{Ll}+[нщш]е[йм]|\p{Ll}+[ыи]м|\p{Ll}+[ео]го|\p{Ll}+[ео]му|вс[её][йм])\s){1,2}$/u,
  uk: /(?<!\p{L})(?:(?:\p{Ll}+(?:[нвтд]|ськ)(?:ій|ої|ою|ого|ому|им)|усій|всій)\s){1,2}$/u,
}

/** Units in which such an adjective ends: most words need no closer look. */
const endings = new Set([...'ймоуїю'].map(letter => letter.charCodeAt(0)))

/**
 * As `casesAllowed`, but a preposition before a row of names goes for each of them (у Бахмуті, Соледарі та Авдіївці), and one before
 * adjectives for what they stand with.
 */
export function casesGoverned(text: string, start: number, language: 'uk' | 'ru'): readonly Case[] | undefined {
  const ofName = endings.has(text.charCodeAt(start - 2))
    ? adjectives[language].exec(text.slice(Math.max(0, start - 60), start))
    : null
  const own = casesAllowed(text, start - (ofName?.[0].length ?? 0), language)
  if (own || !/(?:,|[\s](?:і|й|та|и))\s$/u.test(text.slice(Math.max(0, start - 4), start))) return own?.cases
  const before = row.exec(text.slice(Math.max(0, start - 80), start))
  if (!before) return undefined
  const first = start - before[0].length
  // «У Бахмуті, …»: a preposition with a capital looks like the first word of a name.
  return (casesAllowed(text, first, language) ?? casesAllowed(text, first + before[0].indexOf(' ') + 1, language))
    ?.cases
}

const locatives = new Set('у в о на по об во при'.split(' '))
/** What may stand between a preposition and a name in the locative: words that agree, other names, what kind of place it is. */
const between =
  /^(?:\p{L}+(?:[оеі]м[уі]?|[нтвмжшгкд][оі]й|[нщшс][еі]й|[иыії]х),?|\p{Lu}.*|і|й|та|и|або|или|(?:город|міст|сел|посел|деревн|стран|країн|держав|государств|республі?и|област|район|штат|столиц|остров)\p{Ll}+)$/u

/** False where no preposition of the locative stands before the name that begins there. */
export function mayBeLocative(text: string, start: number): boolean {
  if (beginsSentence(text, start)) return false
  const words = clauseBefore(text, start).trim().split(/\s+/u).reverse()
  return locatives.has(
    words.find(word => locatives.has(word.toLowerCase()) || !between.test(word))?.toLowerCase() ?? '',
  )
}

/** A place behind an office, or behind what places have, is in the genitive: президент Молдови, власти Киргизии. */
export function isBehindOwner(text: string, start: number, language: 'uk' | 'ru'): boolean {
  if (officeBefore(text, start, language) !== undefined) return true
  const from = wordStart(text, start)
  return from !== undefined && owners[language].test(fold(text.slice(from, start - 1)))
}

/** No such noun has a dative behind it, as help and threats have. */
const owners = {
  uk: /^(?:мер(?:[ауі]|ом|ові|і[яїю])?$|влад[аиіу]|рад[аиіу]$|міськрад|властей|парламент|уряд|територі|кордон|столиц|жител|мешкан|громадян|населенн|економік|армі|народ|посольств|міністерств|прапор|герб|конституці|збірн|регіон|област|районі?|півд|півн|сход|захо?д|центр|аеропорт|вулиц|околиц|передміст|депутат|недр|істор|культур|незалежн|суверен|безпе|розвід|прокур|поліці|банк|суд|мзс$|мвс$)/u,
  ru: /^(?:мэр(?:[аыуе]|ом|и[яию])?$|власт[ьиея]|парламент|правительств|территори|границ|столиц|жител|граждан|населени|экономик|арми|народ|посольств|министерств|флаг|герб|конституци|сборн|регион|област|район|юг|север|восток|запад|центр|аэропорт|улиц|окраин|пригород|депутат|недр|истори|культур|независим|суверен|безопасн|развед|прокур|полици|банк|суд|мид$|мвд$)/u,
}
