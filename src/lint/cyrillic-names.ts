import { isGivenName } from '../glossary/index.ts'
import {
  commonNames,
  isAlike,
  isInOtherLetters,
  nameSpans,
  type Respelling,
  respelled,
  respelling,
  respellingKey,
  russianGiven,
} from '../names/index.ts'
import { grouped, remembered, type Span } from '../text/index.ts'
import { isGiven } from './alone.ts'
import { bareUses, type FullUse, titledUses } from './full-uses.ts'
import { beginsSentence } from './neighbours.ts'
import type { Passage } from './passage.ts'
import type { Subject } from './subject.ts'

/** A family name beside a given name, an office, both or nothing. */
interface FamilyUse {
  readonly passage: Passage
  readonly given?: Span
  readonly givenText?: string
  readonly family: Span
  readonly familyText: string
}

/** A part of a person's name, spelled otherwise than elsewhere in the text beside the same other part or office. */
export interface Misspelt {
  readonly passage: Passage
  readonly span: Span
  readonly text: string
  readonly change: Respelling
  /** The spelling that wins, in the case of the use. */
  readonly preferred: string
  /** Where the winner stands; one list for all. */
  readonly others: readonly Spot[]
}

export interface Spot {
  readonly passage: Passage
  readonly span: Span
}

type Cyrillic = 'uk' | 'ru'

/** Names come back in other texts. */
const keyOf = remembered(respellingKey, 20_000)

/** So many names with the same first letters are compared with each other. */
const most = 40

/**
 * Андрій Сибіга and Андрія Сібігу, міністр Сибіга and міністра Сібігу, Боріс Джонсон and Бориса Джонсона in the Ukrainian or the Russian
 * passages of one text. `full`: the full names there.
 */
export function misspeltNames(subject: Subject, full: readonly FullUse[], language: Cyrillic): readonly Misspelt[] {
  const known = new Set<number>()
  const isNew = ({ passage, span }: Misspelt) => {
    const { start } = subject.span(passage.block, span.start, span.end)
    return !known.has(start) && known.add(start)
  }
  const beside = byKey(subject, full, language).flatMap(uses => misspelt(subject, language, uses))
  const lost = new Set(beside.map(({ text }) => text))
  const right = lost.size === 0 ? full : full.filter(({ familyText }) => !lost.has(familyText))
  return [...beside, ...besideFull(subject, right, language)].filter(isNew)
}

/** Names whose family names could be spellings of one beside one given name or office, by forms of the given and the family name. */
function byKey(
  subject: Subject,
  full: readonly FullUse[],
  language: Cyrillic,
): readonly ReadonlyMap<string, readonly FamilyUse[]>[] {
  const groups = new Map<string, Map<string, FamilyUse[]>>()
  const add = (beside: string, use: FamilyUse) => {
    const key = `${beside} ${keyOf(use.familyText)}`
    const group = groups.get(key) ?? new Map<string, FamilyUse[]>()
    groups.set(key, group)
    const name = `${use.givenText ?? ''} ${use.familyText}`
    const uses = group.get(name) ?? []
    group.set(name, uses)
    uses.push(use)
  }
  for (const use of full) add(keyOf(use.givenText).slice(0, 3), use)
  for (const use of titledUses(subject, language)) add(`(${use.office})`, use)
  return [...groups.values()]
}

/** Words that stand alone, like a family name that the text has in full, but no forms of one that it has. */
function besideFull(subject: Subject, full: readonly FullUse[], language: Cyrillic): readonly Misspelt[] {
  const long = full.filter(({ familyText }) => familyText.length >= shortest)
  const begins = new Set([...new Set(long.map(({ familyText }) => familyText.slice(0, 2)))].flatMap(beginnings))
  const bare = bareUses(subject, language, 2, begins).filter(({ familyText }) => familyText.length >= shortest)
  if (bare.length === 0) return []
  const hasGiven = ({ givenText }: FullUse) => isGiven(subject.glossary, givenText, language)
  // “Потім Гріщенко” is nobody’s full name, “Крісталіна Георгієва” is.
  const isNamed = (use: FullUse) => !beginsSentence(use.passage.text, use.given.start) || hasGiven(use)
  const byKey = grouped(
    grouped(long, ({ familyText }) => familyText),
    ([text]) => keyOf(text),
  )
  return [...grouped(bare, ({ familyText }) => familyText)].flatMap(([familyText, uses]) => {
    const alike = byKey.get(keyOf(familyText))
    if (!alike) return []
    const isOne = ([text]: (typeof alike)[number]) => text === familyText || isSameBut(text, familyText)
    if (alike.some(one => isOne(one) && one[1].some(isNamed))) return []
    const like = alike.flatMap((one): typeof alike => {
      const [text, full] = one
      const named = full.filter(isNamed)
      const isAsked = named.length === 0 && !isOne(one) && isAlike(text, familyText)
      const shown =
        isAsked && respelling(familyText, text, language)
          ? full.slice(0, 1).filter(use => isNameOfPerson(use, language))
          : named
      return shown.length > 0 ? [[text, shown]] : []
    })
    const isPerson = like.some(
      ([text, full]) =>
        full.some(use => hasGiven(use) || !isNamed(use)) ||
        (!isOne([text, full]) && isAlike(text, familyText) && isNameOfPerson(full[0]!, language)),
    )
    // Within a sentence a capital shows a name.
    const names = uses.filter(
      ({ passage, family }) =>
        passage.isFree(family.start, family.end) && (isPerson || !beginsSentence(passage.text, family.start)),
    )
    if (names.length === 0 || like.some(([text]) => commonNames(text, familyText, language, 'family').length > 0))
      return []
    return like.flatMap(([text, full]) => {
      const isForeign = isInOtherLetters(text, language) && !isInOtherLetters(familyText, language) && !isListed(full)
      const [losers, winners] = isForeign ? [full, names] : [names, full]
      if (names.some(use => hasOtherInitial(use, full))) return []
      return besideWinner(subject, language, losers, [winners]).filter(({ change }) =>
        isInStem(losers, change, language),
      )
    })
  })
}

