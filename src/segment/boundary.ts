import { isApostrophe, isDigit, isLetter, isUpper, isWordUnit } from '../language/index.ts'
import { faceLength, isFaceStart, isSmile, pictureLength } from './pictures.ts'
import type { LanguageRules } from './rules.ts'

/**
 * Whether a sentence ends at a place is told by what stands near: no more than this many units to each side are looked at,
 * so that any place of a long text can be judged alone.
 */
const reach = 160

const point = 46
const ellipsis = 0x2026
const terminators = new Set([33, 63, point, ellipsis, 0x203c, 0x203d, 0x2047, 0x2048, 0x2049, 0x3002])
const closers = new Set(Array.from(')]}»”"’\'“›*_\ufffc', char => char.charCodeAt(0)))
const openers = new Set(Array.from('([{«“„"‘\'`‹¿¡*_', char => char.charCodeAt(0)))
const dashes = new Set(Array.from('-–—―‒', char => char.charCodeAt(0)))

/** What goes on with a sentence. */
const innerMarks = new Set(Array.from(',;:/%&=+<>|)]}»”’#', char => char.charCodeAt(0)))

export const isTerminator = (unit: number): boolean => unit === point || (unit >= 33 && terminators.has(unit))

export const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x2028 || unit === 0x2029 // biome-ignore format: one list

/** What the unit at an offset begins: the word that may begin a sentence. */
interface Next {
  /** The offset of its first letter or digit. */
  readonly at: number
  /** `camel`: a small letter before a capital (iPhone); `symbol`: what is neither letter nor a mark inside sentences. */
  readonly kind: 'upper' | 'lower' | 'camel' | 'digit' | 'symbol' | 'mark'
  /** True where a dash stands before it. */
  readonly dash: boolean
  /** True where an opening mark stands before it. */
  readonly open: boolean
}

/**
 * Where the sentence ends that has a terminator at `at`: after the terminators and closing marks there; undefined where it
 * goes on. `at` is the first of its terminators.
 */
export function endAt(text: string, at: number, rules: LanguageRules): number | undefined {
  let stop = at
  while (isTerminator(text.charCodeAt(stop))) stop++
  const end = afterPictures(text, afterClosers(text, stop))
  if (end >= text.length) return text.length
  if (!isSpace(text.charCodeAt(end))) return undefined
  const next = nextWord(text, end)
  if (next === undefined) return end
  if (next.kind === 'lower') return goesOnSmall(text, at, end, next, rules) ? end : undefined
  const isPoint = stop - at === 1 && text.charCodeAt(at) === point
  if (end > stop && isInside(text, stop, end, next, rules)) return undefined
  if (!isPoint) return next.kind === 'mark' ? undefined : end
  return pointEnds(text, at, next, rules) ? end : undefined
}

