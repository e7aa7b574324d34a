import { isCommonEnglish } from '../names/index.ts'
import data from './computing-words.json' with { type: 'json' }

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap(line => line.split(' ')))

/** Words of computing are younger than dictionaries, which have no abbreviations either. */
const computing = setOf([...data.words, ...data.abbreviations])

/** Programs, firms, standards and keys with the look of English words: nobody translates them. */
const names = setOf(data.names)

const windows = setOf([...data.windows, ...data.words])

/** True of what stands on buttons, menus and tabs of any program: Browse, General. */
export const isOfWindows = (word: string): boolean => windows.has(word.toLowerCase())

/** Words of two letters that no name and no command has beside small ones. */
const short = /^(?:an|as|at|be|by|do|go|if|in|is|it|my|no|of|on|or|so|to|up|we)$/iu

/** The look of English words that are made of others: no dictionary has them all. */
const derived =
  /^\p{L}{4,}(?:tion|sion|ment|ness|ance|ence|able|ible|ical|ture|ular|ous|ity|ally|ized?|ised?|ing|ed)s?$/u

/** Who or what does something: renamer, mapper. Other words that end so may be names. */
const doer = /^(?<verb>\p{L}{2,}?(?<last>\p{L}))(?:\k<last>)?e?rs?$/u

/** Made of two words or more: playlist, subtitles. */
const compound =
  /^(?:(?:auto|hyper|inter|mega|mini|multi|over|pre|re|sub|super|un|under)(?<second>\p{L}{4,}?)|(?<first>\p{L}{3,})(?:area|back|bar|base|board|book|box|cam|card|cast|chat|code|forward|in|key|line|link|list|load|log|map|mark|name|note|out|pad|page|point|rate|screen|set|sheet|shot|site|size|space|system|stamp|title|top|type|up|view|ware|way|width|word|work))s?$/iu

const pairsOfLetters = (letters: string): string[] => [...letters].flatMap(a => [...letters].map(b => a + b))

/** The name of a language is a word to translate, though it has a capital. */
const languageNames = (): ReadonlySet<string> => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return new Set(pairsOfLetters('abcdefghijklmnopqrstuvwxyz').flatMap(code => names.of(code)?.split(' ') ?? []))
}
let languages: ReadonlySet<string> | undefined

const countryNames = (): readonly string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return pairsOfLetters('ABCDEFGHIJKLMNOPQRSTUVWXYZ').flatMap(code => names.of(code) ?? [])
}

const withShorter = (name: string): string[] => [name, name.slice(0, -1), name.slice(0, -2)]
let countries: { readonly names: ReadonlySet<string>; readonly stems: ReadonlySet<string> } | undefined

/** So is a country's name, and what comes from there: Brazilian, Peruvian, Israeli. */
function isOfCountry(word: string): boolean {
  if (!/^\p{Lu}\p{Ll}{3}/u.test(word)) return false
  if (!countries) {
    const all = countryNames()
    countries = { names: new Set(all), stems: new Set(all.flatMap(withShorter).filter(stem => stem.length > 3)) }
  }
  const stem = /^(?<stem>\p{Lu}\p{Ll}{3,}?)(?:v?ian|an|ese|i|ish)s?$/u.exec(word)?.groups?.stem
  return countries.names.has(word) || (stem !== undefined && countries.stems.has(stem))
}

/** True of a word that a translation into another language does not keep: no name, as far as dictionaries know. */
export function isEnglish(word: string): boolean {
  if (word.length < 3 || names.has(word.toLowerCase())) return false
  if (isListed(word) || derived.test(word) || isDoer(word)) return true
  const { first, second } = compound.exec(word)?.groups ?? {}
  if (isListed(first ?? second ?? '')) return true
  languages ??= languageNames()
  return languages.has(word) || isOfCountry(word)
}

function isDoer(word: string): boolean {
  const { verb } = doer.exec(word)?.groups ?? {}
  return verb !== undefined && (isListed(verb) || isListed(`${verb}e`))
}

/** As `isEnglish`, of a word in a text of several. */
export const isEnglishAmongOthers = (word: string): boolean => short.test(word) || isEnglish(word)

/** In the singular or the plural, and as Americans spell it. */
function isListed(word: string): boolean {
  const american = word
    .toLowerCase()
    .replace(/our(?=s?$|ed$|ing$)/u, 'or')
    .replace(/(?<=[bt])re(?=s?$)/u, 'er')
  return [word, american, american.replace(/s$/u, ''), american.replace(/es$/u, '')].some(
    one => one.length > 2 && (computing.has(one) || isCommonEnglish(one)),
  )
}
