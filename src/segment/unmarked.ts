import { isLetter, isUpper, isWordUnit } from '../language/index.ts'
import type { LanguageRules } from './rules.ts'

/**
 * Headlines, items and messages end without a mark, and where lines were joined nothing else is left of their ends. But no
 * orthography writes a function word with a capital inside a sentence: one that has small letters after it begins a sentence.
 */

const closing = new Set(Array.from(')»”"’', char => char.charCodeAt(0)))

const address = /^https?:\/\//
const longestLink = 160

/** What goes on with a sentence behind an address. */
const innerMarks = new Set(Array.from(',;:(', char => char.charCodeAt(0)))

/** What stands before an item of a list in running text: (2) (b) */
const enumerator = /\((?:\p{L}|\d{1,2})\)\s$/u

/** The longest of the words that are asked for. */
const longest = 16

/** True where a sentence begins at `at`, which has a single white space before it, though no mark stands there. */
export function opensUnmarked(text: string, at: number, rules: LanguageRules): boolean {
  if (!isUpper(text.charCodeAt(at))) return false
  if (followsLink(text, at - 1)) return true
  const before = text.charCodeAt(at - 2)
  if (!isWordUnit(before) && !closing.has(before)) return false
  if (before === 41 && enumerator.test(text.slice(Math.max(0, at - 6), at))) return false
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  if (!rules.openers.has(word.toLowerCase()) || (word.length > 1 && word === word.toUpperCase())) return false
  return goesOnSmall(text, end, rules) && !rules.starters.has(wordBefore(text, at - 1).toLowerCase())
}

/** True behind a web address and behind two tags, #Київ #зима: they close a message. */
function followsLink(text: string, to: number): boolean {
  const start = tokenStart(text, to)
  const first = text.charCodeAt(start)
  if (first === 104) return address.test(text.slice(start, start + 8)) && !innerMarks.has(text.charCodeAt(to - 1))
  return (
    first === 35 &&
    to - start > 1 &&
    text.charCodeAt(start - 1) === 32 &&
    text.charCodeAt(tokenStart(text, start - 1)) === 35
  )
}

function tokenStart(text: string, to: number): number {
  let start = to
  while (start > Math.max(0, to - longestLink) && text.charCodeAt(start - 1) > 32) start--
  return start
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
