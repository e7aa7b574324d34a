import { type Block, blockText } from '../content/index.ts'
import { type Compiled, isGivenName } from '../glossary/index.ts'
import {
  candidates,
  compare,
  differences,
  findInconsistent,
  type Inconsistency,
  leastSlavic,
  type Mention,
  nameLikeness,
  spellingKeys,
} from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { type Problem, remembered, type Span } from '../text/index.ts'
import { inconsistency } from './inconsistency.ts'
import type { Passage } from './passage.ts'
import { perGlossary } from './per-glossary.ts'
import { isOffice } from './roles.ts'
import type { Place } from './sighted.ts'
import { isInTongue } from './spoken.ts'
import type { Subject } from './subject.ts'
import { wordLists } from './word-lists.ts'

/** A capitalised word that no glossary lists, in its block's units. */
export interface Unlisted extends Mention {
  readonly block: Block
  readonly place: Place
  /** The index of the concept, for names of the glossary that stand beside unlisted ones. */
  readonly concept?: number
  /** The glossary's name was official in other times: Petrogard is a misspelt Petrograd, not Saint Petersburg. */
  readonly former?: boolean
}

/** What is remembered of words. */
interface Lore {
  readonly likeness: (word: string) => number
  readonly keys: (word: string) => readonly string[]
  /** By the number of a spelling of the glossary. */
  readonly ofSpelling: (spelling: number) => readonly string[]
  /** Of two spellings with a line break between them; the original behind them costs milliseconds to find. */
  readonly reason: (pair: string) => Reason
}

const loreOf = perGlossary(
  ({ spellings }): Lore => ({
    likeness: remembered(likenessOf),
    keys: remembered(spellingKeys),
    ofSpelling: remembered((spelling: number) => spellingKeys(spellings[spelling]!.text)),
    reason: remembered(reasonOf),
  }),
)

function likenessOf(word: string): number {
  return foreign.test(word) || wordLists('en').common.has(fold(word)) ? 0 : nameLikeness(word)
}

/** The unlisted names of a text in English passages; addresses, code and glossary names left out. O(n). */
export function unlistedNames(subject: Subject): Unlisted[] {
  const { likeness } = loreOf(subject.glossary)
  return inEnglish(subject, passage => placed(passage, namesLike(passage, likeness)))
}

/** The same and the names that the glossary matches but that are somebody else's. */
export function unlistedAndOthers(subject: Subject): Unlisted[] {
  const { likeness } = loreOf(subject.glossary)
  const isWanted: IsWanted = (passage, { start, end }) => passage.isUnlisted(start, end)
  return inEnglish(subject, passage => placed(passage, namesLike(passage, likeness, isWanted)))
}

type IsWanted = (passage: Passage, span: Span) => boolean

const isFree: IsWanted = (passage, { start, end }) => passage.isFree(start, end)

const inEnglish = (subject: Subject, find: (passage: Passage) => Unlisted[]): Unlisted[] =>
  subject.passages.filter(p => p.language === 'en').flatMap(find)

function namesLike(passage: Passage, likeness: Lore['likeness'], isWanted = isFree): readonly Mention[] {
  const { text } = passage
  const wanted = (_: string, span: Span) =>
    isWanted(passage, span) && !isGivenPart(text, span) && !isForeign(passage.block, span)
  return candidates(text, wanted, likeness, passage.sighted.capitalised)
}

/** A stretch that is marked as being in another language: Kiew is German. */
const isForeign = ({ languages }: Block, { start, end }: Span): boolean =>
  languages?.some(range => range.start <= start && end <= range.end && !/^en(?!\p{L})/iu.test(range.language)) === true

const placed = (passage: Passage, mentions: readonly Mention[]): Unlisted[] =>
  mentions.map(mention => {
    const place = passage.placeAt(mention.span.start, mention.span.end)
    return { ...mention, block: passage.block, place }
  })

/** Kept as long as the text is read again and again. */
const slavicIn = new WeakMap<Passage['sighted'], readonly Mention[]>()

/** The unlisted names that look Slavic at all. */
function slavicNames(passage: Passage, { likeness }: Lore): readonly Mention[] {
  const found =
    slavicIn.get(passage.sighted) ??
    namesLike(passage, word => {
      const slavic = likeness(word)
      return slavic > leastSlavic ? slavic : 0
    })
  slavicIn.set(passage.sighted, found)
  return found
}

/** Letters that neither English nor a romanization writes: the name is another language's. */
const foreign = /[łąęśźżńóőűøåæœßğıçñăţțşșřťďňůķļņģūų]/iu

/**
 * A word before another name is a given name: two people may well spell theirs differently. Where only the first is in capitals, it is the
 * family name (PODOLYAK Mykhailo).
 */
