import { isUpper } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import type { Compiled } from './compile.ts'
import { formOf, placeOf } from './entries.ts'
import { allCases, maskOf } from './forms.ts'
import { isAll, isSmall, languageOf, mayBeSmall, partOf } from './marks.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { openParts, type PartMatch, type Parts } from './parts.ts'
import { scan } from './scan.ts'
import { beginsSentence, stopOf } from './stop-words.ts'

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
  /** The concept whose name this is not: it stands in a phrase that the glossary excepts, and no naming is left. */
  readonly excepted?: number
}

export interface MatchOptions {
  /** Where several languages share a form, this one's namings are meant. */
  readonly language?: string
  readonly style?: string
}

/** A stretch in which a concept's names are not meant. */
interface Region {
  readonly start: number
  readonly end: number
  readonly concept: number
}

/** Finds the names of a glossary in a text, longest first, without overlap. O(n) for texts, whatever the glossary's size. */
export function match(compiled: Compiled, text: string, options: MatchOptions = {}): Mention[] {
  const matcher = matcherOf(compiled)
  const tokens = scan(matcher.scanner, text)
  if (tokens.length === 0) return []
  const parts = openParts(matcher, text, tokens)
  const kept = exceptionRegions(parts, options.style)
  const mentions: Mention[] = []
  let from = 0
  for (let t = 0; t < parts.count; t++) {
    if (parts.start(t) < from) continue
    const all = namingsAt(parts, t)
    if (all.length === 0) continue
    const mention = longest(text, kept.length > 0 ? all.filter(n => !excepted(n, kept)) : all, options.language)
    if (!mention) {
      const none = longest(text, all, options.language)
      if (none) mentions.push({ ...none, namings: [], excepted: none.namings[0]!.concept })
      continue
    }
    if (text[mention.end] === 's' && !isFamilyPlural(text, mention)) continue
    const one = withInitials(matcher, text, mention)
    const language = options.language ?? one.namings[0]?.lang ?? ''
    if (needsSign(parts, one, t, language) && !isSigned(parts, one, t)) continue
    mentions.push(one)
    from = mention.end
  }
  return mentions
}

/** A family as a whole, behind its article: “the Podoliaks”. Elsewhere a plural is more often another word. */
const isFamilyPlural = (text: string, { start, namings }: Mention): boolean =>
  /(?<!\p{L})the\s$/iu.test(text.slice(Math.max(0, start - 5), start)) &&
  namings.every(
    ({ lang, parts: [first, ...others] }) => lang === 'en' && first?.part === 'family' && others.length === 0,
  )

/** True where a name says so little that only a second sign would make it one. A stop is a single word of the index. */
function needsSign(parts: Parts, { start, end }: Mention, t: number, language: string): boolean {
  if (language !== 'uk' && language !== 'ru') return false
  const written = parts.text.slice(start, end)
  const stop = parts.end(t) === end ? parts.matcher.stopAt(parts.word(t), written, language) : stopOf(written, language)
  return stop === 'noun' || (stop === 'start' && beginsSentence(parts.text, start))
}

/** Initials, another part, or a given name of the glossary right before. */
const isSigned = (parts: Parts, mention: Mention, t: number): boolean =>
  mention.initials !== undefined || mention.namings.some(n => n.parts.length > 1) || parts.isBehindGiven(t)

/** The ways to read what begins at a token, in the order of the spellings of their first parts. */
function namingsAt(parts: Parts, t: number): Naming[] {
  const { matcher, text } = parts
  const found: Naming[] = []
  const add = (...list: PartMatch[]) => {
    const one = naming(matcher, list)
    if (one.mask !== 0 && (isUpper(text.charCodeAt(one.parts[0]!.start)) || mayBeLower(matcher, one))) found.push(one)
  }
  for (const first of parts.at(t)) {
    const whole = isAll(matcher.marks[first.spelling]!)
    if (whole || first.part !== 'patronymic') addFrom(parts, first, whole, add)
  }
  const alone = found.length
  addBehindGiven(parts, t, add)
  return alone > 0 && found.length > alone ? found.sort((a, b) => a.parts[0]!.spelling - b.parts[0]!.spelling) : found
}

type Add = (...list: PartMatch[]) => void

function addFrom(parts: Parts, first: PartMatch, whole: boolean, add: Add): void {
  if (first.part === 'given' && !whole) {
    for (const family of parts.behind(first, first, 'family', false)) add(first, family)
    for (const patronymic of parts.behind(first, first, 'patronymic', false))
      for (const family of parts.behind(patronymic, first, 'family', false)) add(first, patronymic, family)
    return
  }
  add(first)
  if (first.part !== 'family') return
  for (const given of parts.behind(first, first, 'given', true)) {
    add(first, given)
    for (const patronymic of parts.behind(given, first, 'patronymic', false)) add(first, given, patronymic)
  }
}

/**
 * A given name of one word may be that of thousands: so the family names are asked behind it, and then whether the given name is one of
 * theirs.
 */
function addBehindGiven(parts: Parts, t: number, add: Add): void {
  const next = parts.tokenBehind(t)
  if (next === undefined || !parts.mayNeedOthers(t)) return
  const { marks, conceptOf } = parts.matcher
  const givenOf = (family: PartMatch) =>
    parts.dependent(t, conceptOf[family.spelling]!, languageOf(marks[family.spelling]!), 'given')
  for (const family of parts.at(next))
    if (family.part === 'family') for (const given of givenOf(family)) add(given, family)
  for (const patronymic of parts.at(next))
    if (patronymic.part === 'patronymic')
      for (const family of parts.behind(patronymic, patronymic, 'family', false))
        for (const given of givenOf(family)) add(given, patronymic, family)
  const third = parts.tokenBehind(next)
  for (const family of third === undefined || !parts.mayNeedOthers(next) ? [] : parts.at(third)) {
    if (family.part !== 'family') continue
    for (const given of givenOf(family)) {
      const concept = conceptOf[given.spelling]!
      const language = languageOf(marks[given.spelling]!)
      for (const patronymic of parts.dependent(next, concept, language, 'patronymic')) add(given, patronymic, family)
    }
  }
}

