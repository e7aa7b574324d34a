import { type InflectedLanguage, lemmas } from '../inflect/index.ts'
import { remembered } from '../text/index.ts'
import { isNoName } from './orthography.ts'

/** Letters that writers take for one another. Ґ for г and е for ё are right in names, so they are no difference. */
const confused: Readonly<Record<InflectedLanguage, readonly string[]>> = {
  uk: ['иі', 'еє', 'еи', 'еі', 'ії'],
  ru: ['еи', 'ао', 'иы', 'еэ', 'ъь'],
}

/** Letters of the other language and what they stand for, the usual one first (Филатів: Филатив or Филатов). */
const foreign: Readonly<Record<InflectedLanguage, Readonly<Record<string, string>>>> = {
  uk: { ы: 'иі', э: 'еє', ъ: '’' },
  ru: { і: 'иое', ї: 'и', є: 'е' },
}

const foreignLetter: Readonly<Record<InflectedLanguage, RegExp>> = { uk: /[ыэъ]/iu, ru: /[іїє]/iu }

/** Endings that only the other language's names have, up to where its letter is, and what the language writes there. */
const foreignEnding: Readonly<Record<InflectedLanguage, readonly [RegExp, string]>> = {
  uk: [/([сц])к(?=(?:ий|ая|ого|ой|ому|им|ую|их|ими)$)/u, '$1ьк'],
  ru: [/([сц])ьк(?=(?:ий|ого|ому|им|ої|ою|их|ими)$)/u, '$1к'],
}

/**
 * How renderings of foreign names waver (Рутте, Рютте; Такаіті, Такаічі; Эрдоган, Эрдоан; Хегсет, Гегсет; Уаттара, Ваттара): as `before letters after`, `-` being none. No
 * slips, but one text keeps to one.
 */
const wavering: readonly RegExp[] = [
  /[бвгджзклмнпрстфхчшщ](?:ую|юу)./u,
  /[жчшщ](?:ая|яа)./u,
  /.(?:тч|чт)[иі]/u,
  /л(?:ая|яа)[бвгджзклмнпрстфх]/u,
  /[аеиоуыэюяії](?:г-|-г)[аеиоуыэюяії]/u,
  /[аеєиіїоуыэюя](?:й-|-й)[еєиіїюя]/u,
  /^(?:гх|хг)[аеєиіоуэюя]/u,
  /(?:ву|ув)[аеєиіоэ]/u,
]

/** One sound, written as one letter or as two: Метсола, Мецола; Геращенко, Герасченко. */
const affricates = /^(?:[тд]сц|ц[тд]с|[сз]чщ|щ[сз]ч)$/u

/** In places: Запорожжя is the Russian name's vowel. Among family names Петрів and Петров are two. */
const confusedInPlaces = [...confused.uk, 'оі']

/** Letters that are left out or put in. */
const silent = "ь'"

/** Shorter names are too near each other, but for a doubled letter. */
const shortest = 5

/** One change within a word: `length` units at `at` become `insert`. */
export interface Respelling {
  readonly at: number
  readonly length: number
  readonly insert: string
}

/** A word with a change made. */
export const respelled = (word: string, { at, length, insert }: Respelling): string =>
  word.slice(0, at) + insert + word.slice(at + length)

type Kind = 'given' | 'family'

/**
 * How the stem of one Cyrillic name would be spelled as that of the other, in whatever cases they are, where they are one letter apart that
 * writers confuse, double, or leave out (Сибіга, Сібігу). Undefined for other names.
 */
export function respelling(
  form: string,
  other: string,
  language: InflectedLanguage,
  kind: Kind = 'family',
): Respelling | undefined {
  const change = oneApart(form, other, language, kind)
  if (change) return change
  for (const home of [...inOwnLetters(form, language), ...(kind === 'family' ? carriedOver(form, language) : [])]) {
    const plain = respelled(form, home)
    if (commonNames(plain, other, language, kind).length > 0) return home
    const more = oneApart(plain, other, language, kind)
    if (more) return difference(form, respelled(plain, more))
  }
  return undefined
}

