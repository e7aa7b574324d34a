import { isApostrophe, isLetter, isMark, isUpper } from '../language/index.ts'
import type { Span } from '../text/index.ts'
import { slavicness } from './slavic.ts'

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

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Mentions of names in English text, in order; words that are not wanted are not looked at any closer. O(length). */
export function candidates(
  text: string,
  wanted: (word: string, span: Span) => boolean = () => true,
): readonly Mention[] {
  const found = wordsOf(text)
  const mentions: Mention[] = []
  found.forEach((word, i) => {
    const name = withoutPossessive(word)
    if (!isName(name.text) || titles.has(name.text.toLowerCase())) return
    if (!wanted(name.text, { start: name.start, end: name.end })) return
    const slavic = slavicness(name.text)
    if (slavic === 0) return
    const previous =
      i > 0 &&
      text
        .slice(found[i - 1]!.end, word.start)
        .trim()
        .replace('.', '') === ''
        ? found[i - 1]
        : undefined
    const titled = previous !== undefined && titles.has(previous.text.toLowerCase())
    const first = startsSentence(text, word.start)
    const before = previous && !titled && isUpper(previous.text.charCodeAt(0)) && !first ? previous.text : undefined
    mentions.push({
      text: name.text,
      span: { start: name.start, end: name.end },
      slavic,
      ...(before !== undefined && { before }),
      titled,
      first,
    })
  })
  return mentions
}

/** Letters with marks, joined by apostrophes and hyphens within. */
function wordsOf(text: string): Word[] {
  const out: Word[] = []
  let i = 0
  while (i < text.length) {
    if (!isLetter(text.charCodeAt(i)) || isApostrophe(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    while (i < text.length && (inWord(text.charCodeAt(i)) || (joins(text, i) && inWord(text.charCodeAt(i + 1))))) i++
    out.push({ text: text.slice(start, i), start, end: i })
  }
  return out
}

const inWord = (unit: number): boolean => (isLetter(unit) || isMark(unit)) && !isApostrophe(unit)
const joins = (text: string, at: number): boolean => text[at] === '-' || isApostrophe(text.charCodeAt(at))

function withoutPossessive(word: Word): Word {
  const cut = /['’ʼ]s$/i.exec(word.text)?.[0].length ?? 0
  return { text: word.text.slice(0, word.text.length - cut), start: word.start, end: word.end - cut }
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
