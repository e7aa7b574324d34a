import { decline, lemmas } from '../inflect/index.ts'
import {
  fitsLanguage,
  isRomanizedGiven,
  isTabular,
  mayBeTranscribed,
  mayCorrespond,
  mayTranscribe,
  mayWrite,
  originalsOf,
  score,
  slavicness,
  spellings,
  threshold,
  twinsOf,
} from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { basesOf } from './bases.ts'
import { likenessOfCyrillic, respellings } from './cyrillic-names.ts'
import type { Bitext, Side } from './pair.ts'
import { resemblance } from './resemblance.ts'
import type { Stretch } from './stretch.ts'
import { spansOn, type Unlisted } from './unlisted.ts'
import { areEqual, type Word, wordsOn } from './words.ts'

/** A word of the target that is meant for a name of the source and cannot be a rendering of it. */
export interface Slip extends Stretch {
  /** What should stand there, in the same case. */
  readonly likely: string
}

type Written = 'en' | 'uk' | 'ru'

/** What two spellings of one name have to be: the one in the source, the other in the target. */
interface Languages {
  readonly from: Written
  readonly to: Written
}

/** Two spellings of which more letters differ are of two names; the letters of one script tell more. */
const alike = { latin: 0.6, cyrillic: 0.65 }
/** The same of names that may be of any language, but for those that surely are, and of the only names left of which one may be Slavic. */
const [alikeOfAny, alikeOfOnly] = [0.8, 0.55]
const leastSlavic = { latin: -5, cyrillic: -1 }
const hardlySlavic = -3.5

/** What is less likely a rendering, though the letters allow it, is a slip where the name is of no Slavic language for sure. */
const surely = 0.85

/** Log odds by which a name is surely Slavic: those of both spellings together. */
const slavic = 0.5
const behind = { slavic: 4, either: 1 }
/** Given names of all of Europe look less Slavic. */
const leastSlavicGiven = 0.03

/** The slip in a name of the source, if the target has no rendering of it, but a word that must be meant for it. */
export function slipIn(name: Unlisted, source: Side, target: Side, bitext: Bitext): Slip | undefined {
  const [from, to] = [source.language, target.language]
  if (from === 'other' || to === 'other') return undefined
  const languages = { from, to }
  const own = wordOf(name, source, bitext)
  const isPerson = isOfPerson(own, name, source)
  // of a region: Тернопільська, Ternopil
  if (from !== 'en' && isAdjective(own, from) && !isPerson) return undefined
  const words = wordsOn(target, bitext).filter(word => partsOf(word) === partsOf(own))
  const rendered = words.filter(word => renders(own, word, languages))
  if (rendered.length > 0) return to === 'en' || from !== 'en' ? undefined : spelledByLetters(rendered)
  const others = wordsOn(source, bitext).filter(word => word.start !== own.start)
  const free = words.filter(word => !others.some(other => areEqual(other, word) || renders(other, word, languages)))
  const behind = behindGiven(own, free, languages)
  // names of countries and towns of the world have forms of their own in each language
  if (!behind && !isPerson && !mayBeTold(own, name, source, languages) && !isTagged(free, target)) return undefined
  const likely = to === 'en' && !isPerson ? free.filter(word => logOdds(word) >= leastOdds.ofEnglish) : free
  const meant =
    behind ??
    nearest(own, likely, languages) ??
    meantByRest(own, isPerson, onlyOne(own, likely, source, target, bitext, languages), source, target)
  if (!meant) return undefined
  const form = likelyForm(own, meant, languages)
  return form === undefined || form === meant.text ? undefined : { start: meant.start, end: meant.end, likely: form }
}

/** Is it a person's name for sure? A capital that begins a sentence says nothing, and lists have the names of the whole world. */
const isOfPerson = (name: Word, { isPerson }: Unlisted, { prose }: Side): boolean =>
  (isPerson === true && !name.isFirst && isText.test(prose)) || (name.before !== undefined && isGiven(name.before))

