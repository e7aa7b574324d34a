import { isLetter, isUpper } from '../language/index.ts'
import type { Part } from '../termbase/index.ts'
import { formOf, groupAt, groupStart, maskAt, maskIn, placeOf } from './entries.ts'
import { hasSeveral, isSmall, languageOf, needsOthers, partOf } from './marks.ts'
import type { Matcher } from './matcher.ts'
import { beginsWord, type Hit, type Tokens, wordAt } from './scan.ts'

/** One part of a name as it stands in the text: UTF-16 units, end excluded. */
export interface PartMatch {
  readonly start: number
  readonly end: number
  readonly part: Part
  /** Index in `Compiled.spellings`. */
  readonly spelling: number
  /** Cases the form can stand in, beside the name's other parts. */
  readonly mask: number
}

/** The parts of names that stand in a text, asked token by token. */
export interface Parts {
  readonly matcher: Matcher
  readonly text: string
  readonly count: number
  start(t: number): number
  end(t: number): number
  word(t: number): number
  /** The parts that begin at a token and can be listed: those of one word that need others are asked with `dependent`. */
  at(t: number): readonly PartMatch[]
  /** The token that follows after a space or a line break. */
  tokenBehind(t: number): number | undefined
  /** False where no part of one word that needs others is at a token. */
  mayNeedOthers(t: number): boolean
  /** The parts of one word of a concept at a token that need others. */
  dependent(t: number, concept: number, language: number, wanted: Part): PartMatch[]
  /** The wanted parts right behind one part, of the concept and fitting the language of another. */
  behind(after: PartMatch, like: PartMatch, wanted: Part, comma: boolean): PartMatch[]
  isBehindGiven(t: number): boolean
  /** The end of a phrase of several words that begins at a token. */
  phraseEnd(t: number, spelling: number, joiners: readonly (' ' | '-')[]): number | undefined
}

interface Reader {
  readonly matcher: Matcher
  readonly text: string
  readonly tokens: Tokens
}

export function openParts(matcher: Matcher, text: string, tokens: Tokens): Parts {
  const reader: Reader = { matcher, text, tokens }
  const known: (readonly PartMatch[] | undefined)[] = []
  const at = (t: number): readonly PartMatch[] => {
    known[t] ??= listedAt(reader, t)
    return known[t]
  }
  const behind: Parts['behind'] = (after, like, wanted, comma) => {
    const t = tokenAfter(reader, after.end, comma)
    if (t === undefined) return []
    const concept = matcher.conceptOf[like.spelling]!
    const language = languageOf(matcher.marks[like.spelling]!)
    const listed = at(t).filter(
      p => p.part === wanted && matcher.conceptOf[p.spelling] === concept && joins(matcher, p.spelling, language),
    )
    return wanted === 'family' ? listed : [...listed, ...dependent(reader, t, concept, language, wanted)]
  }
  return {
    matcher,
    text,
    count: tokens.length / 3,
    start: t => tokens[3 * t]!,
    end: t => tokens[3 * t + 1]!,
    word: t => tokens[3 * t + 2]!,
    at,
    tokenBehind: t => tokenAfter(reader, tokens[3 * t + 1]!, false),
    mayNeedOthers: t => hasDependents(matcher, tokens[3 * t + 2]!),
    dependent: (t, concept, language, wanted) => dependent(reader, t, concept, language, wanted),
    behind,
    isBehindGiven: t => t > 0 && isBehindGiven(reader, t, at),
    phraseEnd: (t, spelling, joiners) => extend(reader, t, spelling, joiners, -1, true)?.end,
  }
}

const space = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)$/u
const hyphen = /^[-‐‑]\n?$/u
const loose = /^(?:[,.;:]?[^\S\n]+|[,.;:]?[^\S\n]*\n[^\S\n]*)$/u
/** «Корейко; Глеба Корейка …» is the end of one clause and the beginning of another, no name before its given name. */
const stop = /[.;:]/
const longestGap = 8

