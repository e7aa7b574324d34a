import type { Language } from './alphabet.ts'
import { isLetter, isMark, isUpper } from './characters.ts'
import words from './words.json' with { type: 'json' }

/** Ў is Belarusian alone among these; so is і beside ы, ё or э in one word. */
const belarusian = /ў|[іІ]\p{L}*[ыэё]|[ыэё]\p{L}*[іІ]/giu

/** Counts that a text gives for each language; Latin letters say only "not Cyrillic". Names say little: `uk` and `ru` count letters of words that begin small, `names` those of the others. */
export interface Evidence {
  readonly latin: number
  readonly cyrillic: number
  /** Letters outside the usual blocks of both: rare ones of theirs or other scripts'. */
  readonly other: number
  readonly uk: number
  readonly ru: number
  readonly be: number
  readonly names: { readonly uk: number; readonly ru: number }
}

export function evidence(text: string): Evidence {
  const names = { uk: 0, ru: 0 }
  let [uk, ru, shortU, latin, cyrillic, other] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // This goes over all text: nearly all units are told by the first two ranges.
    if (unit < 0x80) latin += Number((unit | 32) > 96 && (unit | 32) < 123)
    else if (unit >= 0x400 && unit < 0x530) {
      cyrillic++
      const owner = owners[unit - 0x400]!
      if (owner === 0) continue
      if (owner === 3) shortU++
      else if (beginsLarge(text, i)) names[owner === 1 ? 'uk' : 'ru']++
      else if (owner === 1) uk++
      else ru++
    } else if (isLetter(unit)) {
      if (unit < 0x250) latin++
      else other++
    }
  }
  const mixed = uk + names.uk > 0 && ru + names.ru > 0
  const be = shortU > 0 || mixed ? (text.match(belarusian)?.length ?? 0) : 0
  return { latin, cyrillic, other, uk, ru, be, names }
}

/** Whether the word that a letter belongs to begins with a capital. */
function beginsLarge(text: string, at: number): boolean {
  let start = at
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--
  return isUpper(text.charCodeAt(start))
}

/** By unit from U+0400: 1 a letter that of Ukrainian and Russian only the one writes, 2 only the other, 3 the Belarusian ў. */
const owners = new Uint8Array(0x130)
for (const [letters, owner] of [
  ['ґєіїҐЄІЇ', 1],
  ['ёъыэЁЪЫЭ', 2],
  ['ўЎ', 3],
] as const)
  for (const letter of letters) owners[letter.charCodeAt(0) - 0x400] = owner

/**
 * The language whose letters a text shows, or undefined where they do not decide: Cyrillic without a letter that only one
 * language has, Latin (which may be any of a hundred languages), a mixture, or Belarusian. With `names` the letters of capitalised
 * words decide, which may be another language's names.
 */
export function languageByLetters(text: string | Evidence, names = false): Language | undefined {
  const seen = typeof text === 'string' ? evidence(text) : text
  if (seen.cyrillic === 0 || seen.latin > seen.cyrillic) return undefined
  if (seen.be > 0 && seen.be * 20 > seen.uk) return undefined
  const { uk, ru } = names ? seen.names : seen
  if (uk > 1.5 * ru) return 'uk'
  return ru > 1.5 * uk ? 'ru' : undefined
}

/** A frequent word and the numbers of the languages whose it is. */
interface Frequent {
  readonly word: string
  readonly languages: number[]
}

const nextKey = (key: number, lower: number): number => (Math.imul(key, 31) + lower) | 0

function lowerUnit(unit: number): number {
  if (unit < 0x80) return unit > 64 && unit < 91 ? unit + 32 : unit
  if (unit >= 0x400 && unit < 0x460) return unit < 0x410 ? unit + 80 : unit < 0x430 ? unit + 32 : unit
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0)
}

/** The small letter of a unit of words, 0 of others. */
const inWord = (unit: number): number => (isLetter(unit) || isMark(unit) ? lowerUnit(unit) : 0)

const keyMask = 0x3fff