function oneApart(form: string, other: string, language: InflectedLanguage, kind: Kind): Respelling | undefined {
  const [mine, theirs] = [form, other].map(word =>
    lemmasOf(word, language, kind).filter(({ lemma }) => !isNoName(lemma)),
  )
  const own = new Set(mine!.map(({ lemma }) => fold(lemma)))
  if (theirs!.some(({ lemma }) => own.has(fold(lemma)))) return undefined
  for (const x of mine!)
    for (const y of theirs!) {
      if (x.gender !== y.gender) continue
      const [a, b] = [fold(x.lemma), fold(y.lemma)]
      const change = oneLetter(a, b, language) ?? (language === 'uk' ? transcribed(a, b) : undefined)
      const kept = change && change.at + change.length
      if (change && fold(form).slice(0, kept) === fold(x.lemma).slice(0, kept)) return asWritten(form, change)
    }
  return undefined
}

/** True of a name that the other language's letters or ending show to be written as it is there (Фіцо, Перцовський in Russian). */
export const isInOtherLetters = (word: string, language: InflectedLanguage): boolean =>
  foreignEnding[language][0].test(word) || foreignLetter[language].test(word)

/** The ways to write a name of the other language's letters in the language's own, the likelier ones first; none for other names. */
function inOwnLetters(word: string, language: InflectedLanguage): readonly Respelling[] {
  if (!isInOtherLetters(word, language)) return []
  const own = foreign[language]
  const letters = [...word.replace(...foreignEnding[language])]
  const lower = letters.map(letter => letter.toLowerCase())
  const last = lower.findLastIndex(letter => letter in own)
  return [...(own[lower[last]!] ?? '-')].map(choice => {
    const home = lower.map((letter, i) => (letter in own ? (i === last ? choice : own[letter]![0]!) : letter))
    return difference(word, home.map((letter, i) => (letters[i] === lower[i] ? letter : letter.toUpperCase())).join(''))
  })
}

/** A first letter keeps its size. */
const asWritten = (form: string, change: Respelling): Respelling =>
  change.at > 0 || form[0] === form[0]!.toLowerCase() ? change : { ...change, insert: change.insert.toUpperCase() }

/**
 * What a family name, or a place, may be meant to be, in the same case: two letters changed places, or one letter is another that writers confuse with
 * it, is doubled, or is left out or put in where nothing is heard of it. O(length).
 */
export function respellings(
  form: string,
  language: InflectedLanguage | 'en',
  kind: 'family' | 'place' = 'family',
): readonly Respelling[] {
  const word = fold(form)
  const pairs =
    language === 'en' ? confusedLatin : kind === 'place' && language === 'uk' ? confusedInPlaces : confused[language]
  const changes: Respelling[] = language === 'en' ? [] : [...inOwnLetters(form, language)]
  if (language === 'ru' && kind === 'family') changes.push(...carriedOver(form, language))
  // The first letter is hardly ever a slip, the last is the case's or the gender's; English has no cases.
  const end = word.length - (language === 'en' && /[vwfiy]$/.test(word) ? 0 : 1)
  for (let at = 1; at < end; at++) {
    const [before, letter, next] = [word[at - 1]!, word[at]!, word[at + 1]]
    for (const pair of pairs)
      if (pair.includes(letter)) changes.push({ at, length: 1, insert: pair.replace(letter, '') })
    if (letter === before || silent.includes(letter)) changes.push({ at, length: 1, insert: '' })
    else if (doubled.includes(before)) changes.push({ at, length: 0, insert: before })
    if (letter !== next && at < word.length - 2) changes.push({ at, length: 2, insert: next + letter })
    if (softened.includes(before) && consonants.includes(letter)) changes.push({ at, length: 0, insert: 'ь' })
    if (consonants.includes(before) && 'яюєї'.includes(letter)) changes.push({ at, length: 0, insert: '’' })
    if (hushing.includes(before) && letter in hard) changes.push({ at, length: 1, insert: hard[letter]! })
  }
  return [...changes, ...lastDoubled(word)]
}

