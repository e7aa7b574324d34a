import { isLetter, isUpper } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import type { Part } from '../termbase/index.ts'
import { beginsWord, type Hit, walk } from './automaton.ts'
import type { Compiled } from './compile.ts'
import { allCases } from './forms.ts'
import type { Spelling } from './spelling.ts'
import { needsSecondSign } from './stop-words.ts'

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

/** A way to read a stretch of text as a concept's name. */
export interface Naming {
  readonly concept: number
  readonly lang: string
  /** In the order of the text. */
  readonly parts: readonly PartMatch[]
  /** Cases in which all parts agree. */
  readonly mask: number
}

/** A name of the glossary in a text. Several namings: the text alone does not tell which. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly namings: readonly Naming[]
  /** Cyrillic names are also written in lower case (росія). */
  readonly lowercase: boolean
  /** Initials beside the family name, as written. */
  readonly initials?: string
  /** The name stands in a phrase that the glossary excepts: it is not the concept's, and no naming is left. */
  readonly excepted?: boolean
}

export interface MatchOptions {
  /** Where several languages share a form, this one's namings are meant. */
  readonly language?: string
  readonly style?: string
}

interface Token {
  readonly start: number
  readonly end: number
  readonly word: number
}

interface Region {
  readonly start: number
  readonly end: number
  readonly concept: number
}

/** Finds the names of a glossary in a text, longest first, without overlap. O(n) for texts, whatever the glossary's size. */
export function match(compiled: Compiled, text: string, options: MatchOptions = {}): Mention[] {
  const tokens = tokensOf(compiled, text)
  if (tokens.length === 0) return []
  const kept = exceptionRegions(compiled, text, tokens, options.style)
  const mentions: Mention[] = []
  const parts = tokens.map((_, t) => partsAt(compiled, text, tokens, t))
  const at = new Map(tokens.map((token, t) => [token.start, t]))
  let from = 0
  for (let t = 0; t < tokens.length; t++) {
    if (tokens[t]!.start < from) continue
    const all = namingsAt(compiled, text, parts, at, t)
    const namings = all.filter(n => !excepted(n, kept))
    const mention = longest(text, namings, options.language)
    if (!mention) {
      const none = longest(text, all, options.language)
      if (none) mentions.push({ ...none, namings: [], excepted: true })
      continue
    }
    const one = withInitials(compiled, text, mention)
    const signed =
      one.initials !== undefined ||
      one.namings.some(n => n.parts.length > 1) ||
      behindGiven(compiled, text, tokens, parts, t)
    if (!signed && needsSecondSign(text, one.start, one.end, options.language ?? one.namings[0]?.lang ?? '')) continue
    mentions.push(one)
    from = mention.end
  }
  return mentions
}

/** True where a known given name stands right before token `t`. */
function behindGiven(
  compiled: Compiled,
  text: string,
  tokens: readonly Token[],
  parts: readonly PartMatch[][],
  t: number,
): boolean {
  const before = tokens[t - 1]
  if (!before || !joined(text, before.end, tokens[t]!.start, ' ')) return false
  return parts[t - 1]!.some(p => compiled.spellings[p.spelling]!.part === 'given')
}

function tokensOf(compiled: Compiled, text: string): Token[] {
  const tokens: Token[] = []
  const hits: Hit[] = []
  for (let i = 0; i < text.length; i++) {
    if (!isLetter(text.charCodeAt(i)) || !beginsWord(text, i)) continue
    walk(compiled.automaton, text, i, hits)
    const hit = hits.at(-1)
    if (hit) tokens.push({ start: i, end: hit.end, word: hit.word })
  }
  return tokens
}

const space = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)$/u
const hyphen = /^[-‐‑]\n?$/u
const loose = /^(?:[,.;:]?[^\S\n]+|[,.;:]?[^\S\n]*\n[^\S\n]*)$/u

function joined(text: string, from: number, to: number, joiner: ' ' | '-', exception = false): boolean {
  if (to <= from || to - from > 8) return false
  return (joiner === '-' ? hyphen : exception ? loose : space).test(text.slice(from, to))
}

/** The spellings whose first word is token `t` and whose other words follow, in agreeing cases. */
function partsAt(compiled: Compiled, text: string, tokens: readonly Token[], t: number): PartMatch[] {
  const found: PartMatch[] = []
  const token = tokens[t]!
  const { entries, entryStart } = compiled
  for (let e = entryStart[token.word]!; e < entryStart[token.word + 1]!; e += 3) {
    const spelling = entries[e]!
    if (spelling < 0 || entries[e + 1] !== 0) continue
    const end = extend(compiled, text, tokens, t, spelling, entries[e + 2]!)
    if (!end) continue
    const known = compiled.spellings[spelling]!
    if (capitalised(text.charCodeAt(token.start), known.text)) {
      found.push({ start: token.start, end: end.end, part: known.part, spelling, mask: end.mask })
    }
  }
  return best(compiled, found)
}

