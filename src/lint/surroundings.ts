import { isLetter, isUpper, isWordUnit } from '../language/index.ts'
import { capitals, fold } from '../normalize/index.ts'
import words from './words.json' with { type: 'json' }

/**
 * Why a name of the glossary may belong to somebody or something else where it stands: behind another given name; behind a word in
 * capitals that nobody knows; in a longer name; in another country.
 */
export type Doubt = 'other-person' | 'namesake' | 'larger-name' | 'elsewhere'

type WordLists = (typeof words)['en']
type Listed = Readonly<Record<keyof WordLists, ReadonlySet<string>>>

const lists = new Map<string, Listed>()

function listsOf(language: string): Listed {
  let found = lists.get(language)
  if (!found) {
    const source = language === 'uk' || language === 'ru' ? words[language] : words.en
    found = Object.fromEntries(
      Object.entries(source).map(([key, list]) => [key, new Set(list.split(' ').filter(Boolean))]),
    ) as unknown as Listed
    lists.set(language, found)
  }
  return found
}

interface Neighbour {
  readonly word: string
  readonly capital: boolean
  /** True where a possessive, a stop or another mark parts it from the name. */
  readonly start: number
}

/** The word right before, with nothing but one white space between. */
function wordBefore(text: string, at: number): Neighbour | undefined {
  const gap = /\s+$/u.exec(text.slice(Math.max(0, at - 4), at))?.[0]
  if (!gap || gap.includes('\n\n')) return undefined
  const end = at - gap.length
  let start = end
  while (
    start > 0 &&
    (isWordUnit(text.charCodeAt(start - 1)) ||
      (text[start - 1] === '-' && start > 1 && isLetter(text.charCodeAt(start - 2))))
  )
    start--
  return start === end
    ? undefined
    : { word: fold(text.slice(start, end)), capital: isUpper(text.charCodeAt(start)), start }
}

function wordBehind(text: string, at: number): Neighbour | undefined {
  const gap = /^\s+/u.exec(text.slice(at, at + 4))?.[0]
  if (!gap || gap.includes('\n\n')) return undefined
  const start = at + gap.length
  let end = start
  while (
    end < text.length &&
    (isWordUnit(text.charCodeAt(end)) || (text[end] === '-' && isLetter(text.charCodeAt(end + 1))))
  )
    end++
  return start === end
    ? undefined
    : { word: fold(text.slice(start, end)), capital: isUpper(text.charCodeAt(start)), start }
}

export interface Surrounded {
  readonly kind: string
  /** The name stands with its given name or initials. */
  readonly full: boolean
  /** True of words that themselves begin or end a name of the glossary. */
  readonly isName: (start: number) => boolean
  /** The text is a headline. */
  readonly headline: boolean
  /** True of folded words that are known as given names. */
  readonly isGiven: (word: string) => boolean
}

/**
 * Looks at the words beside a name: another given name before it, or capitalised words that make it part of a longer name.
 * Headline capitals and capitals at the beginning of a sentence mean nothing: only words that no list knows count.
 */
export function doubtOf(
  text: string,
  start: number,
  end: number,
  language: string,
  name: Surrounded,
): Doubt | undefined {
  if (name.kind === 'place' && elsewhere(text, end, language)) return 'elsewhere'
  const before = name.full ? undefined : wordBefore(text, start)
  if (before?.capital && !(name.kind === 'place' && joinedByComma(text, before))) {
    const doubt =
      bothShout(text, start, end, before) && !name.isGiven(before.word)
        ? undefined
        : doubtBefore(before, text, language, name)
    if (doubt) return doubt
  }
  return behindDoubt(text, start, end, language, name)
}

function behindDoubt(text: string, start: number, end: number, language: string, name: Surrounded): Doubt | undefined {
  const behind = wordBehind(text, end)
  if (!behind?.capital || name.isName(behind.start) || bothShout(text, start, end, behind)) return undefined
  const known = listsOf(language)
  if (isTitleCase(text, name.headline)) return known.works.has(behind.word) ? 'larger-name' : undefined
  if (known.common.has(behind.word) || known.roles.has(behind.word) || known.nations.has(behind.word)) return undefined
  if (name.kind === 'place' && known.placeTails.has(behind.word)) return undefined
  return 'larger-name'
}

function doubtBefore(before: Neighbour, text: string, language: string, name: Surrounded): Doubt | undefined {
  const known = listsOf(language)
  if (name.kind === 'place' && known.titles.has(before.word)) return 'other-person'
  if (known.common.has(before.word) || known.roles.has(before.word) || known.nations.has(before.word)) return undefined
  if (name.isGiven(before.word)) return 'other-person'
  if (known.titles.has(before.word) || name.isName(before.start)) return undefined
  if (isTitleCase(text, name.headline)) return known.works.has(before.word) ? 'larger-name' : undefined
  if (language !== 'en' && beginsSentence(text, before.start)) return undefined
  if (isAcronym(text, before)) return undefined
  return known.works.has(before.word) ? 'larger-name' : 'namesake'
}

/** Among words in capitals a capital says nothing. */
const bothShout = (text: string, start: number, end: number, beside: Neighbour) =>
  capitals(text.slice(start, end)) === 'upper' &&
  capitals(text.slice(beside.start, beside.start + beside.word.length)) === 'upper'

const isAcronym = (text: string, { start, word }: Neighbour) =>
  /^\p{Lu}{2,}$/u.test(text.slice(start, start + word.length))

/** Most long words have capitals, as headlines have in English: there a capital says nothing. */
function isTitleCase(text: string, headline: boolean): boolean {
  const long = text.match(/[\p{L}\p{M}]{4,}/gu) ?? []
  const share = long.filter(word => /^\p{Lu}/u.test(word)).length / long.length
  return headline ? share >= 0.7 : long.length >= 5 && text.length < 300 && share >= 0.85
}

const joinedByComma = (text: string, before: Neighbour) => text.charCodeAt(before.start - 1) === 0x2c

const elsewherePattern = /^,?\s+(\p{Lu}[\p{L}.]*)(?:\s+(\p{Lu}\p{L}*))?/u

/** “Odessa, Texas” is another place. */
function elsewhere(text: string, end: number, language: string): boolean {
  const found = elsewherePattern.exec(text.slice(end, end + 40))
  if (!found) return false
  const states = listsOf(language).otherPlaces
  const plain = (word: string | undefined) => fold(word ?? '').replaceAll('.', '')
  return (
    states.has(plain(found[1])) || (found[2] !== undefined && states.has(plain(found[2])) && fold(found[1]!) === 'new')
  )
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?…]["”»’)]*\s+|\n|^\s*[—–-]\s+)["“«„‘(]*$/u.test(text.slice(Math.max(0, at - 12), at))
}