const isText = /(?:(?<!\p{L})\p{Ll}{2,}(?!\p{L}).*?){2}/u

/** Is it another name whose rendering the letters alone tell? */
function mayBeTold(name: Word, { isSure }: Unlisted, source: Side, { from, to }: Languages): boolean {
  if (endsAsCountry.test(name.text)) return false
  if (from === 'en') return logOdds(name) >= leastOdds.inEnglish
  if (to === 'en' && logOdds(name) >= leastOdds.intoEnglish) return true
  if (to === 'en' && logOdds(name) < leastOdds.ofPlace) return false
  return isSure && isText.test(source.prose) && isPlacedAt(name.start, source)
}

/** Behind where something stands or goes in Ukrainian and Russian, or what stands there. */
const isPlacedAt = (start: number, { prose }: Side): boolean => placed.test(prose.slice(Math.max(0, start - 16), start))
const placed =
  /(?<!\p{L})(?:[ув]|во|до|і?з|зі|из|под|під|біля|поблизу|через|около|возле|близ|міст\p{L}{1,3}|город\p{Ll}{0,3}|сел\p{Ll}{1,3}|смт)\s$/iu

const leastOdds = { inEnglish: -0.85, intoEnglish: 1.5, ofEnglish: -3, ofPlace: -0.5 }
const endsAsCountry = /(?:[иі](?:я|ї|ю|и|єю|ей)|ia|щин\p{L}{1,2})$/u

/** Does the target say of one of the words that it is a person's or a place's name? */
const isTagged = (words: readonly Word[], target: Side): boolean =>
  isText.test(target.prose) &&
  words.some(word => {
    const span = word.isFirst ? undefined : spanAround(word, target)
    return span !== undefined && (span.kind === 'person' || isPlacedAt(span.start, target))
  })

/** The name in Cyrillic running text that a word is of. */
const spanAround = (word: Word, side: Side) =>
  side.language === 'en' ? undefined : spansOn(side).find(({ start, end }) => start <= word.start && word.end <= end)

/** A name as a word of its side. */
function wordOf(name: Unlisted, side: Side, bitext: Bitext): Word {
  const found = wordsOn(side, bitext).find(word => word.start === name.start && word.end === name.end)
  const text = side.prose.slice(name.start, name.end)
  if (!found) return { ...name, text, isFirst: false }
  return { ...found, bases: [...new Set([name.bases[0]!, ...found.bases])] }
}

/** Can one word be the other in its language? Sure of Slavic names only; those of other languages are transcribed by their sound. */
function renders(name: Word, word: Word, { from, to }: Languages): boolean {
  const pairs = name.bases.flatMap(a => word.bases.map(b => [a, b] as const))
  if (pairs.some(([a, b]) => fits(a, b, { from, to }))) return true
  if (areTwins(name.bases, word.bases)) return true
  if (isSlavic(name, word, { from, to })) return false
  if (from !== 'en' && to !== 'en') return pairs.some(([a, b]) => mayBeTranscribed(a, b))
  const cyrillicFirst = pairs.map(([a, b]) => (from === 'en' ? ([b, a] as const) : ([a, b] as const)))
  return cyrillicFirst.some(([cyrillic, latin]) => mayTranscribe(cyrillic, latin) || score(cyrillic, latin) >= surely)
}

function fits(a: string, b: string, { from, to }: Languages): boolean {
  if (from === 'en') return to !== 'en' && mayWrite(b, a, `en ${to}`)
  if (to === 'en') return mayWrite(a, b, `${from} en`)
  return from === 'uk' ? mayCorrespond(a, b) : mayCorrespond(b, a)
}

/** What two languages make of one listed name: Миколa, Nikolai. */
function areTwins(some: readonly string[], others: readonly string[]): boolean {
  const ids = new Set(some.flatMap(text => twinsOf(text).map(({ id }) => id)))
  return ids.size > 0 && others.some(text => twinsOf(text).some(({ id }) => ids.has(id)))
}

