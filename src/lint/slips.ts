import {
  bearersOf,
  type Case,
  type Compiled,
  formsIn,
  isGivenName,
  isWordOf,
  maskOf,
  match,
  type Naming,
  originOf,
  type Spelling,
  singularOf,
  spellingsOf,
} from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import {
  commonNames,
  compare,
  difference,
  isCommonEnglish,
  isInOtherLetters,
  type Respelling,
  respelled,
  respellings,
  slipFrom,
} from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { remembered, type Span } from '../text/index.ts'
import { isGiven, standsAlone } from './alone.ts'
import { carriedByHalf, carriedOver } from './carried.ts'
import { isShownPlace } from './doubts.ts'
import type { FullUse } from './full-uses.ts'
import { casesGoverned } from './governed.ts'
import { beginsSentence } from './neighbours.ts'
import type { Passage } from './passage.ts'
import { perGlossary } from './per-glossary.ts'
import type { Subject } from './subject.ts'
import { wordLists } from './word-lists.ts'

/** A word that the glossary does not have and that is one slip of the pen away from one of its names. */
export interface Slip extends Meant {
  readonly passage: Passage
  readonly span: Span
  readonly text: string
}

interface Meant {
  readonly change: Respelling
  readonly concept: number
  readonly part: 'given' | 'family' | 'name'
  /** The name, in the case of the word. */
  readonly preferred: string
  /** The same in one of the cases that a preposition allows, of a place in the other language's stem. */
  readonly among?: (cases: readonly Case[]) => string
  /** The word alone shows that the name is meant. */
  readonly isSure: boolean
  /** The letter is none that writers confuse: it may be another's name. */
  readonly isLoose?: true
}

/** What words are meant to be: those beside another by language, word and the other part of the name. */
interface Lore {
  readonly family: (key: string) => Meant | null
  readonly given: (key: string) => Meant | null
  readonly alone: Readonly<Record<Language, (word: string) => Meant | null>>
  /** By two words with a space between. */
  readonly parted: Readonly<Record<Language, (words: string) => Meant | null>>
  /** True of a long word that may be anybody's name, misspelt. */
  readonly unknown: Readonly<Record<Language, (word: string) => boolean>>
}

const loreOf = perGlossary((glossary): Lore => {
  const keyed = (find: (...words: Words) => Meant | null) => remembered(key => find(...(key.split('\n') as Words)))
  const alone = (language: Language) => remembered(word => aloneMeant(glossary, language, word))
  const parted = (language: Language) => remembered(words => partedMeant(glossary, language, words))
  const unknown = (language: Language) => remembered(word => isUnknownWord(glossary, language, word))
  return {
    family: keyed((...words) => familyMeant(glossary, ...words)),
    given: keyed((...words) => givenMeant(glossary, ...words)),
    alone: { en: alone('en'), uk: alone('uk'), ru: alone('ru') },
    parted: { en: parted('en'), uk: parted('uk'), ru: parted('ru') },
    unknown: { en: unknown('en'), uk: unknown('uk'), ru: unknown('ru') },
  }
})

type Words = [language: Language, word: string, beside: string]

/** Shorter names are a letter away from too many. */
const shortest = { given: 4, family: 4, alone: 6, carried: 4, opening: 5, foreign: 5, native: 7 }

/** Of shorter places («Самора» is no «Самара»), as of people, the text has to speak elsewhere. */
const sure = 7

/**
 * Slips in a part of a person's name beside the other part («Артем Довбік», Volodymr Zelenskyy), in a place («Миколаєв»), and in the bare
 * family name of somebody whom the text names elsewhere. `full`: the full names of the language's passages.
 */
export function slips(subject: Subject, full: readonly FullUse[], language: Language): readonly Slip[] {
  const lore = loreOf(subject.glossary)
  const beside = full.flatMap(use => slipIn(lore, use, language))
  const near = nearNamed(subject, language)
  const alone = subject.passages
    .filter(p => p.language === language)
    .flatMap(p => [...slipsAlone(subject, lore, near, p, language), ...partedIn(subject, lore, p, language)])
  if (alone.length === 0) return beside
  const misspelt = new Set(beside.map(({ span }) => span))
  const right = full.filter(({ family }) => !misspelt.has(family))
  return [...beside, ...alone.filter(slip => !isBorne(slip, right, language))]
}

/** Зелинского is none of Зеленский where the text has Николай Зелинский. */
const isBorne = ({ part, text }: Slip, full: readonly FullUse[], language: Language): boolean =>
  part === 'family' &&
  full.some(
    ({ familyText }) =>
      familyText === text ||
      (language !== 'en' && familyText[0] === text[0] && commonNames(familyText, text, language, 'family').length > 0),
  )