/** A last consonant is doubled or single, too, and so is that before a last vowel (Стуб, Стубб; Рюте, Рютте). */
function lastDoubled(word: string): Respelling[] {
  const [third, second, last] = [word.at(-3), word.at(-2)!, word.at(-1)!]
  if (last === second) return [{ at: word.length - 1, length: 1, insert: '' }]
  if (doubled.includes(last)) return [{ at: word.length, length: 0, insert: last }]
  return doubled.includes(second) && second !== third ? [{ at: word.length - 1, length: 0, insert: second }] : []
}

/**
 * The change that makes a name another one, where they are one slip of the pen apart: a letter left out, put in or taken for another, or two
 * that changed places, the first and the last being the same. O(length).
 */
export function slipFrom(name: string, meant: string): Respelling | undefined {
  const [a, b] = [fold(name), fold(meant)]
  const change = difference(a, b)
  const { at, length, insert } = change
  if (at === 0 || at + length === a.length || a === b) return undefined
  const out = a.slice(at, at + length)
  const isSwap = length === 2 && insert.length === 2 && out[0] === insert[1] && out[1] === insert[0]
  return isSwap || Math.max(length, insert.length) < 2 ? change : undefined
}

/** What lies between the beginning and the end that two words share, as the change of the one to the other. */
export function difference(a: string, b: string): Respelling {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  let end = 0
  while (end < Math.min(a.length, b.length) - at && a.at(-1 - end) === b.at(-1 - end)) end++
  return { at, length: a.length - end - at, insert: b.slice(at, b.length - end) }
}

/** Синегубив: Ukrainian's Синєгубів in Russian letters. */
function carriedOver(name: string, language: InflectedLanguage): readonly Respelling[] {
  const ending = language === 'ru' ? /ив(?:[ауе]|ым)?$/u.exec(name) : null
  return ending ? [...'ое'].map(insert => ({ at: ending.index, length: 1, insert })) : []
}

/** As `confused`, for names in English. */
const confusedLatin = ['vw', 'vf', 'iy', 'ei', 'ey', 'kc', 'ao', 'sz', 'bp', 'dt', 'mn']
const hushing = 'жчшщ'
const hard: Readonly<Record<string, string>> = { ю: 'у', я: 'а' }
const consonants = 'бвгґджзклмнпрстфхцчшщ'
const [softened, doubled] = ['дзлнрстц', 'бжзклмнпрстфbdfgklmnprstvz']

/** Is one given name, in the nominative, a letter apart from the other that writers confuse (Мирон, Мірон)? */
export const isGivenRespelled = (a: string, b: string, language: InflectedLanguage): boolean =>
  oneLetter(fold(a), fold(b), language) !== undefined

/** The names of a kind, folded, that two words may both be forms of. */
export function commonNames(a: string, b: string, language: InflectedLanguage, kind: Kind): readonly string[] {
  const [first, second] = [a, b].map(word => lemmasOf(word, language, kind).map(({ lemma }) => fold(lemma)))
  const known = new Set(first)
  return [...new Set(second)].filter(lemma => known.has(lemma))
}

const lemmasOf = (word: string, language: InflectedLanguage, kind: Kind): ReturnType<typeof lemmas> =>
  lemmasOfKey(`${language} ${kind} ${word}`)

/** A text compares few names many times. */
const most = 20_000
const lemmasOfKey = remembered((key: string) => {
  const [language, kind, ...word] = key.split(' ') as [InflectedLanguage, Kind, ...string[]]
  return lemmas(word.join(' '), { language, kind })
}, most)

/** Forms of names that `respelling` finds alike share this: the first letters, those that are confused or left out being one or none. */
export const respellingKey = (form: string): string => blurred(form).slice(0, 4)