const isGivenPart = (text: string, { start, end }: Span) =>
  /^[ \u00a0\n](?:\p{Lu}\.[ \u00a0]?)?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 6)) &&
  !/^\p{Lu}{3}/u.test(text.slice(start, end))

/**
 * Family names and places of the glossary that an unlisted one could be a spelling of: it may be meant as theirs. Listed names among
 * themselves are other rules'.
 */
function besideUnlisted(subject: Subject, unlisted: ReadonlySet<string>): Unlisted[] {
  const { ofSpelling } = loreOf(subject.glossary)
  const { spellings } = subject.glossary
  const beside: Unlisted[] = []
  const mayBeEnglish = ({ language, block }: Passage) => language === 'en' || block.languages !== undefined
  for (const passage of subject.passages.filter(mayBeEnglish))
    for (let i = 0; i < passage.found.length; i++) {
      const naming = passage.found[i]!.namings.find(n => n.lang === 'en')
      const part = naming?.parts.find(p => p.part === 'family' || p.part === 'name')
      if (!naming || !part) continue
      if (!ofSpelling(part.spelling).some(key => unlisted.has(key))) continue
      if (!isRomanized(subject.glossary.concepts[naming.concept]!)) continue
      const seen = passage.seen(i)
      if (seen?.language !== 'en') continue
      const { block, place } = seen
      const { text, basis } = spellings[part.spelling]!
      const listed = { concept: naming.concept, former: basis === 'former' }
      beside.push({ text, span: part, slavic: 1, titled: false, first: false, block, place, ...listed })
    }
  return beside
}

/** Germany has its Cyrillic names from elsewhere: no spelling of another name comes from them. */
const isRomanized = ({ origin, names }: Compiled['concepts'][number]): boolean =>
  origin === undefined || names[origin] !== undefined

/** The keys that different spellings share: others are of no group. */
function sharedKeys(texts: readonly string[], keys: Lore['keys']): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const shared = new Set<string>()
  for (const text of texts)
    for (const key of keys(text)) {
      const before = seen.get(key)
      if (before === undefined) seen.set(key, text)
      else if (before !== text) shared.add(key)
    }
  return shared
}

/**
 * Names that no glossary lists and that the text spells in two ways, or otherwise than a glossary's name beside them. The glossary's
 * spelling wins, else the most frequent, else the first. They may be two people all the same: a fix is never safe, and where the
 * given names differ it is information only.
 */
export function* unlistedInconsistencies(subject: Subject): Generator<Problem> {
  const lore = loreOf(subject.glossary)
  const { keys } = lore
  const unlisted = subject.passages
    .filter(p => p.language === 'en')
    .map(passage => ({ passage, names: slavicNames(passage, lore) }))
  const texts = unlisted.flatMap(({ names }) => names.map(({ text }) => text))
  if (texts.length === 0) return
  const beside = besideUnlisted(subject, new Set(texts.flatMap(keys)))
  const shared = sharedKeys([...texts, ...beside.map(({ text }) => text)], keys)
  if (shared.size === 0) return
  const isShared = ({ text }: Mention) => keys(text).some(key => shared.has(key))
  const alike = unlisted.flatMap(({ passage, names }) =>
    placed(passage, names.filter(isShared)).map(vouched(subject, lore)),
  )
  for (const group of findInconsistent([...alike, ...beside.filter(isShared)], withoutMore))
    yield* problemsOf(subject, group)
}

/** A given name of ours that looks like one shows what the word behind it is: Hryhoriy Tsymbal. */
const vouched =
  ({ glossary }: Subject, { likeness }: Lore) =>
  (name: Unlisted): Unlisted => {
    const { before } = name
    const isOurs = before !== undefined && likeness(before) > 0.5 && isGivenName(glossary, fold(before))
    return isOurs ? { ...name, slavic: Math.max(name.slavic, 0.95) } : name
  }

const withoutMore = { withoutOriginals: true, withoutTwins: true }

