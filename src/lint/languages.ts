import type { Block, Document } from '../content/index.ts'
import {
  type Evidence,
  evidence,
  type Language,
  languageByLetters,
  languageBySigns,
  languageByWords,
} from '../language/index.ts'

/** `und`: Cyrillic that may be Ukrainian or Russian. `other`: a language of which nothing is checked. */
export type TextLanguage = Language | 'und' | 'other'

export interface LanguageOptions {
  /** `--language`. */
  readonly language?: Language
  /** The configuration's. */
  readonly fallback?: Language
}

/**
 * The language of each block: what the block says, `--language`, front matter, letters that only one language has, frequent words,
 * the document's majority, the configuration. A Latin block in a Cyrillic document is English only if it shows so.
 */
export function blockLanguages(document: Document, clues: readonly Clues[], options: LanguageOptions): TextLanguage[] {
  const stated = options.language ?? primary(document.language)
  const seen = clues.map(clue => (stated ? undefined : toldBy(clue).language))
  const majority = stated ? undefined : majorityOf(document.blocks, clues, seen)
  const stranger = majority?.isClear ? loneStranger(clues, majority.language) : undefined
  const languageOf = (clue: Clues, told: string | undefined) => {
    const isStrange = majority?.isClear && told !== majority.language
    const isOutweighed = isStrange && (isWeak(clue) || clue === stranger || isContradicted(clue))
    const outweighing = isOutweighed ? fitting(majority.language, clue) : undefined
    return outweighing ?? told ?? fitting(majority?.language, clue) ?? options.fallback
  }
  return document.blocks.map((block, i) => said(block) ?? known(stated ?? languageOf(clues[i]!, seen[i]), clues[i]!))
}

/** A text and what its letters tell. */
export interface Clues {
  readonly text: string
  readonly letters: Evidence
  /** Filled when first asked for. */
  told?: Told
}

interface Told {
  readonly language: string | undefined
  /** Only letters of names tell it, or that a short text lacks some. */
  readonly isWeak?: boolean
  /** A few letters tell it, and no word does. */
  readonly isThin?: boolean
}

export const readClues = (text: string): Clues => ({ text, letters: evidence(text) })

/** The language that most of a document is in, by units of text; undefined where nothing tells. */
export function documentLanguage(
  document: Document,
  texts: readonly string[],
  options: LanguageOptions,
): Language | undefined {
  const stated = options.language ?? primary(document.language)
  const clues = texts.map(readClues)
  const found =
    stated ?? majorityOf(document.blocks, clues, blockLanguages(document, clues, options))?.language ?? options.fallback
  return found === 'en' || found === 'uk' || found === 'ru' ? found : undefined
}

const primary = (tag: string | undefined): string | undefined => tag?.toLowerCase().split(/[-_]/u)[0]

function said(block: Block): TextLanguage | undefined {
  const tag = primary(block.language)
  return tag === undefined ? undefined : ours(tag)
}

const ours = (tag: string): TextLanguage =>
  tag === 'en' || tag === 'uk' || tag === 'ru' || tag === 'und' ? tag : 'other'

/** What is stated holds for text of its script; a Cyrillic block in an English document is told by its own letters. */
function known(tag: string | undefined, clues: Clues): TextLanguage {
  const script = prevailing(clues)
  if (tag === undefined) return script === 'latin' ? 'en' : 'und'
  const language = ours(tag)
  if (language === 'en' && script === 'cyrillic') return ours(toldBy(clues).language ?? 'und')
  if ((language === 'uk' || language === 'ru') && script === 'latin') return ours(toldBy(clues).language ?? 'en')
  return language
}

/** The script that most letters are of. */
function prevailing({ letters: { latin, cyrillic } }: Clues): 'latin' | 'cyrillic' | 'none' {
  return latin + cyrillic === 0 ? 'none' : latin > cyrillic ? 'latin' : 'cyrillic'
}

/** What is quoted says little of the text around it; it is asked only where nothing else tells. */
const quoted = /«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]/gu

function toldBy(clues: Clues): Told {
  clues.told ??= byText(clues)
  return clues.told
}

