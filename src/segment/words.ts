import { isApostrophe, isLetter, isWordUnit } from '../language/index.ts'
import type { Stretch } from './sentences.ts'

/**
 * The words and numbers of a text. An apostrophe or a hyphen between letters is inside a word (п’ять, half-open), a point or
 * a comma between digits inside a number (12,345.6). Linear, lazy.
 */
export function* words(text: string): Generator<Stretch> {
  for (let at = 0; at < text.length; ) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && (isWordUnit(text.charCodeAt(end)) || joins(text, end))) end++
    yield { start: at, end }
    at = end
  }
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57

function joins(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (isApostrophe(unit) || unit === 45 || unit === 0x2011) return isWordUnit(before) && isLetter(after)
  return (unit === 46 || unit === 44) && isDigit(before) && isDigit(after)
}
