import { isApostrophe, isLetter, isMark, isUpper, isWordUnit } from '../language/index.ts'
import { composeFold, foldUnit } from '../normalize/index.ts'
import type { Automaton } from './automaton.ts'

/** An automaton with what a walk over unfolded text needs at hand. */
export interface Scanner {
  readonly automaton: Automaton
  /** By unit of a text: the symbol of its folded form; 0 where no word has it, `apart` where its neighbours decide, `unknown` before it is asked for. */
  readonly symbolOf: Uint16Array
  readonly width: number
  /** By first symbol × width + second: the second edge plus one; in column 0 the first edge of words of a single unit. 0: no word begins so. */
  readonly pairs: Int32Array
  /** By the same: 1 where a word begins so that may be written with a small Latin letter. */
  readonly small: Uint8Array
  /** By first symbol: the number of the first word that begins with it. */
  readonly before: Int32Array
  /** By unit of a text: whether it stands in words, and whether a word of the index may begin with it; `unasked` at first. */
  readonly kinds: Uint8Array
}

const inside = 1
const opening = 2
const unasked = 4

/** A mark, a unit that folds to nothing, or one beyond the table of pairs: looked at by itself, not by the tables. */
const apart = 0xffff
const unknown = 0xfffe

/** Alphabets have some hundred units; a table of thousands (Han characters) would take megabytes. */
const widest = 512

/** `small`: the first two folded units (first × 65536 + second, 0 for none) of the words that may be written with a small Latin letter. */
export function openScanner(automaton: Automaton, small: Iterable<number> = []): Scanner {
  const { alphabet, edgeStart, symbols, targets, skips } = automaton
  const width = Math.min(alphabet.length + 1, widest)
  const scanner: Scanner = {
    automaton,
    symbolOf: new Uint16Array(0x10000).fill(unknown),
    width,
    pairs: new Int32Array(width * width),
    small: new Uint8Array(width * width),
    before: new Int32Array(width),
    kinds: new Uint8Array(0x10000).fill(unasked),
  }
  const root = edgeStart.length - 2
  for (let edge = edgeStart[root]!; edge < edgeStart[root + 1]!; edge++) {
    if (symbols[edge]! >= width) break
    const row = symbols[edge]! * width
    const state = targets[edge]! >> 1
    if (targets[edge]! & 1) scanner.pairs[row] = edge + 1
    scanner.before[symbols[edge]!] = skips[edge]!
    for (let next = edgeStart[state]!; next < edgeStart[state + 1]! && symbols[next]! < width; next++)
      scanner.pairs[row + symbols[next]!] = next + 1
  }
  for (const pair of small) {
    const [first, second] = [symbolOfFolded(automaton, pair >>> 16), symbolOfFolded(automaton, pair & 0xffff)]
    if (first < width && second < width) scanner.small[first * width + second] = 1
  }
  return scanner
}

function symbolAt(scanner: Scanner, unit: number): number {
  const known = scanner.symbolOf[unit]!
  return known === unknown ? findSymbol(scanner, unit) : known
}

function findSymbol({ symbolOf, automaton, width }: Scanner, unit: number): number {
  const folded = foldUnit(unit)
  const symbol = folded === 0 || isMark(unit) ? apart : symbolOfFolded(automaton, folded)
  symbolOf[unit] = symbol < width ? symbol : apart
  return symbolOf[unit]!
}

/** 0 where no word has the unit. */
function symbolOfFolded({ alphabet }: Automaton, unit: number): number {
  let low = 0
  let high = alphabet.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (alphabet[middle]! < unit) low = middle + 1
    else high = middle
  }
  return alphabet[low] === unit ? low + 1 : 0
}

/** A word of the index in a text: where it ends, and its number. */
export interface Hit {
  readonly end: number
  readonly word: number
}

/** Words of an index in a text, three numbers each: start, end, the word's number. */
export type Tokens = number[]

/**
 * The words of an index in a text, from where a word begins to where one ends, the longest at each place. Words with a small Latin
 * letter are passed over but for those that the scanner knows to be written so. O(length), whatever the size of the index.
 */
export function scan(scanner: Scanner, text: string): Tokens {
  const { kinds } = scanner
  const tokens: Tokens = []
  for (let i = 0; i < text.length; i++) {
    let kind = kinds[text.charCodeAt(i)]!
    if (kind === unasked) kind = kindOf(scanner, text.charCodeAt(i))
    if (kind === 0) continue
    if ((kind & opening || isMarked(scanner, text, i + 1)) && mayBegin(scanner, text, i) && beginsWord(text, i)) {
      const hit = wordAt(scanner, text, i)
      if (hit) tokens.push(i, hit.end, hit.word)
    }
    while (++i < text.length) {
      kind = kinds[text.charCodeAt(i)]!
      if (kind === unasked) kind = kindOf(scanner, text.charCodeAt(i))
      if (kind === 0) break
    }
  }
  return tokens
}

function kindOf(scanner: Scanner, unit: number): number {
  const kind = isWordUnit(unit) ? inside | (mayOpen(scanner, unit) ? opening : 0) : 0
  scanner.kinds[unit] = kind
  return kind
}

/** Small Latin letters open a word of the index only where some word is written small. */
function mayOpen(scanner: Scanner, unit: number): boolean {
  const symbol = isLetter(unit) ? symbolAt(scanner, unit) : 0
  if (symbol === 0 || symbol === apart || unit >= 0x400 || isUpper(unit)) return symbol !== 0
  return scanner.small.subarray(symbol * scanner.width, (symbol + 1) * scanner.width).includes(1)
}

const isMarked = (scanner: Scanner, text: string, at: number): boolean =>
  at < text.length && symbolAt(scanner, text.charCodeAt(at)) === apart