function* problemsOf(subject: Subject, { mentions, confidence }: Inconsistency<Unlisted>): Generator<Problem> {
  const startOf = ({ block, span }: Unlisted) => subject.span(block, span.start, span.end).start
  const isListed = (list: readonly Unlisted[]) => Number(list[0]!.concept !== undefined)
  const lists = [...mentions].sort(
    (a, b) => isListed(b) - isListed(a) || b.length - a.length || startOf(a[0]!) - startOf(b[0]!),
  )
  const concepts = new Set(lists.flatMap(list => list[0]!.concept ?? []))
  if (concepts.size > 1) return
  // Given names alone may be two people's.
  if (lists.some(list => isGivenName(subject.glossary, fold(list[0]!.text)))) return
  const winner = lists[0]!
  const preferred = preferredOf(subject, winner[0]!)
  const givenOfWinner = listedGiven(subject, winner[0]!) ?? givenOf(winner)
  const related = winner.map(m => ({ span: subject.span(m.block, m.span.start, m.span.end), role: 'other-spelling' }))
  for (const list of lists.slice(1)) {
    const pair = [list[0]!.text, winner[0]!.text] as const
    if (isListed(list) || isTownAndAdjective(...pair) || isFamilyOf(...pair)) continue
    const isOne = !isOfTwoFamilies(list[0]!.text, winner[0]!.text) && !isAnew(subject, list[0]!, winner[0]!)
    const reason = loreOf(subject.glossary).reason(`${list[0]!.text}\n${preferred}`)
    const data = { ...reason, confidence: Math.round(confidence * 100) / 100 }
    for (const name of list) {
      if (isInTongue(blockText(name.block), name.span.start)) continue
      const certain = isOne && sameGiven(givenOf(hasGiven(name) ? [name] : list), givenOfWinner)
      yield inconsistency(subject, name, preferred, { doubt: certain ? 'none' : 'two-people', related, data })
    }
  }
}

/** “Anna Kalinska, a dentist” behind Anna Kalinskaya is introduced for the first time: somebody else. */
function isAnew(subject: Subject, name: Unlisted, other: Unlisted): boolean {
  const startOf = ({ block, span }: Unlisted) => subject.span(block, span.start, span.end).start
  if (!hasGiven(name) || !hasGiven(other) || startOf(other) > startOf(name)) return false
  return anew.test(blockText(name.block).slice(name.span.end, name.span.end + 60))
}
const anew = /^,\s+an?\s+(?:[\p{L}-]+\s){0,3}[\p{L}-]+[,.;]/u

/** Petriv and Petrov are two families, though one letter of an original may stand for both. */
const isOfTwoFamilies = (a: string, b: string): boolean => /^(.+)([io])va?\n\1(?!\2)[io]va?$/iu.test(`${a}\n${b}`)

/** Aleksandrovsk and Luhansk are towns, Aleksandrovskii and Lugansky men or adjectives. */
const isTownAndAdjective = (a: string, b: string): boolean =>
  /[sc]k\n.*[sc]k(?:[iy]{1,2}|ij|aya|aia|oe|oye)$/iu.test(a.length < b.length ? `${a}\n${b}` : `${b}\n${a}`)

/** The Zelenskyys are the family of Zelenskyy. */
const isFamilyOf = (a: string, b: string): boolean => a === `${b}s` || b === `${a}s`

type Reason =
  | { readonly why: 'none' }
  | { readonly why: 'letters'; readonly original: string; readonly letters: string }

/** The original that both spellings can stand for, and the letters that they write differently. */
function reasonOf(pair: string): Reason {
  const [text, preferred] = pair.split('\n') as [string, string]
  const { original, alignment } = compare(text, preferred)
  const letters = differences(alignment)
  return original === undefined || letters === '' ? { why: 'none' } : { why: 'letters', original, letters }
}

function preferredOf(subject: Subject, { concept, former, text }: Unlisted): string {
  if (concept === undefined || former) return text
  const { kind } = subject.glossary.concepts[concept]!
  return subject.chooser.preferred(concept, kind === 'person' ? 'family' : 'name', 'en')?.text ?? text
}

const givenOf = (list: readonly Unlisted[]): string[] =>
  [...new Set(list.flatMap(({ before }) => before ?? []))].filter(isGiven)

/** The given name that the glossary has for one of its people. */
function listedGiven({ glossary, chooser }: Subject, { concept }: Unlisted): readonly string[] | undefined {
  if (concept === undefined || glossary.concepts[concept]!.kind !== 'person') return undefined
  const given = chooser.preferred(concept, 'given', 'en')?.text
  return given === undefined ? undefined : [given]
}

/** False where both spellings come with given names and no two of these are the same name. */
const sameGiven = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some(x => b.some(y => x === y || isSameGiven(x, y)))

const hasGiven = ({ before }: Unlisted): boolean => before !== undefined && isGiven(before)

/** Iván and Ivan are two people's: no romanization writes such accents. What two languages make of a name may be two people's, too. */
const isSameGiven = (a: string, b: string): boolean => !accented.test(a + b) && compare(a, b).relation === 'spelling'
const accented = /[áãéíóòúùýäöü]/iu

/** No role, nation or other word (PM, Russia’s, Kremlin-backed) that may stand before a family name. */
function isGiven(word: string): boolean {
  const lists = wordLists('en')
  const folded = fold(word)
  if (lists.common.has(folded) || lists.nations.has(folded) || isOffice(folded, 'en')) return false
  return !/['’]s$|^\p{Lu}+$|-\p{Ll}/u.test(word)
}
