import { isLetter, isUpper } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import type { Era } from './eras.ts'
import { isBehindOwner } from './governed.ts'
import {
  beginsSentence,
  bothShout,
  gapSigns,
  isAcronym,
  isBehindArticle,
  type Neighbour,
  wordBefore,
  wordBehind,
} from './neighbours.ts'
import { isPast, pastTails } from './past.ts'
import { isOffice, isRole } from './roles.ts'
import { type Spoken, spokenOf } from './spoken.ts'
import { wordLists } from './word-lists.ts'

/**
 * Why a name of the glossary may belong to somebody or something else where it stands: behind another given name; behind a word in
 * capitals that nobody knows; because it is also a family name and nothing shows the place; in a longer name; in another country; in
 * the past; or because the text speaks of the spelling.
 */
export type Doubt = 'other-person' | 'namesake' | 'unplaced' | 'larger-name' | 'elsewhere' | 'history' | 'word'

export interface Surrounded {
  readonly kind: string
  /** The name stands with its given name or initials. */
  readonly full: boolean
  /** The place's name is also a family name. */
  readonly surname: boolean
  /** Its form may be a genitive. */
  readonly inGenitive: boolean
  /** True of words that themselves begin or end a name of the glossary. */
  readonly isName: (start: number) => boolean
  /** Another spelling of the same name stands close by in the same sentence. */
  readonly contrasted: boolean
  /** Another place stands right beside it: “Kyiv and Lvov”, “Kyiv–Lvov”, “from Kyiv to Lvov”; or a list of places. */
  readonly besidePlace: () => boolean
  /** Its spelling may be that of another time; what another language spells is not. */
  readonly aged: boolean
  /** Where the quotation begins in which the name stands. */
  readonly quoteStart: () => number | undefined
  /** The time of what stands around it, where the text tells one. */
  readonly era: () => Era | undefined
  /** Where the row of names begins of which this is one: “Київ, Харків, Львів”. */
  readonly rowStart: () => number
  /** Most long words of the text have capitals. */
  readonly isTitleCase: () => boolean
  /** True of folded words that are known as given names. */
  readonly isGiven: (word: string) => boolean
}

interface Where extends Spoken {
  readonly name: Surrounded
  readonly language: string
}

/**
 * Looks at the words beside a name. Headline capitals and capitals at the beginning of a sentence mean nothing: only words that no
 * list knows count. What is certain goes first.
 */
export function doubtOf(
  text: string,
  start: number,
  end: number,
  language: string,
  name: Surrounded,
): Doubt | undefined {
  const where: Where = { text, start, end, known: wordLists(language), name, language }
  const place = name.kind === 'place'
  if (place && elsewhere(where)) return 'elsewhere'
  const before = name.full ? undefined : wordBefore(text, start, word => where.known.titles.has(word))
  if (name.kind === 'person' && isDouble(where)) return 'larger-name'
  if (place && language !== 'en' && isCompound(where)) return 'larger-name'
  if (place && language === 'en' && isFleet(where)) return 'larger-name'
  const beside = besideDoubt(where, before) ?? behindDoubt(where, before)
  if (beside) return beside === 'larger-name' && place && isPast(where) ? 'history' : beside
  if (name.contrasted || spokenOf(where)) return 'word'
  if (name.kind === 'person') return undefined
  if (isPast(where)) return 'history'
  return place && name.surname && !isPlaced(where, before) ? 'unplaced' : undefined
}

