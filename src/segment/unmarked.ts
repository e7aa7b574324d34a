import { isLetter, isUpper, isWordUnit } from '../language/index.ts'
import type { LanguageRules } from './rules.ts'

/**
 * Headlines, items and messages end without a mark, and where lines were joined nothing else is left of their ends. But no
 * orthography writes a function word with a capital inside a sentence: one that has small letters after it begins a sentence.
 */

const closing = new Set(Array.from(')»”"’', char => char.charCodeAt(0)))

/** The longest of the words that are asked for. */
const longest = 16

/** True where a sentence begins at `at`, which has a single white space before it, though no mark stands there. */
export function opensUnmarked(text: string, at: number, rules: LanguageRules): boolean {
  if (!isUpper(text.charCodeAt(at))) return false
  const before = text.charCodeAt(at - 2)
  if (!isWordUnit(before) && !closing.has(before)) return false
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  if (!rules.openers.has(word.toLowerCase()) || (word.length > 1 && word === word.toUpperCase())) return false
  return goesOnSmall(text, end, rules) && !rules.starters.has(wordBefore(text, at - 1).toLowerCase())
}

function wordEnd(text: string, from: number): number {
  let end = from
  while (end < from + longest && isWordUnit(text.charCodeAt(end))) end++
  return end
}

/** True where a word in small letters follows, and none that titles write small: “In the Heat of the Night”. */
function goesOnSmall(text: string, from: number, rules: LanguageRules): boolean {
  const start = text.charCodeAt(from) === 44 ? from + 2 : from + 1
  if (text.charCodeAt(start - 1) !== 32) return false
  const unit = text.charCodeAt(start)
  if (!isLetter(unit) || isUpper(unit)) return false
  return !rules.small.has(text.slice(start, wordEnd(text, start)))
}

function wordBefore(text: string, to: number): string {
  let start = to
  while (start > to - longest && isWordUnit(text.charCodeAt(start - 1))) start--
  return text.slice(start, to)
}
