import { isApostrophe, isInner, isUpper } from '../language/index.ts'
import type { Span } from '../text/index.ts'
import { patronymic } from './patronymic.ts'
import { slavicness } from './slavic.ts'
import { twinsOf } from './twins.ts'

/** A capitalised word of an English text that may be a romanized name. */
export interface Mention {
  /** As written, without a possessive ending; capitals of a word written all in capitals are kept. */
  readonly text: string
  readonly span: Span
  /** How sure it is that the word is a romanized Slavic name, 0 to 1. */
  readonly slavic: number
  /** The capitalised word just before it (a given name), if any. */
  readonly before?: string
  /** A title or an honorific stands before it. */
  readonly titled: boolean
  /** The word begins a sentence or a heading, where a capital says nothing. */
  readonly first: boolean
}

const titles = new Set(
  'mr mrs ms miss dr prof professor president minister premier general colonel major captain lieutenant marshal admiral mayor governor senator deputy comrade sir lady lord king queen prince princess tsar hetman ataman oligarch adviser advisor spokesman spokeswoman spokesperson ambassador chairman chairwoman director commander secretary writer poet composer singer actor actress footballer coach'.split(
    ' ',
  ),
)

/** How sure it is that a word as it stands is a romanized Slavic name; 0 where it is no name, or a title. */
export function nameLikeness(word: string): number {
  return isName(word) && !titles.has(word.toLowerCase()) ? slavicness(word) : 0
}

/** A word with a capital, a possessive ending left out; `close`: where it ends with that. */
export interface Capitalised extends Span {
  readonly text: string
  readonly close: number
}

/** Words with capitals, in order. O(length). */
export function capitalised(text: string): readonly Capitalised[] {
  const words: Capitalised[] = []
  for (let start = capitalFrom(text, 0), close = 0; start >= 0; start = capitalFrom(text, close)) {
    close = wordEnd(text, start)
    const end = close - possessive(text, close)
    words.push({ start, end, text: text.slice(start, end), close })
  }
  return words
}

/**
 * Mentions of names in English text, in order; words that are not wanted are left out. `likeness` is asked of each word with a
 * capital: a caller with much text remembers what it was told. O(length).
 */
export function candidates(
  text: string,
  wanted: (word: string, span: Span) => boolean = () => true,
  likeness: (word: string) => number = nameLikeness,
  words = capitalised(text),
): readonly Mention[] {
  const mentions: Mention[] = []
  for (const span of words) {
    const slavic = likeness(span.text)
    if (slavic > 0 && wanted(span.text, span) && !isMiddle(text, span.text, span.start))
      mentions.push(mentionOf(text, span.text, span.start, slavic))
  }
  return mentions
}

interface Written extends Span {
  readonly text: string
}

/** Two capitalised words side by side, as a given and a family name are; the family name without a possessive ending. */
export interface FullMention {
  readonly given: Written
  readonly family: Written
}

/**
 * Pairs of capitalised words with one space or a particle (фон дер) between and none behind, in order; of a name with a patronymic the
 * words around that. O(length).
 */
export function fullMentions(text: string, words = capitalised(text)): readonly FullMention[] {
  const found: FullMention[] = []
  let isBehind = false
  for (let i = 0; i < words.length; i++) {
    const family = words[i]!
    const before = isBehind ? words[i - 1] : undefined
    const next = words[i + 1]
    isBehind = next !== undefined && isBeside(text, family, next)
    if (!before || isBehind) continue
    const first = words[i - 2]
    const given = first && isBeside(text, first, before) && isPatronymic(text, before) ? first : before
    found.push({ given: given.close === given.end ? given : whole(text, given), family })
  }
  return found
}

const whole = (text: string, { start, close }: Capitalised): Written => ({
  start,
  end: close,
  text: text.slice(start, close),
})

const isPatronymic = (text: string, { start, close }: Capitalised): boolean => {
  const word = text.slice(start, close).toLowerCase()
  return cyrillicPatronymic.test(word) || patronymic.test(word)
}

/** In any case. */
const cyrillicPatronymic = /(?:[оеє]вич|[оеєії]вн)(?:[аеиіуы]|[еоє]м|ові|[оеє][юйї])?$/u

function isBeside(text: string, word: Capitalised, next: Capitalised): boolean {
  const gap = next.start - word.close
  if (gap === 1) return text[word.close] === ' ' || text[word.close] === '\u00a0'
  return gap > 3 && gap < 11 && particles.has(text.slice(word.close + 1, next.start - 1))
}