/** «Л. Сімоном» is not Річард Семон. */
function hasOtherInitial({ passage: { text }, family }: FamilyUse, full: readonly FullUse[]): boolean {
  const [, initial] = /(\p{Lu})\.[ \u00a0]?$/u.exec(text.slice(Math.max(0, family.start - 4), family.start)) ?? []
  return initial !== undefined && full.every(({ givenText }) => givenText[0] !== initial)
}

/** The two words are one name. Asked only where a family name is like it. */
function isNameOfPerson({ passage: { text }, family, given = family }: FamilyUse, language: Cyrillic): boolean {
  const from = Math.max(0, given.start - around)
  const spans = nameSpans(text.slice(from, family.end + around), language)
  return spans.some(
    ({ start, end, kind }) => kind === 'person' && from + start === given.start && from + end === family.end,
  )
}
const around = 80

/** How the first two letters of a name may be misspelt: as writers confuse the second, or as renderings waver. */
function beginnings(begin: string): readonly string[] {
  const [first, second] = begin as unknown as readonly [string, string]
  const firsts = wavering.find(letters => letters.includes(first)) ?? first
  const seconds = confused.find(letters => letters.includes(second)) ?? second
  return [...firsts].flatMap(a => [...seconds].map(b => a + b))
}
const wavering = ['УВ', 'ХГ', 'ЕЄЭ', 'ІИ']
const confused = ['иіїыеєэ', 'ао', 'ую']

/** They begin alike, but for an ending: forms of one name nearly always, told without a look at its cases. */
const isSameBut = (a: string, b: string): boolean =>
  a.startsWith(b.slice(0, Math.min(a.length, b.length) - 1)) && signs.every(sign => sign.test(a) === sign.test(b))
const signs = [/(\p{L})\1/u, /ь/u]

/** Левицького is no slip for Левицьку: one letter more of the stem is (Бланшет). Of a short name only a letter that is doubled, or is none of the language's. */
function isInStem([use]: readonly FamilyUse[], { at, length, insert }: Respelling, language: Cyrillic): boolean {
  const text = use!.familyText
  const isDoubled = insert === text[at - 1] || insert === text[at] || (length === 1 && text[at] === text[at - 1])
  if (isDoubled || isInOtherLetters(text, language)) return true
  if (text.length < longEnough)
    return text.length >= longEnough - 1 && /[эы]/u.test(text.slice(at, at + length) + insert)
  if (insert.length > 1 || /^ив/u.test(text.slice(at))) return true
  return at <= text.length - 4 || insert === 'ь' || /[^аеєиіїоуыэюягмхйв]/u.test(text.slice(at + length))
}

/** Shorter words are like too many others. */
const shortest = 4
const longEnough = 6

function misspelt(subject: Subject, language: Cyrillic, names: ReadonlyMap<string, readonly FamilyUse[]>): Misspelt[] {
  if (names.size < 2) return []
  const all = [...names.values()].slice(0, most)
  const among = (weigh: (uses: readonly FamilyUse[]) => number) => losers(subject, language, all, weigh)
  const found = among(uses => all.filter(other => isSameStem(uses, other)).flat().length)
  return found.length === 0 ? found : among(uses => timesWritten(subject, language, uses[0]!.familyText))
}