/** Could two forms be spellings of one name, as far as their letters but the last tell? */
export function isAlike(a: string, b: string): boolean {
  const [first, second] = [blurred(a), blurred(b)]
  const length = Math.max(4, Math.min(first.length, second.length) - 2)
  return first.slice(0, length) === second.slice(0, length)
}

const blurred = remembered(blur, most)

function blur(form: string): string {
  const plain = fold(form)
    .replace(/[иіїеєыэ]/g, 'и')
    .replaceAll('о', 'а')
    .replaceAll('ю', 'у')
    .replaceAll('я', 'а')
    .replace(/[ьъй']/g, '')
    .replace(/^х/, 'г')
    .replace(/[ву](?=[аи])/g, 'в')
    .replace(/[тд]с/g, 'ц')
    .replace(/[сз]ч/g, 'щ')
  return plain.replace(/(.)\1/gu, '$1')
}

const fold = (word: string): string =>
  word.toLowerCase().replaceAll('ё', 'е').replaceAll('ґ', 'г').replace(/[’ʼ`]/g, "'")

function oneLetter(a: string, b: string, language: InflectedLanguage): Respelling | undefined {
  const length = Math.min(a.length, b.length)
  if (length < shortest - 1) return undefined
  let at = 0
  // The last letter is left to the end, which a doubled one is found beside.
  while (at < length - 1 && a[at] === b[at]) at++
  let end = 0
  while (end < length - at && a.at(-1 - end) === b.at(-1 - end)) end++
  const [out, insert] = [a.slice(at, a.length - end), b.slice(at, b.length - end)]
  const change = { at, length: out.length, insert }
  const before = a[at - 1] ?? ''
  const isLast = end === 1 && out + insert === a.at(-1) && consonants.includes(out + insert)
  if (at > 0 && (isLast || out + insert === before)) return change
  const isHushed = language === 'uk' && /[жчшщ]/.test(before) && /^(?:иі|іи)$/.test(out + insert)
  if (end < Math.min(endingOf(a, isHushed), endingOf(b, isHushed))) return undefined
  const isOne = at > 0 && length >= shortest && isSlip(out, insert, language)
  return isOne || wavers(before, out, insert, a.at(-end)!) ? change : undefined
}

/** What Ukrainian makes of the letters of a Russian name, several of them: Георгиева, Георгієва. */
function transcribed(russian: string, ukrainian: string): Respelling | undefined {
  if (russian.length !== ukrainian.length || russian.length < shortest) return undefined
  const differing = [...russian].flatMap((letter, i) => (letter === ukrainian[i] ? [] : i))
  const [first, last] = [differing[0], differing.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (russian.length - 1 - last < endingOf(russian, false)) return undefined
  if (!differing.every(i => transcriptions.has(russian[i]! + ukrainian[i]!))) return undefined
  return { at: first, length: last + 1 - first, insert: ukrainian.slice(first, last + 1) }
}

const transcriptions = new Set(['иі', 'ыи', 'еє', 'эе'])

/** The last letters are the case's and the gender's; behind a hushing letter no case has і for и. */
function endingOf(name: string, isHushed: boolean): 1 | 2 {
  if (name.endsWith('й')) return isHushed ? 1 : 2
  return /[аеєиіїоуыэюя]{2}$/.test(name) ? 2 : 1
}

function wavers(before: string, out: string, insert: string, after: string): boolean {
  return (
    out.length + insert.length < 3 && wavering.some(way => way.test(before + (out || '-') + (insert || '-') + after))
  )
}

function isSlip(out: string, insert: string, language: InflectedLanguage): boolean {
  if (out.length === 1 && insert.length === 1)
    return confused[language].some(pair => pair.includes(out) && pair.includes(insert))
  const letter = out + insert
  return letter.length === 1 ? silent.includes(letter) : affricates.test(letter)
}
