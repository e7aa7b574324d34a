import {
  type Case,
  type Compiled,
  casesIn,
  endedBy,
  formsIn,
  hasSeveral,
  languageOf,
  maskOf,
  partOf,
  type Spelling,
  spellingsOf,
} from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { remembered } from '../text/index.ts'
import { perGlossary } from './per-glossary.ts'

type Cyrillic = 'uk' | 'ru'

/** A place by its concept, and its name in the case that the ending of the written one shows, or among those that are given. */
export interface Carried {
  readonly concept: number
  readonly preferred: string
  readonly among: (cases: readonly Case[]) => string
}

/**
 * What a place is meant whose name is the other language's in all but letters and endings: Харкив, Харкива, в Киеви, Черновців in Russian,
 * Одесою, Ніколаєва in Ukrainian. Null for other words. O(1) once the glossary's places are known by their stems.
 */
export const carriedOver = perGlossary(glossary => {
  const inLanguage = (language: Cyrillic) => remembered(word => meant(glossary, word, language))
  return { uk: inLanguage('uk'), ru: inLanguage('ru') }
})

function meant(glossary: Compiled, word: string, language: Cyrillic): Carried | null {
  const { stems, beginnings } = placesOf(glossary)
  if (!beginnings.has(beginningOf(stemFrom(word.toLowerCase())))) return null
  for (const { stem, ending } of partings(word)) {
    const found = stems.get(stem)
    if (found === undefined || found === nobody || !isPlace(glossary, found)) continue
    const { concept } = glossary.spellings[found]!
    const names = spellingsOf(glossary, concept).filter(isPlaceName)
    const wanted = names.find(({ lang }) => lang === language)
    if (!wanted || / /.test(wanted.text) || (isWritten(wanted, word, ending) && ending !== 'и')) return null
    const casesWith = (name: Spelling, has: (form: string) => boolean) =>
      casesIn(all).filter(c => formsIn(name, glossary.concepts[concept]!, maskOf([c])).some(has))
    // «Одессі» ends as «Одесі» does; were the ending Russian, it could be that of «Одессы», too.
    const written = word.slice(word.length - ending.length).toLowerCase()
    const own = casesWith(wanted, form => written !== '' && form.endsWith(written) && hasEnding(form, wanted, ending))
    const any = new Set(names.flatMap(name => casesWith(name, form => hasEnding(form, name, ending))))
    const cases = own.length > 0 ? own : casesIn(all).filter(c => any.has(c))
    if (cases.length === 0) return null
    const inCases = (some: readonly Case[]) => formsIn(wanted, glossary.concepts[concept]!, maskOf(some))[0]!
    const among = (allowed: readonly Case[]) => {
      const both = cases.filter(c => allowed.includes(c))
      return inCases(both.length > 0 ? both : allowed.includes('loc') && ending === 'и' ? ['loc'] : cases)
    }
    return { concept, preferred: inCases(cases), among }
  }
  return null
}

/**
 * Only the ending is another, and «Туніса», «Краматорське» are the language's own; «Лондони» is not. Foreign names are written with г and
 * with ґ.
 */
const isWritten = ({ text }: Spelling, word: string, ending: string): boolean =>
  withoutGe(word.slice(0, word.length - ending.length)) === withoutGe(text.replace(nominative, ''))

const withoutGe = (text: string): string => fold(text).replaceAll('ґ', 'г')

const all = maskOf(['nom', 'gen', 'dat', 'acc', 'ins', 'loc'])

/** Shorter stems are other words'. */
const shortest = 4
const longestEnding = 3

/** The ways to take a word for a stem and an ending, the shortest ending first. */
function partings(word: string): readonly { readonly stem: string; readonly ending: string }[] {
  const lower = word.toLowerCase()
  const most = Math.min(longestEnding, lower.length - shortest)
  return Array.from({ length: most + 1 }, (_, length) => {
    const at = lower.length - length
    return { stem: stemFrom(lower.slice(0, at)), ending: plainly(lower.slice(at)) }
  })
}

function hasEnding(form: string, { text }: Spelling, ending: string): boolean {
  const own = stemsOf(text)
  return partings(form).some(parting => own.includes(parting.stem) && parting.ending === ending)
}

const isPlaceName = ({ part, lang, basis }: Spelling): boolean =>
  part === 'name' && basis === 'original' && (lang === 'uk' || lang === 'ru')

/**
 * Names of one word by their stems; those that several places have are nobody's. Whether one is a place's is looked up when it is asked
 * for: to read all concepts of a large glossary takes memory.
 */