/** Those that are another one misspelt; the glossary's, those in the language's own letters, and the heavier ones win. */
function losers(
  subject: Subject,
  language: Cyrillic,
  all: readonly (readonly FamilyUse[])[],
  weigh: (uses: readonly FamilyUse[]) => number,
): Misspelt[] {
  const isOwn = ([use]: readonly FamilyUse[]) => !isInOtherLetters(use!.familyText, language)
  const ranks = new Map(all.map(uses => [uses, [Number(isListed(uses)), Number(isOwn(uses)), weigh(uses)] as const]))
  const ranked = [...all].sort((a, b) => {
    const [x, y] = [ranks.get(a)!, ranks.get(b)!]
    return y[0] - x[0] || y[1] - x[1] || y[2] - x[2]
  })
  const winners: (readonly FamilyUse[])[] = []
  return ranked.flatMap(uses => {
    const found = isListed(uses) ? [] : besideWinner(subject, language, uses, winners)
    if (found.length === 0) winners.push(uses)
    return found
  })
}

const isListed = ([use]: readonly FamilyUse[]): boolean => !use!.passage.isFree(use!.family.start, use!.family.end)

/** How often a name stands in the text, in whatever case, alone or not. Asked only where two spellings have been found. O(n). */
function timesWritten(subject: Subject, language: Cyrillic, familyText: string): number {
  const begins = familyText.slice(0, 3)
  const isForm = (word: string) =>
    word === familyText || (word.startsWith(begins) && commonNames(word, familyText, language, 'family').length > 0)
  return subject.passages
    .filter(passage => passage.language === language)
    .flatMap(({ sighted }) => sighted.capitalised.filter(({ text }) => isForm(text))).length
}

/** Forms of one family name, its last letters aside: they count together. */
function isSameStem(a: readonly FamilyUse[], b: readonly FamilyUse[]): boolean {
  const [first, second] = [a[0]!.familyText, b[0]!.familyText]
  const length = Math.min(first.length, second.length) - 2
  return first.slice(0, length) === second.slice(0, length)
}

function besideWinner(
  subject: Subject,
  language: Cyrillic,
  uses: readonly FamilyUse[],
  winners: readonly (readonly FamilyUse[])[],
): Misspelt[] {
  const [use] = uses as readonly [FamilyUse]
  for (const others of winners) {
    const [other] = others as readonly [FamilyUse]
    const change = respelling(use.familyText, other.familyText, language)
    if (change && mayBeOne(subject, language, use, other)) return misspeltIn(uses, 'family', change, others)
    const inGiven = givenRespelling(language, use, other)
    if (inGiven) return misspeltIn(uses, 'given', inGiven, others)
  }
  return []
}

/** Two given names, one letter apart, beside forms of one family name. */
function givenRespelling(language: Cyrillic, a: FamilyUse, b: FamilyUse): Respelling | undefined {
  if (a.givenText === undefined || b.givenText === undefined) return undefined
  // What Russian writes is wrong-language-form's.
  if (language === 'uk' && [a.givenText, b.givenText].some(given => russianGiven(given).length > 0)) return undefined
  if (commonNames(a.familyText, b.familyText, language, 'family').length === 0) return undefined
  return respelling(a.givenText, b.givenText, language, 'given')
}

function misspeltIn(
  uses: readonly FamilyUse[],
  part: 'given' | 'family',
  change: Respelling,
  winners: readonly FamilyUse[],
): Misspelt[] {
  const spotsOf = (list: readonly FamilyUse[]): Spot[] =>
    list.flatMap(use => (use[part] ? [{ passage: use.passage, span: use[part] }] : []))
  const others = spotsOf(winners)
  return spotsOf(uses).map(({ passage, span }) => {
    const text = passage.text.slice(span.start, span.end)
    return { passage, span, text, change, preferred: respelled(text, change), others }
  })
}

/** What may be a name's first word and no given name: Нижня Дуванка, but not Кая Каллас. */
const adjective = {
  uk: /[аеєиіїоуюя].*(?:[иії]й|[ое]ї|[ое]го|[ое]му|[иі]м|[иі]х|[ое]ю|[^аеєиіїоуюя][аяуюіи])$/iu,
  ru: /[аеёиоуыэюя].*(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ую]ю|[ое]й)$/iu,
}

/** Two given names are forms of one. Names of one office need no given names, but they may not have two. */
function mayBeOne({ glossary }: Subject, language: Cyrillic, a: FamilyUse, b: FamilyUse): boolean {
  if (a.givenText === undefined || b.givenText === undefined) return true
  const isNoAdjective = !adjective[language].test(a.givenText) && !adjective[language].test(b.givenText)
  if (a.givenText === b.givenText && (isNoAdjective || isNameOfPerson(b, language))) return true
  return commonNames(a.givenText, b.givenText, language, 'given').some(
    name => isNoAdjective || isGivenName(glossary, name),
  )
}
