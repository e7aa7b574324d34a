import type { Rule } from '../../check/index.ts'
import { isCommonEnglish } from '../../names/index.ts'
import {
  type Bitext,
  isFilled,
  isTranslated,
  type Pair,
  problemAt,
  type Side,
  type Translated,
  wholeOf,
} from '../pair.ts'
import { type Treatment, treatments, withoutQualifier, wordsOf } from '../untranslated-words.ts'

/**
 * A target that only repeats the source, though there are words to translate in it: the file translates one of them elsewhere, or
 * they are words of a dictionary, or the file renders nearly all names and words that no dictionary has. Else such are information.
 */
export const untranslated: Rule<Bitext> = {
  code: 'untranslated',
  severity: 'warning',
  *check({ pairs }) {
    const copied = pairs.filter(isCopied)
    if (copied.length === 0) return
    const known = treatments(pairs)
    const rendersNames = doesRenderNames(pairs, copied)
    const keepsSmallWords = doesKeepSmallWords(pairs, copied)
    for (const pair of copied) {
      const all = wordsOf(pair.source)
      const words = all.filter(word => !isKept(known.get(word.toLowerCase())))
      if (words.length === 0) continue
      const isRendered =
        !isProduct(pair.source, all, words) && words.some(word => isAlwaysTranslated(known.get(word.toLowerCase())))
      const isKeyword = keepsSmallWords && isSmallWord(pair)
      const sure = !isKeyword && (isRendered || isProse(pair.source, words) || rendersNames)
      yield problemAt(pair, 'untranslated', wholeOf(pair.target), sure ? {} : { severity: 'info' })
    }
  },
}

/** Words with capitals alone behind a brand that the file keeps, or beside a model's number. */
function isProduct({ prose }: Side, all: readonly string[], words: readonly string[]): boolean {
  if (all.some(word => word === word.toLowerCase())) return false
  return all[0] !== words[0] || /\d/u.test(prose)
}

/** Words that all begin with a capital, several or beside an abbreviation or a number, are a name to the eye. */
function isProse({ prose, language }: Side, words: readonly string[]): boolean {
  const small = words.filter(word => word === word.toLowerCase())
  if (small.length > 2) return true
  const isSingle = withoutQualifier(prose).match(/[\p{L}\p{N}]+/gu)?.length === 1
  const told = isSingle || small.length > 0 ? words : []
  return language === 'en' && told.some(word => word.length > 2 && (isCommonEnglish(word) || derived.test(word)))
}

/** The look of English words that are made of others: no dictionary has them all. */
const derived =
  /^\p{L}{4,}(?:tion|sion|ment|ness|ance|ence|able|ible|ical|ture|ular|ous|ity|ally|ized?|ised?|ing|ed|er)s?$/u

/** True of a list of names (places, languages …): most messages are nothing but names and words that no dictionary has, nearly all rendered. */
function doesRenderNames(pairs: Bitext['pairs'], copied: readonly Translated[]): boolean {
  const isOfNames = ({ source }: Pair) => {
    const words = wordsOf(source)
    return words.length > 0 && !isProse(source, words)
  }
  const rendered = pairs.filter(pair => isTranslated(pair) && isOfNames(pair)).length
  return rendered > 9 && rendered > pairs.length / 2 && rendered > 30 * copied.filter(isOfNames).length
}

/** True of a file with many keywords: of the messages that are one word in small letters it keeps more than a third. */
function doesKeepSmallWords(pairs: Bitext['pairs'], copied: readonly Translated[]): boolean {
  const kept = copied.filter(isSmallWord).length
  return kept > 20 && kept > pairs.filter(isSmallWord).length / 3
}

const isSmallWord = ({ source }: Pair): boolean => /^\s*\p{Ll}+\s*$/u.test(source.prose)

const isAlwaysTranslated = (treatment: Treatment | undefined): boolean =>
  treatment !== undefined && treatment.kept === 0 && treatment.translated > 0

const isKept = (treatment: Treatment | undefined): boolean =>
  treatment !== undefined && treatment.kept > treatment.translated

const isCopied = (pair: Bitext['pairs'][number]): pair is Translated =>
  isFilled(pair) && pair.target.text.trim() === pair.source.text.trim() && pair.source.language !== pair.target.language