function besideDoubt(
  { text, start, end, known, name, language }: Where,
  before: Neighbour | undefined,
): Doubt | undefined {
  if (!before) return undefined
  if (name.kind === 'place' && known.titles.has(before.word) && (before.capital || language !== 'en'))
    return 'other-person'
  // «Атаман Жданов», but «мэр Жданова»: an office is a place's only where the place is in the genitive.
  if (name.kind === 'place' && language !== 'en' && !name.inGenitive && isRole(before.word, language))
    return 'other-person'
  if (name.kind === 'place' && inTheManner.test(text.slice(Math.max(0, start - 6), start))) return 'larger-name'
  if (name.kind === 'place' && (known.houses.has(before.word) || isShip(text, before))) return 'larger-name'
  if (!before.capital || (name.kind === 'place' && text[before.start - 1] === ',')) return undefined
  if (known.common.has(before.word) || known.nations.has(before.word) || isOffice(before.word, language))
    return undefined
  if (bothShout(text, start, end, before) && !name.isGiven(before.word)) return undefined
  if (name.isTitleCase()) return known.works.has(before.word) ? 'larger-name' : undefined
  if (name.isGiven(before.word)) return 'other-person'
  if (known.titles.has(before.word) || name.isName(before.start) || isAcronym(text, before)) return undefined
  if (known.works.has(before.word)) return 'larger-name'
  const person = name.kind === 'person' || name.surname
  const participle = /(?:ed|ing|ly|y)$/u.test(before.word)
  if (language === 'en' && isIntroduced(text, end)) return 'other-person'
  return beginsSentence(text, before.start) && (language !== 'en' || !person || participle) ? undefined : 'namesake'
}

/** “José Odessa, the Cuban boxer”: what stands behind says who somebody is; “the former capital” is no person. */
export function isIntroduced(text: string, end: number): boolean {
  const role = /^,\s+(?:an?|the)\s+(?:[\p{L}-]+\s){0,2}([\p{L}-]+)[,.;]/u.exec(text.slice(end, end + 60))?.[1]
  return role !== undefined && wordLists('en').roles.has(fold(role))
}

/** Cutlets à la Kiev. */
const inTheManner = /(?<!\p{L})[àa] la $/iu

/** “The carriers Kiev, Minsk and Novorossiysk”. */
function isFleet({ text, known, name }: Where): boolean {
  const word = wordBefore(text, name.rowStart(), () => false)?.word ?? ''
  return word.endsWith('s') && known.houses.has(word.slice(0, -1))
}

/** “The sister ship Kiev”, not “to ship Kiev arms”. */
const isShip = (text: string, { word, start }: Neighbour): boolean =>
  word === 'ship' &&
  /(?<!\p{L})(?:the|an?|sister|cargo|cruise|motor|merchant)\s$/iu.test(text.slice(Math.max(0, start - 10), start))

function behindDoubt(where: Where, before: Neighbour | undefined): Doubt | undefined {
  const { text, start, end, known, name, language } = where
  if (name.kind === 'place' && (productBehind.test(text.slice(end, end + 12)) || dishBehind(where)))
    return 'larger-name'
  if (name.kind === 'place' && ((text[end] === ',' && isSetOff(where)) || isToldToBe(where))) return 'larger-name'
  const behind = wordBehind(text, end)
  if (behind?.capital && before && known.vessels.has(before.word)) return 'larger-name'
  if (!behind?.capital || name.isName(behind.start) || bothShout(text, start, end, behind)) return undefined
  if (name.full && text[behind.end] === '.' && behind.end - behind.start <= 2) return undefined
  if (name.kind === 'person' && isAcronym(text, behind)) return undefined
  if (name.kind === 'organisation' && companyForm.test(behind.word)) return undefined
  if (name.isTitleCase()) return known.works.has(behind.word) ? 'larger-name' : undefined
  if (name.kind === 'place' && known.placeTails.has(behind.word) && isWorkBehind(where, behind)) return 'larger-name'
  if (known.roles.has(behind.word) || known.nations.has(behind.word)) return undefined
  // “The Kiev Thought” is a paper, though thought is a word like others.
  if (known.common.has(behind.word) && !(name.kind === 'place' && isBehindArticle(text, start))) return undefined
  if (name.kind === 'place' && known.placeTails.has(behind.word)) return undefined
  // «Президент Киргизии Садыр Жапаров»: the office is the place's, the name behind it is who holds it.
  if (name.kind === 'place' && language !== 'en' && isRole(text.slice(before?.start ?? start, start).trim(), language))
    return undefined
  const governed = before !== undefined && (known.placed.has(before.word) || isOwned(text, start, language))
  if (governed && (name.isGiven(behind.word) || known.titles.has(behind.word))) return undefined
  return isGivenPlace(where) && !known.works.has(behind.word) && !pastTails.test(text.slice(end, end + 24))
    ? 'namesake'
    : 'larger-name'
}