function joined(text: string, from: number, to: number, joiner: ' ' | '-', exception: boolean): boolean {
  if (to <= from || to - from > longestGap) return false
  if (to - from === 1 && text.charCodeAt(from) === 32) return joiner === ' '
  return (joiner === '-' ? hyphen : exception ? loose : space).test(text.slice(from, to))
}

function gapEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < longestGap && !isLetter(text.charCodeAt(end))) end++
  return end
}

/** The token that begins where the gap behind a place ends. O(log tokens). */
function tokenAfter({ text, tokens }: Reader, from: number, comma: boolean): number | undefined {
  const start = gapEnd(text, from)
  if (!joined(text, from, start, ' ', comma) || (comma && stop.test(text[from]!))) return undefined
  let low = 0
  let high = tokens.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[3 * middle]! < start) low = middle + 1
    else high = middle
  }
  return tokens[3 * low] === start ? low : undefined
}

/** The parts of a token that stand alone or have several words, one a concept, part, language and end. */
function listedAt(reader: Reader, t: number): PartMatch[] {
  const { matcher, text, tokens } = reader
  const { compiled, marks } = matcher
  const [start, end, word] = [tokens[3 * t]!, tokens[3 * t + 1]!, tokens[3 * t + 2]!]
  const found: PartMatch[] = []
  const all = compiled.entryStart[word + 1]!
  let e = groupStart(compiled, marks, word, 1)
  for (; e < all && groupAt(compiled, marks, e) === 1; e++) {
    const spelling = compiled.entrySpelling[e]!
    if (capitalised(text, start, marks[spelling]!)) {
      const mask = maskIn(formOf(compiled, e))
      addBest(matcher, found, { start, end, part: partOf(marks[spelling]!), spelling, mask })
    }
  }
  if (e === all || groupAt(compiled, marks, e) > 2) return found
  for (const first of begun(reader, t, e, groupStart(compiled, marks, word, 3))) {
    const spelling = compiled.entrySpelling[first]!
    if (!capitalised(text, start, marks[spelling]!)) continue
    const whole = extend(reader, t, spelling, matcher.joinersOf(spelling), maskIn(formOf(compiled, first)), false)
    if (whole)
      addBest(matcher, found, { start, end: whole.end, part: partOf(marks[spelling]!), spelling, mask: whole.mask })
  }
  return found.length > 1 ? found.sort((a, b) => a.spelling - b.spelling) : found
}

/** Many names may begin with one word (New, Saint): then those are taken whose second word is the one that follows. */
function begun(reader: Reader, t: number, from: number, to: number): number[] {
  const { compiled, marks } = reader.matcher
  const next = wordBehind(reader, reader.tokens[3 * t + 1]!)?.hit.word
  if (next === undefined) return []
  const found: number[] = []
  const [otherFrom, otherTo] = [groupStart(compiled, marks, next, 3), compiled.entryStart[next + 1]!]
  if (to - from <= otherTo - otherFrom) {
    for (let e = from; e < to; e++)
      if (maskAt(compiled, marks, next, compiled.entrySpelling[e]!, 1) !== 0) found.push(e)
    return found
  }
  for (let other = otherFrom; other < otherTo; other++) {
    if (placeOf(formOf(compiled, other)) !== 1) continue
    const e = lowest(compiled.entrySpelling, compiled.entrySpelling[other]!, from, to)
    if (compiled.entrySpelling[e] === compiled.entrySpelling[other] && e < to && found.at(-1) !== e) found.push(e)
  }
  return found
}