/** A closing mark that was left a reference: messages in catalogs have them. */
const closingReference = /&(?:#39|#34|#8217|#8221|#187|quot|apos|rsquo|rdquo|raquo);/y

function afterClosers(text: string, from: number): number {
  let end = from
  for (;;) {
    closingReference.lastIndex = end
    if (closers.has(text.charCodeAt(end))) end++
    else if (text.charCodeAt(end) === 38 && closingReference.test(text)) end = closingReference.lastIndex
    else return end
  }
}

/**
 * Informal writing begins sentences with small letters: after ! and ?, after the point of what can be no abbreviation, and
 * after that of a word that is long enough to be none, if the next word is one that begins sentences; a remark in brackets,
 * too, is of its own after a whole word: (cf. page 5). After a closing mark it is the same sentence: «Хто?» спитав він.
 */
function goesOnSmall(text: string, at: number, end: number, next: Next, rules: LanguageRules): boolean {
  const mark = text.slice(at, end)
  const word = text.slice(wordStart(text, at), at)
  if (next.dash) return false
  if (next.open) return mark === '.' && text[next.at - 1] === '(' && isWhole(word) && !isAbbreviation(word, rules)
  if (/[!?]/.test(mark) && /^[!?.…]+$/.test(mark))
    return !isTitle(text, at, word) || rules.openers.has(wordAt(text, next.at))
  if (mark !== '.') return false
  if (isAbbreviation(word, rules)) return false
  if (isWhole(word)) return true
  return /^\p{L}\p{Ll}+$/u.test(word) && word.length >= rules.shortestWord && isStarter(text, next, rules)
}

/** True for a word that is no abbreviation even if we do not know it: Cyrillic ones are cut after a consonant, others are short. */
const isWhole = (word: string): boolean => /^(?:[\u0430-\u0491]{3,}[аеєиіїоуюяыэёьй]|[a-z]{6,})$/.test(word)

/** A name with a mark of its own, if it does not begin a sentence: and Yahoo! is a firm. */
const isTitle = (text: string, at: number, word: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(word) &&
  /[\p{L}\p{N},;:]\s$/u.test(text.slice(Math.max(0, at - word.length - 2), at - word.length))

function isAbbreviation(word: string, rules: LanguageRules): boolean {
  const bare = word.toLowerCase()
  const { never, number, place, often } = rules
  return [never, number, place, often].some(list => list.has(bare)) || mayEnd(word, rules)
}

/** True for an abbreviation that ends a sentence only before a word that begins sentences. */
function mayEnd(word: string, rules: LanguageRules): boolean {
  const bare = word.toLowerCase()
  return rules.maybe.has(bare) || (bare !== word && rules.names.has(bare)) || isDotted(word)
}

/** Pictures after a sentence belong to it: Hello! 😀 :-) */
function afterPictures(text: string, from: number): number {
  let end = from
  for (let at = from; at < from + reach; ) {
    const unit = text.charCodeAt(at)
    const length = pictureLength(text, at) || (isFaceStart(unit) ? faceLength(text, at) : 0)
    if (length > 0 || unit === 0xfe0f || unit === 0x200d) end = at += length || 1
    else if (unit === 32) at++
    else break
  }
  return isSpace(text.charCodeAt(end)) || end >= text.length ? end : from
}

/** A picture, or brackets that may be a smile: ) ))) */
export const isInformal = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return isSmile(unit) || pictureLength(text, at) > 0 || (isFaceStart(unit) && faceLength(text, at) > 0)
}

/**
 * Where the sentence ends that has a picture or a smile at `at` and no other mark: before a capital and before whom the next
 * message is for (@name); undefined where it goes on.
 */
export function informalEndAt(text: string, at: number): number | undefined {
  let end = at
  while (isSmile(text.charCodeAt(end))) end++
  end = afterPictures(text, end)
  if (end === at || !isSpace(text.charCodeAt(end))) return undefined
  if (isSmile(text.charCodeAt(at)) && !smiles(text, at)) return undefined
  const next = nextWord(text, end)
  if (next === undefined || next.dash || next.open) return undefined
  return next.kind === 'upper' || text[next.at] === '@' ? end : undefined
}

/** One bracket smiles in Cyrillic writing only, and after a word that is no mark of a list: Дякую) Гарно. */
const smiling = /[\u0400-\u052f]{2}[!?.…]*$/

/** True where brackets that close close none that is open. */
function smiles(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  if (!isSmile(text.charCodeAt(at + 1)) && !smiling.test(before)) return false
  let open = 0
  for (const char of before) open = char === '(' ? open + 1 : char === ')' ? Math.max(0, open - 1) : open
  return open === 0
}

/** The word after white space, opening marks and a dash; undefined where the text ends. */
function nextWord(text: string, from: number): Next | undefined {
  let at = from
  let dash = false
  let open = false
  for (; at < text.length && at < from + reach; at++) {
    const unit = text.charCodeAt(at)
    if (isSpace(unit) || leadsIn(text, at)) continue
    if (openers.has(unit)) open = true
    else if (dashes.has(unit)) dash = true
    else break
  }
  if (at >= text.length) return undefined
  const unit = text.charCodeAt(at)
  return { at, kind: kindOf(text, at, unit), dash, open }
}

/** An ellipsis that a sentence begins with: Він зітхнув. …На перерві; [...] Then. */
function leadsIn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 93) return isTerminator(text.charCodeAt(at - 1))
  if (unit !== ellipsis && unit !== point) return false
  const dots = unit === ellipsis || text.charCodeAt(at - 1) === point || text.startsWith('..', at + 1)
  const after = text.charCodeAt(at + 1)
  return dots && (isUpper(after) || after === 93 || isTerminator(after))
}

function kindOf(text: string, at: number, unit: number): Next['kind'] {
  if (isDigit(unit) || unit === 0x2116) return 'digit'
  if (isUpper(unit)) return 'upper'
  if (isLetter(unit)) {
    if (isUpper(text.charCodeAt(at + 1))) return 'camel'
    return /^(?:https?:|www\.)/.test(text.slice(at, at + 6)) ? 'symbol' : 'lower'
  }
  return innerMarks.has(unit) || isTerminator(unit) ? 'mark' : 'symbol'
}

/** True where what closed was a remark inside the sentence, (sic!), or a title: «Хто там?» (1992). */
function isInside(text: string, stop: number, end: number, next: Next, rules: LanguageRules): boolean {
  if (next.kind === 'digit' && text[next.at - 1] === '(') return true
  const closer = text[end - 1]!
  const open = closer === ')' ? '(' : closer === ']' ? '[' : undefined
  if (open === undefined) return false
  const window = Math.max(0, stop - reach)
  const start = text.slice(window, stop).lastIndexOf(open)
  if (start < 0) return false
  let before = window + start - 1
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--
  const unit = text.charCodeAt(before)
  return before >= 0 && !isTerminator(unit) && !closers.has(unit) && !isStarter(text, next, rules)
}

