import { endAt, informalEndAt, isInformal, isSpace, isTerminator } from './boundary.ts'
import { isSmile } from './pictures.ts'
import { type LanguageRules, languageRules } from './rules.ts'
import { opensUnmarked } from './unmarked.ts'

/** Offsets of a text, in UTF-16 units, end excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface SentenceOptions {
  /** BCP 47; of a language that has no rules here, only marks and initials are looked at. */
  readonly language: string
  /** Only the sentences that share a unit with this stretch (or hold it, where it is empty). */
  readonly around?: Stretch
}

/**
 * The sentences of a text, white space outside them. U+FFFC stands for an inline object. A blank line ends a sentence, a
 * single line break is white space unless a dash or a list mark opens the next line. Lazy: only the text near what is asked
 * for is looked at. O(length of what is given out).
 */
export function* sentences(text: string, { language, around }: SentenceOptions): Generator<Stretch> {
  const rules = languageRules(language)
  let at = around ? startBefore(text, Math.max(0, Math.min(around.start, text.length)), rules) : 0
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++
    if (at >= text.length || (around && at >= around.end && at > around.start)) return
    const next = endFrom(text, at, rules)
    let end = next
    while (end > at && isSpace(text.charCodeAt(end - 1))) end--
    if (!around || end > around.start || (end === around.start && around.start === around.end)) yield { start: at, end }
    at = next
  }
}

/** The end of the sentence that begins at `from`. */
function endFrom(text: string, from: number, rules: LanguageRules): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10) {
      if (breaksLine(text, i) || opensUnmarked(text, i + 1, rules)) return i
    } else if (unit === 32) {
      if (opensUnmarked(text, i + 1, rules)) return i
    } else if (isTerminator(unit)) {
      const end = endAt(text, i, rules)
      if (end !== undefined) return end
      while (isTerminator(text.charCodeAt(i + 1))) i++
    } else if (isInformal(text, i)) {
      const end = informalEndAt(text, i)
      if (end !== undefined) return end
      while (isSmile(text.charCodeAt(i)) && isSmile(text.charCodeAt(i + 1))) i++
    }
  }
  return text.length
}

/** A place at or before `offset` where a sentence begins: each candidate is judged alone, backwards. */
function startBefore(text: string, offset: number, rules: LanguageRules): number {
  for (let i = offset - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i)
    if (unit === 10) {
      if (breaksLine(text, i) || (i + 1 < offset && opensUnmarked(text, i + 1, rules))) return i
    } else if (unit === 32) {
      if (i + 1 < offset && opensUnmarked(text, i + 1, rules)) return i
    } else if (isTerminator(unit)) {
      while (i > 0 && isTerminator(text.charCodeAt(i - 1))) i--
      const end = endAt(text, i, rules)
      if (end !== undefined && end <= offset) return end
    } else if (isInformal(text, i)) {
      while (isSmile(unit) && isSmile(text.charCodeAt(i - 1))) i--
      const end = informalEndAt(text, i)
      if (end !== undefined && end <= offset) return end
    }
  }
  return 0
}

const listMark = /[ \t]*(?:[—–―•‣▪◦*-][ \t\u00a0]|\d{1,3}[.)][ \t\u00a0])/y

/** True where a line break ends a sentence: before a blank line, a line of speech, a line of a list. */
function breaksLine(text: string, at: number): boolean {
  let next = at + 1
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9 || text.charCodeAt(next) === 13) next++
  if (text.charCodeAt(next) === 10) return true
  listMark.lastIndex = at + 1
  return listMark.test(text)
}