function byText({ text, letters }: Clues): Told {
  const own = text.includes('«') || text.includes('“') || text.includes('„') ? text.replace(quoted, ' ') : text
  const ownLetters = own === text ? letters : evidence(own)
  const byLetters = languageByLetters(ownLetters)
  // A word of the other language has that many; the words around it tell more.
  const isThin = byLetters !== undefined && ownLetters.uk + ownLetters.ru <= fewLetters
  const byWords = isThin || byLetters === undefined ? languageByWords(own) : undefined
  const outweighing = isThin && byWords !== 'uk' && byWords !== 'ru' ? undefined : byWords
  const language = outweighing ?? byLetters ?? bySigns(own, ownLetters)
  if (language !== undefined) return { language, isThin: isThin && byWords === undefined }
  const byNames = languageByLetters(ownLetters, true)
  if (byNames !== undefined) return { language: byNames, isWeak: true }
  const quotedToo = own === text ? undefined : (languageByLetters(letters) ?? languageByWords(text))
  return quotedToo === undefined
    ? { language: byLack(text, letters), isWeak: letters.cyrillic < surelyLong }
    : { language: quotedToo }
}

/** Its words without the letters that tell a language show another one: «Погода в Донецької області портится». */
function isContradicted(clues: Clues): boolean {
  const { language, isThin } = toldBy(clues)
  if (!isThin) return false
  const rest = clues.text.replace(withOwn, ' ')
  return (languageBySigns(rest) ?? languageByWords(rest) ?? language) !== language
}
const withOwn = /[\p{L}\p{M}’'ʼ]*[ґєіїёъыэ][\p{L}\p{M}’'ʼ]*/giu

/** Every thirteenth Ukrainian letter is an і, ї, є or ґ, so a text that has none for long is Russian. */
const longLack = 40
/** Beside much Ukrainian text only a longer one is Russian for that. */
const surelyLong = 80
const notRussian = /(?![а-яё])\p{Script=Cyrillic}/iu

function byLack(text: string, { cyrillic, latin, uk, names }: Evidence): Language | undefined {
  const lacks = cyrillic >= longLack && cyrillic > latin && uk + names.uk === 0
  return lacks && spoken.test(text) && !notRussian.test(text) ? 'ru' : undefined
}

const fewLetters = 3

/** A text that writes letters of both languages is neither's. */
function bySigns(text: string, letters: Evidence): string | undefined {
  const isPlain = letters.cyrillic > letters.latin && letters.uk + letters.ru + letters.be === 0
  return isPlain ? languageBySigns(text) : undefined
}

/** “Через Київ едут” is of the language around it; names alone may well be of another. */
const isWeak = (clues: Clues): boolean => toldBy(clues).isWeak === true && spoken.test(clues.text)
const spoken = /(?<!\p{L})\p{Ll}{3}/u

/** The only heading or cell of names in another language; where there are more, they are meant. */
function loneStranger(clues: readonly Clues[], majority: string): Clues | undefined {
  let found: Clues | undefined
  for (const clue of clues) {
    const { language, isWeak } = toldBy(clue)
    if (!isWeak || language === undefined || language === majority || !isLabel(clue.text)) continue
    if (found) return undefined
    found = clue
  }
  return found
}

/** Names, numbers and abbreviations, and no other word. In capitals nobody can tell. */
export const isLabel = (text: string): boolean => !spoken.test(text) && /\p{Lu}\p{Ll}/u.test(text)

/** So many times as much text as of any other language leaves no doubt which one a document is in. */
const clearly = 4

function fitting(majority: string | undefined, clues: Clues): string | undefined {
  if (majority === undefined) return undefined
  const cyrillic = prevailing(clues) === 'cyrillic'
  return cyrillic === (majority === 'uk' || majority === 'ru' || majority === 'be') ? majority : undefined
}

interface Majority {
  readonly language: string
  /** There is hardly any text of another language. */
  readonly isClear: boolean
}

/** The language of most of the text; where no block tells any, what all of them together tell. */
function majorityOf(
  blocks: readonly Block[],
  clues: readonly Clues[],
  languages: readonly (string | undefined)[],
): Majority | undefined {
  const weights = new Map<string, number>()
  languages.forEach((language, i) => {
    if (!language || language === 'und') return
    // What others say weighs only where there is nothing else.
    const { isWeak, isThin } = toldBy(clues[i]!)
    const length = isWeak || isThin ? clues[i]!.text.length / clearly : clues[i]!.text.length
    const weight = blocks[i]!.scope === 'quotation' ? 0 : length
    weights.set(language, (weights.get(language) ?? 0) + weight)
  })
  const [best, next] = [...weights].sort((a, b) => b[1] - a[1])
  if (best) return { language: best[0], isClear: best[1] >= clearly * (next?.[1] ?? 0) }
  const all = clues.map(({ text }) => text).join('\n')
  const language = languageByWords(all) ?? byLack(all, evidence(all))
  return language === undefined ? undefined : { language, isClear: false }
}