/** Шри-Ланка is no slip of Lanka. */
const partsOf = ({ text }: Word): number => text.split('-').length

const isGiven = ({ bases }: Word): boolean => bases.some(text => twinsOf(text).some(({ kind }) => kind === 'given'))

/** True of a name that only the tables for Slavic names can bring into the other language. */
function isSlavic(name: Word, word: Word, { from, to }: Languages): boolean {
  const latin = from === 'en' ? name : to === 'en' ? word : undefined
  if (latin && !isTabular(latin.text)) return false
  return likelinessOf(name, word) >= slavic
}

/** Log odds that two words are spellings of a Slavic name. */
function likelinessOf(name: Word, word: Word): number {
  const given = [name.before, word.before].flatMap(one => (one ? oddsOfGiven(one) : []))
  const least = isCyrillic(word.text) ? leastOfSlip.cyrillic : leastOfSlip.latin
  return logOdds(name) + Math.max(least, logOdds(word)) + Math.max(0, ...given)
}

/** A slip makes a Slavic name look like none; in Latin letters it is rather another language that does. */
const leastOfSlip = { latin: -3, cyrillic: -1 }

/** What a given name beside it adds to the odds of a family name: Taras says more of it than Maria. */
function oddsOfGiven({ text, bases }: Word): number {
  if (isCyrillic(text)) return bases.some(isListedGiven) ? behind.either : 0
  if (!isRomanizedGiven(text)) return 0
  return slavicness(text) >= leastSlavicGiven ? behind.slavic : behind.either
}

const isListedGiven = (text: string): boolean =>
  twinsOf(text).some(({ kind, languages }) => kind === 'given' && languages.length > 0)

const odds = new WeakMap<Word, number>()

/** How much a name looks like a romanized Slavic one. */
function logOdds(word: Word): number {
  const known = odds.get(word)
  if (known !== undefined) return known
  const { text, bases } = word
  const latin = isCyrillic(text) ? spellings(bases[0]!, { limit: 1 })[0]?.text : text
  const bounded = Math.min(0.99, Math.max(0.001, slavicness(latin ?? '')))
  const found = Math.log(bounded / (1 - bounded))
  odds.set(word, found)
  return found
}

/** No Slavic name ends so: -iak and -iuk are -як and -юк (Подоліак, Дациук). */
const byLetters = /(?<=[бвгґджзклмнпрстфхцчшщ])[іи]([ау])(?=к(?:\p{L}{1,3})?$)/u

/** A rendering whose Latin letters were exchanged one by one, if there is no better one. */
function spelledByLetters(rendered: readonly Word[]): Slip | undefined {
  const [first] = rendered
  if (!first || !rendered.every(({ text }) => byLetters.test(text))) return undefined
  const likely = first.text.replace(byLetters, (_, vowel: string) => (vowel === 'а' ? 'я' : 'ю'))
  return { start: first.start, end: first.end, likely }
}

/** The word behind the rendering of the given name that stands before the name. */
function behindGiven(name: Word, words: readonly Word[], languages: Languages): Word | undefined {
  const { before } = name
  if (!before || !isGiven(before)) return undefined
  return words.find(
    word => word.before !== undefined && renders(before, word.before, languages) && isSlavic(name, word, languages),
  )
}

/** The word whose letters are most alike, if they are alike enough. */
function nearest(name: Word, words: readonly Word[], languages: Languages): Word | undefined {
  const { from, to } = languages
  const rated = words
    .filter(word => !isAdjective(word, to) || isAdjective(name, from))
    .map(word => ({ word, value: likenessOf(name, word, languages) }))
    .sort((a, b) => b.value - a.value)
  const [best] = rated
  if (!best) return undefined
  const script = from === 'en' || to === 'en' ? 'latin' : 'cyrillic'
  if (isSlavic(name, best.word, languages)) return best.value >= alike[script] ? best.word : undefined
  return best.value >= alikeOfAny && likelinessOf(name, best.word) >= leastSlavic[script] ? best.word : undefined
}

