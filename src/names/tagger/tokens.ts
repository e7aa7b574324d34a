import { isApostrophe, isDigit, isLetter, isMark, isUpper } from '../../language/index.ts'

/** What a token looks like. */
export const shape = {
  lower: 0,
  capital: 1,
  capitals: 2,
  initials: 3,
  mixed: 4,
  compound: 5,
  letter: 6,
  number: 7,
  mark: 8,
} as const

/** The tokens of a text in parallel arrays: words, numbers, and each other character that is no white space. */
export interface Tokens {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  /** A line break stands before it. */
  readonly line: Uint8Array
}

/** O(length). Initials joined by dots (В. В., J.K., U.S.) are one token with their last dot; an English possessive ending is its own. */
export function tokenize(text: string): Tokens {
  const start: number[] = []
  const end: number[] = []
  const shapes: number[] = []
  const lines: number[] = []
  let line = 1
  let i = 0
  while (i < text.length) {
    const unit = text.charCodeAt(i)
    if (unit <= 32 || unit === 0xa0 || unit === 0x2028) {
      if (unit === 10 || unit === 13 || unit === 0x2028) line = 1
      i++
      continue
    }
    const [stop, look] = tokenAt(text, i, unit)
    start.push(i)
    end.push(stop)
    shapes.push(look)
    lines.push(line)
    line = 0
    i = stop
  }
  return {
    text,
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    shape: Uint8Array.from(shapes),
    line: Uint8Array.from(lines),
  }
}

function tokenAt(text: string, at: number, unit: number): readonly [end: number, shape: number] {
  if (isDigit(unit)) return numberAt(text, at)
  if (isApostrophe(unit) && isPossessive(text, at)) return [at + 2, shape.lower]
  if (!isLetter(unit) || isApostrophe(unit)) return [at + 1, shape.mark]
  const initials = initialsEnd(text, at)
  if (initials > at) return [initials, shape.initials]
  const end = wordEnd(text, at)
  return [end, shapeOf(text, at, end)]
}

function numberAt(text: string, at: number): readonly [number, number] {
  let end = at + 1
  while (end < text.length && (isDigit(text.charCodeAt(end)) || isLetter(text.charCodeAt(end)))) end++
  return [end, shape.number]
}

/** "'s" at the end of a word. */
function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return (next === 0x73 || next === 0x53) && !inWord(text, at + 2)
}

const inWord = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return (isLetter(unit) && !isApostrophe(unit)) || isMark(unit) || isDigit(unit) || unit === 0xad
}

const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011

function wordEnd(text: string, at: number): number {
  let end = at + 1
  for (; end < text.length; end++) {
    if (inWord(text, end)) continue
    const unit = text.charCodeAt(end)
    const joins = (isApostrophe(unit) && !isPossessive(text, end)) || isHyphen(unit)
    if (!joins || !inWord(text, end + 1)) break
  }
  return end
}

/** Where initials that begin at `at` end; `at` itself where none do. */
function initialsEnd(text: string, at: number): number {
  let end = at
  while (isUpper(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 0x2e) end += 2
  if (end === at) return at
  if (end > at + 2) return end
  let next = end
  while (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0xa0) next++
  return isUpper(text.charCodeAt(next)) ? end : at
}

function shapeOf(text: string, start: number, end: number): number {
  const first = isUpper(text.charCodeAt(start))
  let upper = 0
  let letters = 0
  let afterHyphen = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (!isLetter(unit)) continue
    letters++
    if (!isUpper(unit)) continue
    upper++
    if (i > start && isHyphen(text.charCodeAt(i - 1))) afterHyphen++
  }
  if (upper === 0) return shape.lower
  if (letters === 1) return shape.letter
  if (upper === letters) return shape.capitals
  if (!first) return upper === afterHyphen ? shape.compound : shape.mixed
  if (upper === 1) return shape.capital
  return upper === afterHyphen + 1 ? shape.compound : shape.mixed
}