/** A single point, with a capital, a number or an object after it. */
function pointEnds(text: string, at: number, next: Next, rules: LanguageRules): boolean {
  if (next.kind === 'mark') return false
  const from = wordStart(text, at)
  const word = text.slice(from, at)
  if (word === '') return true
  const bare = word.toLowerCase()
  if (isAcronym(word)) return true
  if (isNumber(word)) return !isEnumerator(text, from)
  if (isInitial(word) && !rules.never.has(bare)) return initialEnds(text, from, next, rules)
  if (rules.never.has(bare)) return false
  if (rules.number.has(bare) && next.kind === 'digit') return false
  if (rules.often.has(bare)) return isBeginning(next)
  const spaced = beforeSpaced(text, from)
  if (spaced !== '' && rules.often.has(`${spaced}.${bare}`)) return isBeginning(next)
  if (spaced !== '' && rules.never.has(`${spaced}.${bare}`)) return false
  if (rules.place.has(bare)) return followsNumber(text, from, rules) && isBeginning(next)
  if (mayEnd(word, rules)) return isBeginning(next) && isStarter(text, next, rules)
  return !rules.never.has(lastPart(bare))
}

/** After an abbreviation a dash goes on with the sentence: КИЇВ, 3 березня 2022 р. — Делегації … */
const isBeginning = (next: Next): boolean => (next.kind === 'upper' || next.kind === 'symbol') && !next.dash

/** After an initial a sentence ends only before a word that begins sentences; the English pronoun is none. */
function initialEnds(text: string, from: number, next: Next, rules: LanguageRules): boolean {
  if (isPronoun(text, from, rules)) return text.charCodeAt(next.at + 1) !== point
  return isStarter(text, next, rules)
}

/** True for an English I that stands behind no name: So do I, but Warren I. Densmore. */
const isPronoun = (text: string, from: number, rules: LanguageRules): boolean =>
  rules.starters.has('i') &&
  text.startsWith('I.', from) &&
  !/\p{Lu}(?:\p{Ll}+|\.)\s$/u.test(text.slice(Math.max(0, from - 20), from))

/** The start of the word before a point, points inside included: "U.S", "т.д", "О.В". */
function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && start > at - 40) {
    const unit = text.charCodeAt(start - 1)
    const inside = isWordUnit(unit) || isApostrophe(unit) || unit === 45
    if (!inside && !(unit === point && isWordUnit(text.charCodeAt(start - 2)))) break
    start--
  }
  while (start < at && !isWordUnit(text.charCodeAt(start))) start++
  return start
}

/** "т" of "т. д": the abbreviated word before, when only a point and white space stand between. */
function beforeSpaced(text: string, from: number): string {
  let at = from
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  if (at === from || text.charCodeAt(at - 1) !== point) return ''
  return text.slice(wordStart(text, at - 1), at - 1).toLowerCase()
}

const isNumber = (word: string): boolean => /^\d+$/.test(word)

/** True at the start of a text or a line: "1. The talks". */
function isEnumerator(text: string, from: number): boolean {
  let at = from
  while (at > 0 && isSpace(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 10) at--
  return at === 0 || text.charCodeAt(at - 1) === 10
}

/** One capital, or capitals with points or hyphens between them: В, J, О.В, U.S, Ж.-Д. */
const isInitial = (word: string): boolean => /^(?:\p{Lu}[.-]{1,2})*\p{Lu}$/u.test(word)

/** Small letters with points between them: a.k.a, к.т.н */
const isDotted = (word: string): boolean => /^(?:\p{Ll}\.)+\p{Ll}$/u.test(word)

/** "лейт" of "ген.-лейт". */
const lastPart = (word: string): string => word.slice(Math.max(word.lastIndexOf('-'), word.lastIndexOf('.')) + 1)

/** An abbreviation of a name, which has no point of its own: ЄП, США. (MR. and INC. are written so too, hence Cyrillic only.) */
const isAcronym = (word: string): boolean => /^[\u0400-\u052f]{2,}$/.test(word) && word === word.toUpperCase()

/** True after a number, also a Roman one or one in words of thousands: 11 млн т. */
function followsNumber(text: string, from: number, rules: LanguageRules): boolean {
  let at = from
  while (at > 0 && (isSpace(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 44)) at--
  if (isDigit(text.charCodeAt(at - 1))) return true
  if (rules.often.has(text.slice(wordStart(text, at), at).toLowerCase())) return true
  return /(?:^|[^\p{L}\p{M}])[IVXLCІХ]+$/u.test(text.slice(Math.max(0, at - 8), at))
}

function isStarter(text: string, next: Next, rules: LanguageRules): boolean {
  if (next.kind !== 'upper' && next.kind !== 'lower') return next.kind === 'symbol'
  const word = wordAt(text, next.at)
  // A single letter with a point is another initial.
  if (word.length === 1 && text.charCodeAt(next.at + 1) === point) return false
  return rules.starters.has(word.toLowerCase().replaceAll('’', "'"))
}

function wordAt(text: string, from: number): string {
  let end = from
  while (end < text.length && (isWordUnit(text.charCodeAt(end)) || isApostrophe(text.charCodeAt(end)))) end++
  return text.slice(from, end)
}