/** The cases in which a word of the index is the word at a place of a spelling; 0 where it is not. */
function maskAt({ entries, entryStart }: Compiled, word: number, spelling: number, place: number): number {
  for (let e = entryStart[word]!; e < entryStart[word + 1]!; e += 3) {
    if (entries[e] === spelling && entries[e + 1] === place) return entries[e + 2]!
  }
  return 0
}

function extend(compiled: Compiled, text: string, tokens: readonly Token[], t: number, spelling: number, mask: number) {
  const joiners = compiled.joiners[spelling] ?? []
  let cases = mask
  for (let i = 0; i < joiners.length; i++) {
    const next = tokens[t + i + 1]
    if (!next || !joined(text, tokens[t + i]!.end, next.start, joiners[i]!)) return undefined
    cases &= maskAt(compiled, next.word, spelling, i + 1)
    if (cases === 0) return undefined
  }
  return { end: tokens[t + joiners.length]!.end, mask: cases }
}

/** One match a concept, part, language and end: the spelling that is written just so, else the best known one. */
function best(compiled: Compiled, found: readonly PartMatch[]): PartMatch[] {
  const kept = new Map<string, PartMatch>()
  for (const one of found) {
    const spelling = compiled.spellings[one.spelling]!
    const key = `${spelling.concept} ${spelling.part} ${spelling.lang} ${one.end}`
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}

/**
 * Latin names need their capital; Cyrillic ones are sometimes written without, all words alike. A word that the glossary
 * writes small may stand in any case.
 */
function capitalised(written: number, known: string): boolean {
  const first = known.charCodeAt(0)
  if (!isUpper(first)) return true
  return isUpper(written) || written >= 0x400
}

function namingsAt(
  compiled: Compiled,
  text: string,
  parts: readonly PartMatch[][],
  at: ReadonlyMap<number, number>,
  t: number,
): Naming[] {
  return parts[t]!.flatMap(first => {
    const spelling = compiled.spellings[first.spelling]!
    const next = (after: PartMatch, wanted: Part, comma = false): PartMatch[] =>
      following(compiled, text, parts, at, after, spelling, wanted, comma)
    const one = (...list: PartMatch[]) => naming(compiled, spelling, list)
    if (isWhole(compiled, spelling)) return [one(first)]
    if (first.part === 'given') {
      return next(first, 'family')
        .map(f => one(first, f))
        .concat(next(first, 'patronymic').flatMap(p => next(p, 'family').map(f => one(first, p, f))))
    }
    if (first.part === 'family') {
      const reversed = next(first, 'given', true).flatMap(g => [
        one(first, g),
        ...next(g, 'patronymic').map(p => one(first, g, p)),
      ])
      return [one(first), ...reversed]
    }
    return first.part === 'patronymic' ? [] : [one(first)]
  }).filter(n => n.mask !== 0 && (isUpper(text.charCodeAt(n.parts[0]!.start)) || mayBeLower(compiled, n)))
}

/** In lower case a name is taken for one only with a second part, or where the glossary says that it is written so (росія). */
function mayBeLower(compiled: Compiled, naming: Naming): boolean {
  const spelling = compiled.spellings[naming.parts[0]!.spelling]!
  if (!isUpper(spelling.text.charCodeAt(0))) return true
  return naming.parts.length > 1 || compiled.concepts[naming.concept]!.lowercase === true
}

/** A given name stands for the whole where it is all that the concept has (saints, kings). */
function isWhole(compiled: Compiled, { concept, part, lang }: Spelling): boolean {
  if (part !== 'given' && part !== 'patronymic') return false
  const name = compiled.concepts[concept]!.names[lang]
  return name !== undefined && Object.keys(name).length === 1
}

function naming(compiled: Compiled, { concept, lang }: Spelling, parts: readonly PartMatch[]): Naming {
  const mixed = parts.some(p => compiled.spellings[p.spelling]!.lang !== lang)
  const mask = parts.reduce((cases, p) => cases & p.mask, allCases)
  return { concept, lang: mixed ? 'mixed' : lang, parts, mask }
}

function following(
  compiled: Compiled,
  text: string,
  parts: readonly PartMatch[][],
  at: ReadonlyMap<number, number>,
  after: PartMatch,
  like: Spelling,
  wanted: Part,
  comma: boolean,
): PartMatch[] {
  let start = after.end
  while (start < text.length && start - after.end < 8 && !isLetter(text.charCodeAt(start))) start++
  const t = at.get(start)
  if (t === undefined || !joined(text, after.end, start, ' ', comma)) return []
  return parts[t]!.filter(p => {
    const spelling = compiled.spellings[p.spelling]!
    return spelling.concept === like.concept && p.part === wanted && joins(spelling.lang, like.lang)
  })
}

/** Ukrainian and Russian forms meet in one name where a writer mixes them (Володимир Зеленский). */
const joins = (a: string, b: string) => a === b || (east.has(a) && east.has(b))
const east = new Set(['uk', 'ru'])

function longest(text: string, namings: readonly Naming[], language: string | undefined): Mention | undefined {
  const endOf = (n: Naming) => n.parts.at(-1)!.end
  const end = Math.max(0, ...namings.map(endOf))
  const all = namings.filter(n => endOf(n) === end)
  if (all.length === 0) return undefined
  const whole = all.filter(n => n.lang === language)
  const half = all.filter(n => n.lang === 'mixed')
  const own = whole.length > 0 ? whole : language === undefined ? [] : half.map(n => ({ ...n, lang: language }))
  const rest = all.filter(n => n.lang !== 'mixed')
  const start = all[0]!.parts[0]!.start
  const chosen = own.length > 0 ? own : rest
  return chosen.length === 0 ? undefined : { start, end, namings: chosen, lowercase: !isUpper(text.charCodeAt(start)) }
}

const before = /(?:^|[^\p{L}\p{N}])((?:\p{Lu}\p{Ll}?\.[  ]?){1,2})$/u
const behind = /^[  ]((?:\p{Lu}\p{Ll}?\.[  ]?){1,2})/u

/** Initials choose among namesakes; those of nobody in the glossary make it another person's name. */
function withInitials(compiled: Compiled, text: string, mention: Mention): Mention {
  const bare = mention.namings.every(n => n.parts.length === 1 && n.parts[0]!.part === 'family')
  if (!bare) return mention
  const found =
    before.exec(text.slice(Math.max(0, mention.start - 9), mention.start))?.[1] ??
    behind.exec(text.slice(mention.end, mention.end + 9))?.[1]
  if (!found) return mention
  const namings = mention.namings.filter(n => initialsFit(compiled, n, found))
  return { ...mention, namings, initials: found.trim() }
}

function initialsFit(compiled: Compiled, naming: Naming, initials: string): boolean {
  const known = compiled.initials[naming.concept]
  return known === undefined || known.includes(fold(initials).charAt(0))
}

function exceptionRegions(
  compiled: Compiled,
  text: string,
  tokens: readonly Token[],
  style: string | undefined,
): Region[] {
  const regions: Region[] = []
  if (compiled.exceptions.length === 0) return regions
  const { entries, entryStart } = compiled
  tokens.forEach((token, t) => {
    for (let e = entryStart[token.word]!; e < entryStart[token.word + 1]!; e += 3) {
      const spelling = entries[e]!
      if (spelling >= 0 || entries[e + 1] !== 0) continue
      const exception = compiled.exceptions[-1 - spelling]!
      if (exception.styles && !exception.styles.includes(style ?? '')) continue
      const end = exceptionEnd(compiled, text, tokens, t, -1 - spelling)
      if (end !== undefined) regions.push({ start: token.start, end, concept: exception.concept })
    }
  })
  return regions
}

function exceptionEnd(
  compiled: Compiled,
  text: string,
  tokens: readonly Token[],
  t: number,
  id: number,
): number | undefined {
  const { joiners } = compiled.exceptions[id]!
  for (let i = 0; i < joiners.length; i++) {
    const next = tokens[t + i + 1]
    if (!next || !joined(text, tokens[t + i]!.end, next.start, joiners[i]!, true)) return undefined
    if (maskAt(compiled, next.word, -1 - id, i + 1) === 0) return undefined
  }
  return tokens[t + joiners.length]!.end
}

function excepted(naming: Naming, regions: readonly Region[]): boolean {
  const start = naming.parts[0]!.start
  const end = naming.parts.at(-1)!.end
  return regions.some(
    r => r.start <= start && end <= r.end && (r.concept === naming.concept || end - start < r.end - r.start),
  )
}