interface FrequentWords {
  readonly languages: readonly string[]
  readonly byKey: ReadonlyMap<number, readonly Frequent[]>
  /** By unit up to U+052F: `inWord`. */
  readonly small: Uint16Array
  /** 1 at the lowest bits of their keys: most words of a text need not be looked up. */
  readonly mayBe: Uint8Array
}

let known: FrequentWords | undefined

/** Made when first asked for: much that starts tells no language. */
function frequentWords(): FrequentWords {
  if (known) return known
  const languages = Object.keys(words).filter(key => key !== 'note')
  const byKey = new Map<number, Frequent[]>()
  const mayBe = new Uint8Array(keyMask + 1)
  for (const [number, language] of languages.entries()) {
    for (const word of words[language as keyof typeof words].split(' ')) {
      let key = 0
      for (let i = 0; i < word.length; i++) key = nextKey(key, lowerUnit(word.charCodeAt(i)))
      mayBe[key & keyMask] = 1
      const same = byKey.get(key) ?? []
      byKey.set(key, same)
      const other = same.find(one => one.word === word)
      if (other) other.languages.push(number)
      else same.push({ word, languages: [number] })
    }
  }
  known = { languages, byKey, mayBe, small: Uint16Array.from({ length: 0x530 }, (_, unit) => inWord(unit)) }
  return known
}

/** The languages of a word of a text, by its key. */
function languagesOf(
  { byKey }: FrequentWords,
  text: string,
  start: number,
  end: number,
  key: number,
): readonly number[] {
  for (const { word, languages } of byKey.get(key) ?? []) {
    let i = end - start === word.length ? 0 : word.length + 1
    while (i < word.length && lowerUnit(text.charCodeAt(start + i)) === word.charCodeAt(i)) i++
    if (i === word.length) return languages
  }
  return none
}
const none: readonly number[] = []

/** So many words tell a language; more cost time alone. So do so many of one language's, if twice as many as of any other. */
const enough = { words: 300, ofOne: 8 }

/**
 * The language (BCP 47) whose frequent short words a text uses most, or undefined where too few of them stand there to tell. It
 * looks at the first words only.
 */
export function languageByWords(text: string): string | undefined {
  const frequent = frequentWords()
  const { languages, mayBe, small } = frequent
  const counts = new Uint16Array(languages.length)
  let seen = 0
  for (let i = 0; i < text.length && seen < enough.words; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    let key = 0
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const lower = unit < small.length ? small[unit]! : inWord(unit)
      if (lower === 0) break
      key = nextKey(key, lower)
    }
    seen++
    if (i - start > 10 || mayBe[key & keyMask] === 0) continue
    const its = languagesOf(frequent, text, start, i, key)
    for (let j = 0; j < its.length; j++) {
      const language = its[j]!
      if (++counts[language]! === enough.ofOne && leads(counts, language, 2)) return languages[language]
    }
  }
  const most = greatest(counts)
  const isClear = counts[most]! >= 2 && counts[most]! >= seen / 25 && leads(counts, most, 1.3)
  if (!isClear) return undefined
  const plain = counts[most]! <= fewWords && !own.has(languages[most]!) ? text.replace(particles, '$1 ') : text
  return plain === text ? languages[most] : languageByWords(plain)
}

/** Ursula von der Leyen makes no German of a short text. */
const particles = /(\p{Lu}\p{Ll}+) (?:(?:v[ao]n|de[rn]?|d[aiu]|l[ae]) ){1,2}(?=\p{Lu})/gu
const fewWords = 4
const own: ReadonlySet<string> = new Set(['en', 'uk', 'ru'])

/** The index of the first of the greatest. */
function greatest(counts: Uint16Array): number {
  let most = 0
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[most]!) most = i
  return most
}

/** Whether a language's count is so many times that of any other. */
function leads(counts: Uint16Array, language: number, times: number): boolean {
  for (let other = 0; other < counts.length; other++)
    if (other !== language && counts[other]! * times > counts[language]!) return false
  return true
}