const adjectives: Readonly<Record<Written, RegExp>> = {
  en: /(?:[sc]|ts|z)k(?:y|yi|i|iy|ij|yj|a|aya|aia)$/iu,
  uk: /[сцз]ьк\p{L}{1,3}$/u,
  ru: /[сцз]к\p{L}{1,3}$/u,
}

const isAdjective = ({ text }: Word, language: Written): boolean => adjectives[language].test(text)

/** The word that is left of the target where every other word with a capital has its like on the other side. */
function onlyOne(
  name: Word,
  free: readonly Word[],
  source: Side,
  target: Side,
  bitext: Bitext,
  languages: Languages,
): Word | undefined {
  const [word, ...more] = free.filter(({ isFirst }) => !isFirst)
  if (!word || more.length > 0 || (isAdjective(word, languages.to) && !isAdjective(name, languages.from)))
    return undefined
  const words = wordsOn(target, bitext)
  const isAccounted = (one: Word) =>
    one.start === name.start || one.isFirst || words.some(other => renders(one, other, languages))
  if (!wordsOn(source, bitext).every(isAccounted)) return undefined
  return word
}

/** What is left of the target, if it is like the name or at least as surely a name. */
function meantByRest(
  name: Word,
  isPerson: boolean,
  rest: Word | undefined,
  source: Side,
  target: Side,
): Word | undefined {
  const [from, to] = [source.language, target.language]
  if (!rest || from === 'other' || to === 'other') return undefined
  if (likelinessOf(name, rest) >= hardlySlavic && likenessOf(name, rest, { from, to }) >= alikeOfOnly) return rest
  const isOfPlaces = !isPerson && from !== 'en' && to !== 'en' && [name, rest].some(one => logOdds(one) < slavic)
  return !isOfPlaces && isNamed(rest, target) && isNamed(name, source) ? rest : undefined
}

/** Does the word look like a name, or stand where running text has one? */
const isNamed = (word: Word, side: Side): boolean => logOdds(word) >= slavic || spanAround(word, side) !== undefined

/** How alike the letters of two spellings are, by the likeliest romanizations, 0 to 1. */
function likenessOf(name: Word, word: Word, { from, to }: Languages): number {
  const all = name.bases.flatMap(a => word.bases.map(b => [a, b] as const))
  if (from !== 'en' && to !== 'en') return Math.max(...all.map(([a, b]) => likenessOfCyrillic(a, b)))
  return Math.max(...all.map(([a, b]) => (from === 'en' ? likenessOfLatin(b, a) : likenessOfLatin(a, b))))
}

const likenessOfLatin = (cyrillic: string, latin: string): number =>
  Math.max(
    0,
    ...spellings(cyrillic, { limit: 6, language: 'en' }).map(({ text }) => resemblance(fold(text), fold(latin))),
  )

/** The name in the target's letters and in the written word's case; of the likeliest spellings the one nearest to what is written. */
function likelyForm(name: Word, word: Word, { from, to }: Languages): string | undefined {
  if (to === 'en') return likelySpelling(name, word)
  const readings = readingsOf(word.text, to)
  const originals = from === 'en' ? originalsIn(name.text, to) : originalsOfCyrillic(name, to)
  const all = originals.flatMap((original, i) =>
    readings.map(reading => ({
      original,
      reading,
      value: resemblance(fold(original), fold(reading.lemma)) - i * unlikelier,
    })),
  )
  const best = all.reduce<(typeof all)[number] | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined)
  if (!best) return undefined
  if (isDerived(word, best.original, to)) return undefined
  return declined(best.original, best.reading, to)
}