/** The first index from which on the ascending numbers are not less than a value. */
function lowest(numbers: Int32Array, value: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The word of the index that begins where the gap behind a place ends. */
function wordBehind(
  { matcher, text }: Reader,
  from: number,
): { readonly start: number; readonly hit: Hit } | undefined {
  const start = gapEnd(text, from)
  const hit = beginsWord(text, start) ? wordAt(matcher.scanner, text, start) : undefined
  return hit && { start, hit }
}

/** Where the further words of a spelling or an exception end, and the cases in which all of them agree. */
function extend(
  reader: Reader,
  t: number,
  spelling: number,
  joiners: readonly (' ' | '-')[],
  mask: number,
  exception: boolean,
): { readonly end: number; readonly mask: number } | undefined {
  const { compiled, marks } = reader.matcher
  let end = reader.tokens[3 * t + 1]!
  let cases = mask
  for (let i = 0; i < joiners.length; i++) {
    const next = wordBehind(reader, end)
    if (!next || !joined(reader.text, end, next.start, joiners[i]!, exception)) return undefined
    cases &= maskAt(compiled, marks, next.hit.word, spelling, i + 1)
    if (cases === 0) return undefined
    end = next.hit.end
  }
  return { end, mask: cases }
}

/**
 * One match a concept, part, language and end: the first, whose spelling says most. Spellings of a concept come together. Those that share the
 * form in other cases are matches of their own: under a deprecated «Хмельницк», «в Хмельницком» is «Хмельницкий» still.
 */
function addBest({ conceptOf, marks }: Matcher, found: PartMatch[], one: PartMatch): void {
  const concept = conceptOf[one.spelling]
  const kind = (spelling: number) => (marks[spelling]! & 7) | (languageOf(marks[spelling]!) << 3)
  for (let i = found.length - 1; i >= 0 && conceptOf[found[i]!.spelling] === concept; i--)
    if (
      found[i]!.end === one.end &&
      kind(found[i]!.spelling) === kind(one.spelling) &&
      (found[i]!.mask & one.mask) !== 0
    )
      return
  found.push(one)
}

/**
 * Latin names need their capital; Cyrillic ones are sometimes written without, all words alike. A word that the glossary
 * writes small may stand in any case.
 */
function capitalised(text: string, start: number, marks: number): boolean {
  const written = text.charCodeAt(start)
  return isSmall(marks) || isUpper(written) || written >= 0x400
}

/** Ukrainian and Russian forms meet in one name where a writer mixes them (Володимир Зеленский). */
function joins({ marks, east }: Matcher, spelling: number, language: number): boolean {
  const own = languageOf(marks[spelling]!)
  return own === language || (east.has(own) && east.has(language))
}

function hasDependents({ compiled, marks }: Matcher, word: number): boolean {
  return groupStart(compiled, marks, word, 3) < compiled.entryStart[word + 1]!
}

function dependent(
  { matcher, text, tokens }: Reader,
  t: number,
  concept: number,
  language: number,
  wanted: Part,
): PartMatch[] {
  const { compiled, marks } = matcher
  const { entrySpelling, entryStart, spellingStart } = compiled
  const [start, end, word] = [tokens[3 * t]!, tokens[3 * t + 1]!, tokens[3 * t + 2]!]
  const found: PartMatch[] = []
  const to = entryStart[word + 1]!
  let e = lowest(entrySpelling, spellingStart[concept]!, groupStart(compiled, marks, word, 3), to)
  for (; e < to && entrySpelling[e]! < spellingStart[concept + 1]!; e++) {
    const spelling = entrySpelling[e]!
    const mark = marks[spelling]!
    if (placeOf(formOf(compiled, e)) > 0 || partOf(mark) !== wanted || hasSeveral(mark) || !needsOthers(mark)) continue
    if (!joins(matcher, spelling, language) || !capitalised(text, start, mark)) continue
    addBest(matcher, found, { start, end, part: wanted, spelling, mask: maskIn(formOf(compiled, e)) })
  }
  return found
}

/** True where a given name of the glossary stands right before a token. */
function isBehindGiven(reader: Reader, t: number, at: Parts['at']): boolean {
  const { matcher, text, tokens } = reader
  if (!joined(text, tokens[3 * t - 2]!, tokens[3 * t]!, ' ', false)) return false
  if (at(t - 1).some(p => p.part === 'given')) return true
  const start = text.charCodeAt(tokens[3 * t - 3]!)
  return (isUpper(start) || start >= 0x400) && matcher.isGiven(tokens[3 * t - 1]!)
}