/** Small words of family names. */
const particles = new Set(
  'von van de der den da di du del bin ibn фон ван де дер ден да ді ди дю дель бін бин ібн ибн von^der van^der van^den de^la фон^дер ван^дер ван^ден де^ла де^ля'
    .split(' ')
    .map(words => words.replace('^', ' ')),
)

/** Where the next word with a capital begins; -1 where none does. */
function capitalFrom(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (isUpper(text.charCodeAt(i)) && startsWord(text, i)) return i
  }
  return -1
}

function mentionOf(text: string, word: string, start: number, slavic: number): Mention {
  const previous = wordBefore(text, start)
  const titled = titles.has(previous.toLowerCase())
  const first = startsSentence(text, start)
  const named = !titled && !first && isUpper(previous.charCodeAt(0))
  const span = { start, end: start + word.length }
  return { text: word, span, slavic, ...(named && { before: previous }), titled, first }
}

/** A patronymic behind its given name, the family name before both: ZUBENKO Mykhailo Petrovych. */
function isMiddle(text: string, word: string, start: number): boolean {
  if (!patronymic.test(word.toLowerCase())) return false
  const given = wordBefore(text, start)
  if (!twinsOf(given).some(({ kind }) => kind === 'given')) return false
  const family = wordBefore(text, text.lastIndexOf(given, start))
  return isUpper(family.charCodeAt(0)) && slavicness(family) > leastFamily
}

/** Less like a Slavic name a word with a capital is no family name: Then Ivan Petrovych left. */
const leastFamily = 0.5

/** The word before a place with nothing but white space and one stop between; empty where there is none. */
function wordBefore(text: string, at: number): string {
  let end = at
  while (end > 0 && !isInner(text.charCodeAt(end - 1))) end--
  if (text.slice(end, at).trim().replace('.', '') !== '') return ''
  let start = end
  while (
    start > 0 &&
    (isInner(text.charCodeAt(start - 1)) || (joins(text, start - 1) && isInner(text.charCodeAt(start - 2))))
  )
    start--
  return text.slice(start, end)
}

/** Letters with marks, joined by apostrophes and hyphens within. */
function startsWord(text: string, at: number): boolean {
  if (at === 0) return true
  if (isInner(text.charCodeAt(at - 1))) return false
  if (!joins(text, at - 1) || at < 2 || !isInner(text.charCodeAt(at - 2))) return true
  return text[at - 1] === '-' && compoundHead.test(text.slice(Math.max(0, at - 6), at))
}

function wordEnd(text: string, from: number): number {
  let end = from + 1
  while (end < text.length) {
    if (!isInner(text.charCodeAt(end))) {
      if (!joins(text, end) || !isInner(text.charCodeAt(end + 1))) break
      if (text[end] === '-' && isCompound(text, from, end)) break
    }
    end++
  }
  return end
}

/** Podoliak-led, anti-Podoliak: the name ends or begins at the hyphen. */
const isCompound = (text: string, from: number, hyphen: number): boolean =>
  compoundTail.test(text.slice(hyphen, hyphen + 12)) || compoundHead.test(text.slice(from, hyphen + 1))

/** What makes an adjective or a noun of a name. */
const compoundTail =
  /^-(?:aligned|appointed|approved|backed|based|born|bound|brokered|controlled|era|friendly|installed|led|like|linked|owned|ruled|run|style|supported|trained)(?![\p{L}-])/u
const compoundHead = /(?<![\p{L}-])(?:anti|pro|ex|non|post|pre)-$/iu

function joins(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === hyphen || isApostrophe(unit)
}
const hyphen = 0x2d

/** How many units of a word that ends at a place are a possessive ending. */
function possessive(text: string, end: number): number {
  return (text.charCodeAt(end - 1) | 32) === 0x73 && /['’ʼ]/.test(text[end - 2] ?? '') ? 2 : 0
}

/** A capital and at least two more letters of Latin script; Roman numerals and abbreviations in capitals of up to four are none. */
function isName(text: string): boolean {
  if (text.length < 3 || !/^\p{Lu}[\p{Script=Latin}\p{M}'’ʼ-]+$/u.test(text)) return false
  const allCaps = text === text.toUpperCase()
  if (allCaps) return text.length > 4
  return !/\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Mac|Mc|O['’])/, '')) || text.includes('-')
}

/** Nothing before, or the end of a sentence, a line break, a bullet, an opening quotation mark after one of these. */
function startsSentence(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && /[ \t"“„«'‘([*_#>•–—-]/.test(text[i]!)) i--
  return i < 0 || /[.!?:…\n\r]/.test(text[i]!)
}