/** A likelier original may be so much less like what is written. */
const unlikelier = 0.03

const originalsOfCyrillic = ({ bases, text }: Word, language: 'uk' | 'ru'): readonly string[] => [
  ...new Set(
    bases.filter((base, i) => i === 0 || base !== text).flatMap(base => respellings(base, language).map(capital)),
  ),
]

/** Words made of a name, which begin with it, end so: Чернігівщина. */
const derivative = {
  uk: /^\p{L}{0,3}(?:[сцз]ьк|[щч]ин|ан[ие]н|ець|ц[іяюе]|івк)/u,
  ru: /^\p{L}{0,3}(?:[сц]к|щин|ан[ие]н|ец|ц[аеыу]|овк)/u,
}

function isDerived({ text, before }: Word, original: string, language: 'uk' | 'ru'): boolean {
  const stem = fold(original).replace(/[аоуеиіїйьяю]$/u, '')
  const word = fold(text)
  return before === undefined && word.startsWith(stem) && derivative[language].test(word.slice(stem.length))
}

const capital = (word: string): string => word.replace(/^\p{Ll}|(?<=-)\p{Ll}/gu, letter => letter.toUpperCase())

type Reading = ReturnType<typeof lemmas>[number]

/** The nominatives of which a word may be a form; itself where it is a form of none. */
function readingsOf(text: string, language: 'uk' | 'ru'): readonly Pick<Reading, 'lemma' | 'gender' | 'cases'>[] {
  const found = (['family', 'given'] as const).flatMap(kind =>
    lemmas(text, { language, kind }).filter(({ gender }) => gender !== 'p'),
  )
  return found.length > 0 ? found : [{ lemma: text, gender: 'm', cases: ['nom'] }]
}

function declined(original: string, { gender, cases }: Pick<Reading, 'gender' | 'cases'>, language: 'uk' | 'ru') {
  const [first] = cases
  return first ? (decline(original, { language, kind: 'family', gender })[first]?.[0] ?? original) : original
}

/** Of the likeliest originals of a Latin spelling those that the language may write. */
function originalsIn(latin: string, language: 'uk' | 'ru'): readonly string[] {
  const own = originalsOf(latin, 12).filter(({ text }) => fitsLanguage(text, language))
  const strict = own.filter(({ text }) => mayWrite(text, latin, `en ${language}`))
  const all = strict.length > 0 ? strict : own
  return all.filter(({ log }) => log > all[0]!.log - 3).map(({ text }) => capital(text))
}

/** Of the likeliest spellings of a name the one nearest to what is written. */
function likelySpelling({ bases: [base] }: Word, word: Word): string | undefined {
  const all = spellings(base!, { limit: 8, language: 'en' })
  const likely = all.filter(one => one.probability > all[0]!.probability / 20).map(({ text }) => text)
  const rated = likely.map(text => ({ text, value: resemblance(fold(text), fold(word.text)) }))
  return rated.reduce<(typeof rated)[number] | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined)?.text
}

/** The word of the target that renders a name of the source, with every name of which it may be a form. */
export function unlistedRendering(name: Unlisted, target: Side, bitext: Bitext): Unlisted | undefined {
  const { language } = target
  if (language === 'other') return undefined
  const rated = wordsOn(target, bitext).map(word => ({ word, value: scoreOf(name.bases, word.bases) }))
  const best = rated.reduce<(typeof rated)[number] | undefined>((a, b) => (a && a.value > b.value ? a : b), undefined)
  if (!best || best.value < threshold) return undefined
  const { start, end, text } = best.word
  return { start, end, bases: language === 'en' ? [text] : basesOf(text, language), isSure: true }
}

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)

const scoreOf = (names: readonly string[], bases: readonly string[]): number =>
  Math.max(0, ...names.flatMap(a => bases.map(b => (isCyrillic(a) ? score(a, b) : score(b, a)))))