/** The Kiev City Ballet is a company of the city; the Kiev City Council is the city's. */
function isWorkBehind({ text, known }: Where, { end }: Neighbour): boolean {
  const next = wordBehind(text, end)
  return next?.capital === true && known.works.has(next.word)
}

/** “Kiev is a make of cameras”, “Kiev was an aircraft carrier”: what stands behind is none that a place can be. */
function isToldToBe({ text, end, known }: Where): boolean {
  const words = toldToBe.exec(text.slice(end, end + 60))?.[1]?.split(' ') ?? []
  return words.slice(0, 3).some(word => known.vessels.has(word))
}

const toldToBe = /^,?\s(?:is|was)\san?\s((?:[\p{L}-]+\s?){1,3})/u

const companyForm = /^(?:ltd|llc|inc|plc|jsc|pjsc|corp|gmbh|sa|ag)$/u

/** “The lead ship, Kiev, …”: a comma stands behind, too. */
function isSetOff({ text, start, known }: Where): boolean {
  const noun = /(\p{L}+),\s$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]
  return noun !== undefined && known.vessels.has(fold(noun))
}

/** A woman may be called Odessa, but not “the Odessa”. */
const isGivenPlace = ({ text, start, end, known }: Where): boolean =>
  known.given.has(fold(text.slice(start, end))) && !isBehindArticle(text, start)