/** In lower case a name is taken for one only with a second part, or where the glossary says that it is written so (росія). */
function mayBeLower({ marks }: Matcher, { parts }: Naming): boolean {
  const first = marks[parts[0]!.spelling]!
  return isSmall(first) || parts.length > 1 || mayBeSmall(first)
}

function naming({ marks, conceptOf, compiled }: Matcher, parts: readonly PartMatch[]): Naming {
  const first = parts[0]!.spelling
  const language = languageOf(marks[first]!)
  const mixed = parts.some(p => languageOf(marks[p.spelling]!) !== language)
  const mask = parts.reduce((cases, p) => cases & p.mask, allCases)
  return { concept: conceptOf[first]!, lang: mixed ? 'mixed' : compiled.languages[language]!, parts, mask }
}

const vocative = maskOf(['voc'])

/** True of a form that can only be a vocative. */
export const isCalled = ({ mask }: Naming): boolean => (mask & ~vocative) === 0

function longest(text: string, namings: readonly Naming[], language: string | undefined): Mention | undefined {
  let end = 0
  for (const { parts } of namings) end = Math.max(end, parts.at(-1)!.end)
  const all = namings.length === 1 ? namings : namings.filter(n => n.parts.at(-1)!.end === end)
  if (all.length === 0) return undefined
  const chosen = all.length === 1 && all[0]!.lang !== 'mixed' ? all : inLanguage(all, language)
  const start = all[0]!.parts[0]!.start
  return chosen.length === 0 ? undefined : { start, end, namings: chosen, lowercase: !isUpper(text.charCodeAt(start)) }
}

/** Those in a language, and those in others that the words around them may choose. */
function inLanguage(all: readonly Naming[], language: string | undefined): readonly Naming[] {
  const whole = all.filter(n => n.lang === language)
  const half = all.filter(n => n.lang === 'mixed')
  const own = whole.length > 0 ? whole : language === undefined ? [] : half.map(n => ({ ...n, lang: language }))
  // A name is seldom called: what can only be a vocative may be the other language's form, and the words around it decide.
  const called = own.length > 0 && own.every(isCalled)
  // So may a name of which only a part has the own form: Подоляку is a Russian dative, Михайлові Подоляку a locative, too.
  const others = called || whole.length === 0 ? all.filter(n => n.lang !== language && n.lang !== 'mixed') : []
  if (own.length > 0) return [...own, ...others]
  return half.length > 0 ? all.filter(n => n.lang !== 'mixed') : all
}

/** “Yu. V.”; titles of two letters are no initials. */
const initials = String.raw`((?:(?!(?:Mr|Ms|Dr|St|Fr|Lt|Hr|Др|Св|Ст)\.)\p{Lu}\p{Ll}?\.[ \u00a0]?){1,2})`
const before = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])${initials}$`, 'u')
const behind = new RegExp(`^[ \u00a0]${initials}`, 'u')

/** Initials choose among namesakes; those of nobody in the glossary make it another person's name. */
function withInitials(matcher: Matcher, text: string, mention: Mention): Mention {
  const { start, end } = mention
  const hasBefore = text[start - 1] === '.' || text[start - 2] === '.'
  const hasBehind = text[end + 2] === '.' || text[end + 3] === '.'
  if (!hasBefore && !hasBehind) return mention
  const bare = mention.namings.every(n => n.parts.length === 1 && n.parts[0]!.part === 'family')
  if (!bare) return mention
  const found =
    before.exec(text.slice(Math.max(0, start - 9), start))?.[1] ?? behind.exec(text.slice(end, end + 9))?.[1]
  if (!found) return mention
  const namings = mention.namings.filter(n => initialsFit(matcher, n, found))
  return { ...mention, namings, initials: found.trim() }
}

/** True also where the concept has no given names. */
function initialsFit({ compiled, marks }: Matcher, { concept }: Naming, initials: string): boolean {
  const initial = fold(initials).charAt(0)
  const { spellings, spellingStart } = compiled
  let any = false
  for (let id = spellingStart[concept]!; id < spellingStart[concept + 1]!; id++) {
    if (partOf(marks[id]!) !== 'given') continue
    if (fold(spellings[id]!.text).charAt(0) === initial) return true
    any = true
  }
  return !any
}

function exceptionRegions(parts: Parts, style: string | undefined): Region[] {
  const regions: Region[] = []
  const { compiled } = parts.matcher
  const { entryStart, entrySpelling, exceptions } = compiled
  if (exceptions.length === 0) return regions
  for (let t = 0; t < parts.count; t++) {
    const word = parts.word(t)
    for (let e = entryStart[word]!; e < entryStart[word + 1]! && entrySpelling[e]! < 0; e++) {
      if (placeOf(formOf(compiled, e)) > 0) break
      const exception = exceptions[-1 - entrySpelling[e]!]!
      if (exception.styles && !exception.styles.includes(style ?? '')) continue
      const end = parts.phraseEnd(t, entrySpelling[e]!, exception.joiners)
      if (end !== undefined) regions.push({ start: parts.start(t), end, concept: exception.concept })
    }
  }
  return regions
}

function excepted(naming: Naming, regions: readonly Region[]): boolean {
  const start = naming.parts[0]!.start
  const end = naming.parts.at(-1)!.end
  return regions.some(
    r => r.start <= start && end <= r.end && (r.concept === naming.concept || end - start < r.end - r.start),
  )
}
