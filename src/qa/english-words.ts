import { isCommonEnglish } from '../names/index.ts'
import data from './computing-words.json' with { type: 'json' }

/** Words of computing are younger than dictionaries. */
const computing: ReadonlySet<string> = new Set(data.words.flatMap(line => line.split(' ')))

/** The look of English words that are made of others: no dictionary has them all. */
const derived =
  /^\p{L}{4,}(?:tion|sion|ment|ness|ance|ence|able|ible|ical|ture|ular|ous|ity|ally|ized?|ised?|ing|ed|er)s?$/u

/** Made of two words or more: playlist, subtitles. */
const compound =
  /^(?:(?:auto|hyper|inter|mega|mini|multi|over|pre|re|sub|super|un|under)(?<second>\p{L}{4,}?)|(?<first>\p{L}{3,})(?:back|bar|base|board|book|box|cam|card|cast|chat|code|forward|in|key|line|link|list|load|log|map|mark|name|note|out|pad|page|point|rate|screen|set|sheet|shot|site|size|space|stamp|title|top|type|up|view|ware|way|width|word|work))s?$/iu

/** The name of a language is a word to translate, though it has a capital. */
const languageNames = (): ReadonlySet<string> => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return new Set(letters.flatMap(a => letters.flatMap(b => names.of(a + b)?.split(' ') ?? [])))
}
let languages: ReadonlySet<string> | undefined

/** True of a word that a translation into another language does not keep: no name, as far as dictionaries know. */
export function isEnglish(word: string): boolean {
  if (word.length < 3) return false
  if (isListed(word) || derived.test(word)) return true
  const { first, second } = compound.exec(word)?.groups ?? {}
  if (isListed(first ?? second ?? '')) return true
  languages ??= languageNames()
  return languages.has(word)
}

/** In the singular or the plural, and as Americans spell it. */
function isListed(word: string): boolean {
  const american = word.toLowerCase().replace(/our(?=s?$|ed$|ing$)/u, 'or')
  return [word, american, american.replace(/s$/u, ''), american.replace(/es$/u, '')].some(
    one => one.length > 2 && (computing.has(one) || isCommonEnglish(one)),
  )
}