function slipIn(lore: Lore, use: FullUse, language: Language): Slip[] {
  const { passage, given, family, givenText, familyText } = use
  if (!passage.isFree(given.start, given.end)) return []
  const inFamily = passage.isFree(family.start, family.end)
  const [span, text, beside] = inFamily ? [family, familyText, givenText] : [given, givenText, familyText]
  if (text.length < shortest.given) return []
  const meant = (inFamily ? lore.family : lore.given)(`${language}\n${text}\n${beside}`)
  if (!meant || (meant.isLoose && isInCompany(passage, given.start, family.end, meant.concept))) return []
  return [{ passage, span, text, ...meant }]
}

/** Nobody is in company with himself: «Дмитро Кулеба та Дмитро Калеба». */
function isInCompany({ text, found }: Passage, start: number, end: number, concept: number): boolean {
  return found.some(
    other =>
      other.namings.some(naming => naming.concept === concept) &&
      company.test(other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start)),
  )
}

const company = /^(?:,|,?\s(?:and|or|і|й|та|або|чи|и|или))\s$/u
const longestEnding = 3
/** Of several people of one name a text speaks seldom: «в Бендерах» are no Бандери. */
const anyCase = singularOf(maskOf(['nom', 'gen', 'dat', 'acc', 'ins', 'loc']))