/** Podoliyak-Smith is another family; the Putin-Medinski talks are of two people, and an Anti-Zelensky rally is about one. */
function isDouble({ text, start, end, name }: Where): boolean {
  const before =
    text[start - 1] === '-' ? /\p{Lu}\p{Ll}[\p{L}\p{M}'’]*-$/u.exec(text.slice(Math.max(0, start - 30), start)) : null
  const isOther = before !== null && !prefix.test(before[0]) && !name.isName(start - before[0].length)
  const behind = text[end] === '-' ? /^-\p{Lu}\p{Ll}[\p{L}\p{M}'’]*/u.exec(text.slice(end, end + 30)) : null
  if (!isOther && (!behind || name.isName(end + 1))) return false
  return !between.test(text.slice(end + (behind?.[0].length ?? 0), end + 50))
}

/** «Нью-Мексико», «Ес-Сувейда», «Харьков-Товарный» are other places; in English a hyphen stands between two (Berlin-Kiev). */
function isCompound({ text, start, end, name }: Where): boolean {
  const before = text[start - 1] === '-' ? compoundHead.exec(text.slice(Math.max(0, start - 30), start)) : null
  if (before && !name.isName(start - before[0].length)) return true
  return text[end] === '-' && /^-\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) && !name.isName(end + 1)
}

const compoundHead = /\p{Lu}\p{Ll}+-$/u

/** What two people have with one another. */
const between =
  /^\s+(?:summit|calls?|talks?|meetings?|line|deal|pact|accord|agreement|relations|dialogue|rivalry|duel|conversation)(?!\p{L})/u

const prefix = /^(?:anti|pro|non|ex|post|pre|mid|neo|pseudo|over|un|re)-$/iu

/** Kiev 88, Kiev-60: a model. */
const productBehind =
  /^[\s-](?!(?:1[5-9]|20)\d\d(?!\d))\d{1,4}[a-z]?(?![\d,.:]?\d|\s+(?:people|civilians|km|miles|years|days|лет|год|рок|челов|люд|мирн|жител|км|кілом|килом|тис|тыс|млн|млрд|дн|ден|сут|годин|час|мин|хвил|гр)|\s*%)/iu

function dishBehind({ text, end, known }: Where): boolean {
  if (/^\ufffc?-(?:style|class)\b/iu.test(text.slice(end, end + 8))) return true
  const behind = wordBehind(text, end)
  return behind !== undefined && !behind.capital && known.dishes.has(behind.word)
}

const isOwned = (text: string, start: number, language: string): boolean =>
  (language === 'uk' || language === 'ru') && isBehindOwner(text, start, language)

/** Something shows the place: a preposition, “mayor of”, a description behind, the country, another place beside. */
function isPlaced({ text, start, end, known, name, language }: Where, before: Neighbour | undefined): boolean {
  const of = /([\p{L}]+)\s+of\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (before && known.placed.has(before.word)) return true
  if (name.inGenitive && isOwned(text, start, language)) return true
  if (of && known.placed.has(fold(of))) return true
  const behind = wordBehind(text, end)
  if (behind && known.placeTails.has(behind.word)) return true
  if (shown.test(text.slice(end, end + 40)) || foughtFor.test(text.slice(Math.max(0, start - 12), start))) return true
  if (name.besidePlace() || (before?.word === 'to' && wayTo.test(text.slice(Math.max(0, start - 24), start))))
    return true
  return struck.test(text.slice(Math.max(0, start - 32), start)) || suffers.test(text.slice(end, end + 40))
}

/** “Lvov-based”, “Lvov, Ukraine”, “Lvov, the capital”, “Lvov’s mayor”, and as a dateline “Lvov, 21 November —”, “Lvov (AP) —”. */
const shown =
  /^(?:[-–](?:based|bound|born)(?!\p{L})|,\s+(?:Ukraine|Україна|Украина)|,\s+(?:a|an|the|its)\s+(?:\p{L}+\s+){0,2}(?:capital|city|town|port|village|hub)(?!\p{L})|['’]s\s+(?:mayor|governor|residents|streets|airport|outskirts|suburbs|cent(?:er|re)|port|old town|railway|opera|population)(?!\p{L})|,\s+(?:\d{1,2}\s+\p{L}+|\p{L}{3,9}\.?\s+\d{1,2})\s+[–—-]\s|\s+\(\p{L}+\)\s+[–—-]\s)/u
const foughtFor = /(?:battle|fight) for\s+$/iu

/** What strikes places, not people: “missiles hit Lvov”, “a raid on Lvov”. */
const struck =
  /(?<!\p{L})(?:missiles?|drones?|rockets?|bombs?|shells?|tanks?|troops|forces|army|bombers|(?:air)?(?:strikes?|raids?|attacks?|assaults?)|offensive|explosions?|blasts?)\s+(?:hits?|strikes?|struck|rocks?|rocked|shakes?|shook|pounds?|pounded|targets?|targeted|damages?|damaged|enters?|entered|reach|reached|takes?|took|seizes?|seized|captures?|captured|leaves?|left|on|over|against)\s+$/iu
const suffers =
  /^\s+(?:(?:is|was|has been|remains|comes|came)\s+)?(?:(?:again|now|still|being)\s+)?(?:under (?:fire|attack|shelling|bombardment|occupation|siege|curfew)|(?:hit|struck|rocked|shaken|pounded)\s+by\s+(?:\p{L}+\s+)?(?:missiles?|drones?|rockets?|bombs?|shells?|strikes?|airstrikes?|explosions?|blasts?|shelling|fire)|shelled|bombed|bombarded|besieged|occupied|without (?:power|water|heat\p{L}*|electricity))(?!\p{L})/iu

const wayTo =
  /(?:^|\s)(?:welcome|fl(?:ew|own|y|ies|ying|ights?|ed)|trains?|road|railway|route|way|trips?|journeys?|visits?|travel\p{L}*|mov(?:ed?|es|ing)|drove|driv(?:en|ing)|evacuated|relocated)\s+to\s+$/iu

const elsewherePattern = /^(?:,?\s+(?:in\s+)?|\s+\()(\p{Lu}[\p{L}.]*)(?:\s+(\p{Lu}\p{L}*))?/u

/** False where a small letter that begins no “in” stands behind a space: most names need no closer look. */
function mayBeElsewhere(text: string, end: number): boolean {
  if (end >= text.length || !gapSigns.has(text.charCodeAt(end))) return false
  const next = text.charCodeAt(end + 1)
  return !isLetter(next) || isUpper(next) || text[end + 1] === 'i'
}

/** “Odessa, Texas”, “Odessa in Missouri”, “Odessa (Saskatchewan)” are other places. */
function elsewhere({ text, end, known }: Where): boolean {
  const found = mayBeElsewhere(text, end) ? elsewherePattern.exec(text.slice(end, end + 40)) : null
  if (!found) return false
  const plain = (word: string | undefined) => fold(word ?? '').replaceAll('.', '')
  const states = known.otherPlaces
  return states.has(plain(found[1])) || (/^(?:new|north|south|west)$/iu.test(found[1]!) && states.has(plain(found[2])))
}