const placesOf = perGlossary((glossary): Places => {
  const [uk, ru] = [glossary.languages.indexOf('uk'), glossary.languages.indexOf('ru')]
  const stems = new Map<string, number>()
  const isOne = (a: Spelling, b: Spelling) => a.concept === b.concept || a.text === b.text
  glossary.marks.forEach((marks, i) => {
    const language = languageOf(marks)
    if (partOf(marks) !== 'name' || hasSeveral(marks) || (language !== uk && language !== ru)) return
    const spelling = glossary.spellings[i]!
    if (spelling.basis !== 'original') return
    for (const stem of stemsOf(spelling.text)) {
      const other = stems.get(stem)
      if (stem.length < shortest || other === nobody) continue
      if (other === undefined) stems.set(stem, i)
      else if (!isOne(glossary.spellings[other]!, spelling)) stems.set(stem, onlyPlace(glossary, other, i))
    }
  })
  return { stems, beginnings: new Set([...stems.keys()].map(beginningOf)) }
})

const isPlace = (glossary: Compiled, spelling: number): boolean =>
  glossary.concepts[glossary.spellings[spelling]!.concept]!.kind === 'place'

function onlyPlace(glossary: Compiled, one: number, other: number): number {
  if (!isPlace(glossary, one)) return other
  return isPlace(glossary, other) ? nobody : one
}
const nobody = -1

interface Places {
  /** Spellings by their stems. */
  readonly stems: ReadonlyMap<string, number>
  /** Most words begin like no place. */
  readonly beginnings: ReadonlySet<string>
}

const beginningOf = (stem: string): string => stem.slice(0, shortest).replace(/[ео]/gu, 'и')

/** The і of a closed syllable is о or е in an open one: Тернопіль, Тернополя. */
function stemsOf(text: string): readonly string[] {
  const stem = text.toLowerCase().replace(nominative, '')
  const closed = /[ії](?=[^аеєиіїоуюя]{1,2}$)/u
  return [...new Set((closed.test(stem) ? ['і', 'о', 'е'] : ['']).map(vowel => stemFrom(stem.replace(closed, vowel))))]
}

const nominative = /(?:[иіыо]й|[аеєиіїоуыюя])$/u

/** As both languages have it: vowels that stand for each other are one, signs and doubled consonants are left out, Харків is Харьков. */
const stemFrom = (lower: string): string =>
  plainly(lower)
    .replaceAll('ы', 'и')
    .replace(/[ьъ'’ʼ]/gu, '')
    .replace(/([^аеиоуюя])\1/gu, '$1')
    .replace(/[ео]в$/u, 'ив')

/** Letters of one language that stand for those of the other. */
const plainly = (lower: string): string => lower.replace(/[ії]/gu, 'и').replace(/[єэё]/gu, 'е').replaceAll('ґ', 'г')

/**
 * A place of two words of which one is the other language's: «Билой Церкви», «в Кривом Розі», «Кам’янець-Подольский». Its name in the case of the second word.
 * Null for other words, and where both are the language's own.
 */
export function carriedByHalf(glossary: Compiled, words: string, language: Cyrillic): Carried | null {
  const [first = '', second = ''] = words.split(gap)
  const stem = stemOfFirst(first)
  if (stem.length < shortestAdjective) return null
  for (const { spelling, mask } of endedBy(glossary, fold(second))) {
    const { concept } = glossary.spellings[spelling]!
    if (!isPlace(glossary, spelling)) continue
    const names = spellingsOf(glossary, concept).filter(isPlaceName)
    const own = names.find(({ lang, text }) => lang === language && twoWords.test(text))
    const isLike = ({ text }: Spelling) => stemOfFirst(text.split(gap)[0]!) === stem
    if (!own || !names.some(isLike)) continue
    const formsWith = (cases: number) => formsIn(own, glossary.concepts[concept]!, cases)
    const halves = formsWith(all).map(form => fold(form).split(gap))
    if (halves.some(([a]) => a === fold(first)) && halves.some(([, b]) => b === fold(second))) return null
    const among = (allowed: readonly Case[]) => formsWith(mask & maskOf(allowed) || mask)[0]!
    return { concept, preferred: formsWith(mask)[0]!, among }
  }
  return null
}

/** Without the vowel that comes and goes: Каменец, Каменца. */
const stemOfFirst = (word: string): string =>
  stemFrom(word.toLowerCase().replace(ofAdjective, '')).replace(/(?<=^.{3,})[еи](?=[^аеиоуюя]$)/u, '')

const shortestAdjective = 3
const gap = /[ \u00a0-]/u
const twoWords = /^[\p{L}’]+[ -]\p{Lu}\p{L}+$/u
const ofAdjective = /(?:[ое]го|[ое]му|[оеії]й|[оеє]ю|ої|[иы][йм]|[оі]м|ая|яя|ое|ую|юю|[аеуиіїы])$/u