/**
 * False where no word of the index begins with the two units at a place, or only such as have no small Latin letter. Where a mark
 * stands near them, or what they fold to is not known yet, they are looked at closely.
 */
function mayBegin({ symbolOf, pairs, small, width }: Scanner, text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const first = symbolOf[unit]!
  const second = at + 1 < text.length ? symbolOf[text.charCodeAt(at + 1)]! : 0
  if (first >= unknown || second >= unknown) return true
  const row = first * width
  if (pairs[row + second] !== 0 || pairs[row] !== 0)
    if (unit >= 0x400 || small[row + second] === 1 || small[row] === 1 || isUpper(unit)) return true
  return at + 2 < text.length && symbolOf[text.charCodeAt(at + 2)]! >= unknown
}

/** The longest word of the index that begins at a place where a word begins. O(length of the word). */
export function wordAt(scanner: Scanner, text: string, start: number): Hit | undefined {
  const { automaton, pairs, width, before } = scanner
  const { targets, skips } = automaton
  const first = symbolAt(scanner, text.charCodeAt(start))
  const second = start + 1 < text.length ? symbolAt(scanner, text.charCodeAt(start + 1)) : 0
  if (first === apart || second === apart) return wordWithMarks(automaton, text, start)
  const single = pairs[first * width] !== 0
  let hit = single && endsWord(text, start + 1) ? { end: start + 1, word: before[first]! } : undefined
  let edge = second === 0 ? -1 : pairs[first * width + second]! - 1
  let number = before[first]! + Number(single)
  let at = start + 2
  while (edge >= 0) {
    number += skips[edge]!
    const target = targets[edge]!
    if (target & 1 && endsWord(text, at)) hit = { end: at, word: number }
    if (at >= text.length) return hit
    const symbol = symbolAt(scanner, text.charCodeAt(at++))
    if (symbol === apart) return wordWithMarks(automaton, text, start)
    number += target & 1
    edge = symbol === 0 ? -1 : edgeOf(automaton, target >> 1, symbol)
  }
  // The unit that leads nowhere may be another one with the mark behind it.
  return isMarked(scanner, text, at) ? wordWithMarks(automaton, text, start) : hit
}

function edgeOf({ edgeStart, symbols }: Automaton, state: number, symbol: number): number {
  const end = edgeStart[state + 1]!
  for (let edge = edgeStart[state]!; edge < end && symbols[edge]! <= symbol; edge++) {
    if (symbols[edge] === symbol) return edge
  }
  return -1
}

/** The same where letters carry marks of their own or are followed by what folds to nothing. */
function wordWithMarks(automaton: Automaton, text: string, start: number): Hit | undefined {
  const { edgeStart, targets, skips } = automaton
  let target = (edgeStart.length - 2) * 2
  let number = 0
  let hit: Hit | undefined
  for (let i = start; i < text.length; ) {
    let unit = foldUnit(text.charCodeAt(i++))
    while (i < text.length && isMark(text.charCodeAt(i))) unit = composeFold(unit, text.charCodeAt(i++))
    if (unit !== 0) {
      const symbol = symbolOfFolded(automaton, unit)
      const edge = symbol === 0 ? -1 : edgeOf(automaton, target >> 1, symbol)
      if (edge < 0) return hit
      number += (target & 1) + skips[edge]!
      target = targets[edge]!
    }
    // What folds to nothing belongs to no word that has ended before it.
    if (target & 1 && endsWord(text, i) && (unit !== 0 || hit?.word !== number)) hit = { end: i, word: number }
  }
  return hit
}

/** The number of a folded word, or -1. */
export function numberOf(scanner: Scanner, word: string): number {
  const { edgeStart, targets, skips } = scanner.automaton
  let target = (edgeStart.length - 2) * 2
  let number = 0
  for (let i = 0; i < word.length; i++) {
    const symbol = symbolOfFolded(scanner.automaton, word.charCodeAt(i))
    const edge = symbol === 0 ? -1 : edgeOf(scanner.automaton, target >> 1, symbol)
    if (edge < 0) return -1
    number += (target & 1) + skips[edge]!
    target = targets[edge]!
  }
  return target & 1 ? number : -1
}

const contraction = /^['’ʼ‘`´](?:s|d|ll|ve|re)(?![\p{L}\p{N}])/iu

/** True where a word may end before `at`: no word unit follows, nor an apostrophe inside a word (an English ’s is behind it). */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true
  const unit = text.charCodeAt(at)
  if (isApostrophe(unit) && isLetter(text.charCodeAt(at + 1))) return contraction.test(text.slice(at, at + 4))
  return !isWordUnit(unit) || isApostrophe(unit) || (unit === 0x73 && isPlural(text, at))
}

/** Hisses behind which the plural is another one. */
const hiss = /(?:[sxz]|[cs]h)$/i

/** True where a Latin word before `at` has the ending of the English plural: the Podoliaks, the Podoliaks’. */
function isPlural(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (at + 1 < text.length && isWordUnit(next) && !(isApostrophe(next) && !isLetter(text.charCodeAt(at + 2))))
    return false
  const last = text.charCodeAt(at - 1)
  return last < 0x250 && !isApostrophe(last) && !hiss.test(text.slice(at - 2, at))
}

/** The French particles of names, as Cyrillic texts write them: д’Арк. */
const particle = /(?:^|[^\p{L}])[дл].$/iu

/** True where a word may begin at `at`. */
export function beginsWord(text: string, at: number): boolean {
  if (!isLetter(text.charCodeAt(at))) return false
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (isWordUnit(before)) return false
  if (!isApostrophe(before) || at < 2 || !isLetter(text.charCodeAt(at - 2))) return true
  return particle.test(text.slice(Math.max(0, at - 3), at))
}