/** The family names of the people whom a text names in full, in a language, and the places that it names. O(names). */
function namedIn({ passages, glossary }: Subject, language: Language): readonly Spelling[] {
  const found = new Set<number>()
  for (const passage of passages)
    for (const { namings } of passage.found)
      for (const { parts, lang } of namings) {
        if (lang !== language) continue
        const told = parts.find(({ part }) => part !== 'given')
        const isBare = told?.part === 'family' && parts.length < 2
        if (told && !isBare) found.add(told.spelling)
      }
  return [...found]
    .map(spelling => glossary.spellings[spelling]!)
    .filter(({ part, text }) => part === 'family' || (part === 'name' && /^[\p{L}’']+$/u.test(text)))
}

/**
 * The name of somebody, or of a place, that the text names elsewhere, one slip of the pen from a word of six letters or more that is no name of the glossary
 * («Зелеському» beside Зеленський). O(names of the text) a word; forms are made only of names that begin alike.
 */
function nearNamed(subject: Subject, language: Language): (word: string) => Meant | null {
  const { glossary } = subject
  let named: readonly Spelling[] | undefined
  const isUnknown = loreOf(glossary).unknown[language]
  return remembered((word: string) => {
    if (!isUnknown(word)) return null
    named ??= namedIn(subject, language)
    for (const spelling of named) {
      if (!beginAlike(spelling.text, word) || (language === 'en' && spelling.part === 'name' && word.length <= sure))
        continue
      for (const preferred of formsIn(spelling, glossary.concepts[spelling.concept]!, anyCase)) {
        const change = slipFrom(word, preferred)
        const { concept, part } = spelling
        if (change && part !== 'given')
          return { change, concept, part: part === 'name' ? part : 'family', preferred, isSure: true, isLoose: true }
      }
    }
    return null
  })
}

function isUnknownWord(glossary: Compiled, language: Language, word: string): boolean {
  if (word.length < shortest.alone || isWordOf(glossary, fold(word))) return false
  if (wordLists(language).common.has(fold(word)) || isGiven(glossary, word, language)) return false
  return language !== 'en' || !isCommonEnglish(word)
}

/** The first letter is hardly ever a slip, and one slip leaves either the next two as they are or the two behind these, perhaps a place further. */
function beginAlike(name: string, word: string): boolean {
  if (name[0] !== word[0] || Math.abs(name.length - word.length) > longestEnding) return false
  return name.startsWith(word.slice(1, 3), 1) || name.slice(2, 6).includes(word.slice(3, 5))
}

function slipsAlone(
  subject: Subject,
  lore: Lore,
  near: (word: string) => Meant | null,
  passage: Passage,
  language: Language,
): Slip[] {
  const { text, sighted } = passage
  const { capitalised: words, found } = sighted
  const alone = lore.alone[language]
  const slips: Slip[] = []
  let listed = 0
  for (let i = 0; i < words.length; i++) {
    const span = words[i]!
    if (span.end - span.start < shortest.carried) continue
    while (listed < found.length && found[listed]!.end <= span.start) listed++
    if (listed < found.length && found[listed]!.start < span.end) continue
    const word = span.text
    // «Крім» begins many sentences.
    if (word.length < shortest.opening && beginsSentence(text, span.start)) continue
    const meant = alone(word) ?? (beginsSentence(text, span.start) ? null : near(word))
    if (!meant || !passage.isProse(span.start, span.end)) continue
    if (meant.isLoose && isInCompany(passage, span.start, span.end, meant.concept)) continue
    const next = words[i + 1]
    const beforeGiven = meant.part === 'name' && next && isGiven(subject.glossary, next.text, language)
    if (!standsAlone(subject.glossary, text, beforeGiven ? words.slice(0, i + 1) : words, i, language)) continue
    const isSurname = meant.part === 'name' && subject.glossary.concepts[meant.concept]!.surname === true
    if (isSurname && !isShownPlace(sighted, span.start, span.end, language)) continue
    if (meant.isSure || subject.named(meant.concept).length > 0)
      slips.push({ passage, span, text: word, ...governed(meant, text, span.start, word, language) })
  }
  return slips
}

/** Places of two words whose hyphen was left out («Івано Франківськ»), or of which one is the other language's («Билой Церкви»). */
function partedIn({ glossary }: Subject, lore: Lore, passage: Passage, language: Language): Slip[] {
  const { text, sighted } = passage
  const words = sighted.capitalised
  const slips: Slip[] = []
  for (let i = 1; i < words.length; i++) {
    const [{ start, end: middle }, { start: next, end }] = [words[i - 1]!, words[i]!]
    if (next !== middle + 1 || !/[ \u00a0]/u.test(text[middle]!)) continue
    if (!isWordOf(glossary, fold(text.slice(next, end))) || sighted.hasName(start, middle)) continue
    const written = text.slice(start, end)
    const meant = lore.parted[language](written)
    if (meant && passage.isProse(start, end))
      slips.push({ passage, span: { start, end }, text: written, ...governed(meant, text, start, written, language) })
  }
  return slips
}

function partedMeant(glossary: Compiled, language: Language, words: string): Meant | null {
  const halved = halvedMeant(glossary, language, words)
  if (halved) return halved
  const preferred = words.replace(/[ \u00a0]/u, '-')
  const naming = namingOf(glossary, preferred, language)
  const first = naming?.parts[0]
  if (!naming || first!.part !== 'name' || glossary.concepts[naming.concept]!.kind !== 'place') return null
  return { change: difference(words, preferred), concept: naming.concept, part: 'name', preferred, isSure: true }
}

/** In the case that the preposition asks for: в Чугуеве, Балаклее. */
function governed(meant: Meant, text: string, start: number, word: string, language: Language): Meant {
  const cases = meant.among && language !== 'en' ? casesGoverned(text, start, language) : undefined
  if (!meant.among || !cases) return meant
  const preferred = meant.among(cases)
  return { ...meant, preferred, change: difference(word, preferred) }
}

function familyMeant(glossary: Compiled, language: Language, family: string, given: string): Meant | null {
  const isKnown = language === 'en' ? isGivenName : isWordOf
  if (!isKnown(glossary, fold(given))) return null
  for (const change of respellings(family, language)) {
    const preferred = respelled(family, change)
    const naming = namingOf(glossary, `${given} ${preferred}`, language)
    // A name may be of both languages: Андрей Пишний.
    if (
      naming &&
      naming.parts.length > 1 &&
      naming.parts.every(part => glossary.spellings[part.spelling]!.lang === language)
    )
      return { change, concept: naming.concept, part: 'family', preferred, isSure: true }
  }
  return family.length < shortest.foreign ? null : besideGiven(glossary, language, family, given)
}

/**
 * Any slip of the pen beside the given name. Among the names of Ukrainians, Russians and Belarusians the short ones have near neighbours; those of
 * other countries have not, and are found rendered back from Cyrillic, too (Karol Navrotsky).
 */
function besideGiven(glossary: Compiled, language: Language, family: string, given: string): Meant | null {
  if (isWordOf(glossary, fold(family)) || wordLists(language).common.has(fold(family))) return null
  for (const { concept, mask } of bearersOf(glossary, fold(given))) {
    const isNative = eastSlavic.has(originOf(glossary.concepts[concept]!))
    if (family.length < (isNative ? shortest.native : shortest.foreign)) continue
    for (const preferred of formsOf(glossary, concept, 'family', language, mask)) {
      const isRendering = !isNative && language === 'en' && isRenderingOf(family, preferred)
      const change = isRendering ? difference(family, preferred) : slipFrom(family, preferred)
      if (change) return { change, concept, part: 'family', preferred, isSure: true, isLoose: true }
    }
  }
  return null
}

/** The spellings of a part of somebody's name that a language may have, in the cases of a mask; in English as they are. */
function* formsOf(
  glossary: Compiled,
  concept: number,
  part: 'given' | 'family',
  language: Language,
  mask: number,
): Generator<string> {
  for (const spelling of spellingsOf(glossary, concept))
    if (spelling.part === part && spelling.lang === language && spelling.status !== 'deprecated')
      yield* formsIn(spelling, glossary.concepts[concept]!, mask || maskOf(['nom']))
}

function isRenderingOf(family: string, preferred: string): boolean {
  const { relation, score } = compare(family, preferred)
  return relation === 'spelling' && score >= likely
}

/** The score from which on two Latin names are one name's renderings, where one of them is no Slavic name. */
const likely = 0.9

const eastSlavic = new Set(['uk', 'ru', 'be'])

/** A given name that is somebody else's is no slip. */
function givenMeant(glossary: Compiled, language: Language, given: string, family: string): Meant | null {
  if (isWordOf(glossary, fold(given))) return null
  const [mention] = match(glossary, family, { language })
  if (mention?.end !== family.length) return null
  for (const { concept, lang, parts } of mention.namings) {
    if (lang !== language || parts[0]!.part !== 'family') continue
    for (const preferred of formsOf(glossary, concept, 'given', language, parts[0]!.mask)) {
      const change = slipFrom(given, preferred)
      if (change) return { change, concept, part: 'given', preferred, isSure: true }
    }
  }
  return null
}

function aloneMeant(glossary: Compiled, language: Language, word: string): Meant | null {
  if (isWordOf(glossary, fold(word)) || wordLists(language).common.has(fold(word))) return null
  const isLong = word.length >= shortest.alone
  const place = isLong ? placeMeant(glossary, language, word) : null
  if (place?.isSure) return place
  const halved = word.includes('-') ? halvedMeant(glossary, language, word) : null
  return (
    halved ?? carriedMeant(glossary, language, word) ?? place ?? (isLong ? bareMeant(glossary, language, word) : null)
  )
}

function placeMeant(glossary: Compiled, language: Language, word: string): Meant | null {
  for (const change of respellings(word, language, 'place')) {
    const preferred = respelled(word, change)
    const spelling = aloneAs(glossary, preferred, language, 'name')
    if (!spelling || isOfOtherGender(word, preferred)) continue
    return { change, concept: spelling.concept, part: 'name', preferred, isSure: spelling.text.length >= sure }
  }
  return null
}

/** «Долинський район»: the adjective of a town that is one itself (у Долинській). */
const isOfOtherGender = (word: string, preferred: string): boolean => /ий$/iu.test(word) && /ій$/iu.test(preferred)

function halvedMeant(glossary: Compiled, language: Language, words: string): Meant | null {
  const halved = language === 'en' ? null : carriedByHalf(glossary, words, language)
  return halved && { ...halved, change: difference(words, halved.preferred), part: 'name', isSure: true }
}

function carriedMeant(glossary: Compiled, language: Language, word: string): Meant | null {
  const carried = language === 'en' ? null : carriedOver(glossary)[language](word)
  return carried && { ...carried, change: difference(word, carried.preferred), part: 'name', isSure: true }
}

function bareMeant(glossary: Compiled, language: Language, word: string): Meant | null {
  for (const change of respellings(word, language)) {
    const preferred = respelled(word, change)
    const spelling = aloneAs(glossary, preferred, language, 'family')
    if (!spelling) continue
    return { change, concept: spelling.concept, part: 'family', preferred, isSure: isForeign(word, language) }
  }
  return null
}

/** Its letters show that it is written as in the other language. */
const isForeign = (word: string, language: Language): boolean => language !== 'en' && isInOtherLetters(word, language)

/** The spelling that one word is a form of, alone. */
function aloneAs(glossary: Compiled, word: string, language: Language, part: Spelling['part']): Spelling | undefined {
  if (!isWordOf(glossary, fold(word))) return undefined
  const naming = namingOf(glossary, word, language)
  const first = naming?.parts[0]
  if (first?.part !== part || (first.part === 'family' && first.mask !== 0 && singularOf(first.mask) === 0))
    return undefined
  return glossary.spellings[first.spelling]
}

/** How a text that is nothing but a name can be read in a language. */
function namingOf(glossary: Compiled, name: string, language: Language): Naming | undefined {
  const [mention] = match(glossary, name, { language })
  if (mention?.start !== 0 || mention.end !== name.length) return undefined
  return mention.namings.find(({ lang }) => lang === language)
}
