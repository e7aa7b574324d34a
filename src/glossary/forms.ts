import {
  type Case,
  casesOf,
  type DeclineOptions,
  decline,
  guessGender,
  type InflectedLanguage,
  type Paradigm,
} from '../inflect/index.ts'
import { fold } from '../normalize/index.ts'
import type { Concept, Gender, Part } from '../termbase/index.ts'
import type { Spelling } from './spelling.ts'

/**
 * One bit a case, seven for the singular and seven for the plural of a family name (Романовы): a form can stand in several. Names in
 * languages without cases stand in all.
 */
export const caseOrder: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc', 'voc']
const plural = caseOrder.length
export const allCases = (1 << (2 * plural)) - 1

export function caseMask(cases: readonly Case[]): number {
  return cases.reduce((mask, c) => mask | (1 << caseOrder.indexOf(c)), 0)
}
export const casesIn = (mask: number): Case[] => caseOrder.filter((_, i) => mask & (1 << i))

/** The cases in both numbers. */
export const maskOf = (cases: readonly Case[]): number => caseMask(cases) | (caseMask(cases) << plural)

/** The cases of a mask in the singular alone. */
export const singularOf = (mask: number): number => mask & ((1 << plural) - 1)

/** A spelling cut into its words, and what joins each word to the one before. */
export interface Words {
  readonly words: readonly string[]
  readonly joiners: readonly (' ' | '-')[]
}

const severalWords = /[\s\u00a0‐‑-]/u

export function wordsOf(text: string): Words {
  if (!severalWords.test(text) && text !== '') return { words: [text], joiners: [] }
  const pieces = text.split(/([\s\u00a0]+|[-‐‑])/u).filter(piece => piece !== '')
  const words: string[] = []
  const joiners: (' ' | '-')[] = []
  for (const piece of pieces) {
    if (/^[\s\u00a0]+$/u.test(piece)) joiners[words.length - 1] ??= ' '
    else if (/^[-‐‑]$/u.test(piece)) joiners[words.length - 1] = '-'
    else words.push(piece)
  }
  return { words, joiners: joiners.slice(0, Math.max(0, words.length - 1)) }
}

/** A folded form of a word, and the cases in which it can stand. */
export type WordForm = readonly [folded: string, mask: number]

/** All forms of each word of a spelling. */
export type Forms = (spelling: Spelling, concept: Concept) => readonly (readonly WordForm[])[]

/** Given names and patronymics recur: theirs are made once. */
export function openForms(): Forms {
  const memo = new Map<string, readonly (readonly WordForm[])[]>()
  return (spelling, concept) => {
    const { lang, part, text } = spelling
    if (lang !== 'uk' && lang !== 'ru') return wordsOf(text).words.map(word => [[fold(word), allCases]])
    const recurs = (part === 'given' || part === 'patronymic') && !concept.forms && !concept.indeclinable
    const key = recurs ? `${lang} ${part} ${genderOf(concept, lang)} ${text}` : ''
    const forms = memo.get(key) ?? declined(spelling, concept)
    if (recurs) memo.set(key, forms)
    return forms
  }
}

function declined(spelling: Spelling, concept: Concept): WordForm[][] {
  const forms = wordsOf(spelling.text).words.map((): WordForm[] => [])
  addForms(forms, paradigmOf(spelling, concept), 0)
  addForms(forms, pluralOf(spelling, concept), plural)
  const called = forms.length === 1 ? spokenVocative(spelling) : undefined
  if (called !== undefined) addForm(forms[0]!, fold(called), caseMask(['voc']))
  return forms
}

/** How Russian given names are called in speech: Коль, Катюнь, Саш. Those in a hard consonant would be other names (Валентин). */
function spokenVocative({ lang, part, text }: Spelling): string | undefined {
  if (lang !== 'ru' || part !== 'given') return undefined
  if (/[бвдзлмнпрстф]я$/iu.test(text)) return `${text.slice(0, -1)}ь`
  return /[жш]а$/iu.test(text) ? text.slice(0, -1) : undefined
}

function addForms(forms: readonly WordForm[][], paradigm: Paradigm | undefined, shift: number): void {
  for (const [c, texts] of paradigm ? casesOf(paradigm) : []) {
    const bit = caseMask([c]) << shift
    for (const text of texts) {
      const { words } = wordsOf(text)
      if (words.length !== forms.length) continue
      for (const [i, word] of words.entries()) addForm(forms[i]!, fold(word), bit)
    }
  }
}

/** Forms that fold alike are one, in all their cases. */
function addForm(forms: WordForm[], folded: string, bit: number): void {
  const known = forms.findIndex(form => form[0] === folded)
  if (known < 0) forms.push([folded, bit])
  else forms[known] = [folded, forms[known]![1] | bit]
}

/** A form as it is written and the spelling it is a form of. */
export interface Written {
  readonly form: string
  readonly spelling: Spelling
}

/**
 * The forms of a spelling in each case and number of a mask, one of each: where the written form is one of several variants
 * (Подоляку, Подолякові) the variant that matches it, else the best one.
 */
export function formsIn(spelling: Spelling, concept: Concept, mask: number, written?: Written): string[] {
  const singular = paradigmOf(spelling, concept)
  if (!singular) return [spelling.text]
  const before = written?.spelling.lang === spelling.lang ? written : undefined
  const family = mask >> plural ? pluralOf(spelling, concept) : undefined
  const of = (paradigm: Paradigm | undefined, was: Paradigm | undefined, bits: number) =>
    casesIn(bits).flatMap(c => variant(paradigm?.[c] ?? [], was?.[c] ?? [], before?.form) ?? [])
  return [
    ...of(singular, before && paradigmOf(before.spelling, concept), mask),
    ...of(family, before && pluralOf(before.spelling, concept), mask >> plural),
  ]
}

function variant(forms: readonly string[], was: readonly string[], written: string | undefined): string | undefined {
  if (written === undefined || forms.length !== was.length) return forms[0]
  const folded = fold(written)
  return forms[
    Math.max(
      0,
      was.findIndex(form => fold(form) === folded),
    )
  ]
}

/** A family name in the plural, or a place name that looks plural whatever gender its entry gives (Афіни, Балканы), in all cases. */
function pluralOf({ lang, part, text }: Spelling, concept: Concept): Paradigm | undefined {
  if (lang !== 'uk' && lang !== 'ru') return undefined
  if (part === 'family' && genderOf(concept, lang) !== 'f')
    return decline(text, { language: lang, kind: 'family', number: 'pl' })
  const looksPlural = concept.kind === 'place' && concept.gender !== 'p' && /[иіїы]$/u.test(text)
  return looksPlural ? decline(text, { language: lang, kind: 'place', number: 'pl' }) : undefined
}

/**
 * The case forms of a spelling, with the entry's own forms in front; undefined for languages without cases. Whether a Ukrainian
 * genitive ends in -у or -а (суду, Києва) is the word's own, so that the entry's stands alone.
 */
export function paradigmOf(spelling: Spelling, concept: Concept): Paradigm | undefined {
  const { lang, part, text } = spelling
  const options = declensionOf(spelling, concept)
  if (!options) return undefined
  const paradigm = decline(text, options)
  const given = spelling.basis === 'original' ? concept.forms?.[lang]?.[part] : undefined
  if (!given) return paradigm
  const overridden = casesOf(paradigm).map(([c, texts]) => {
    const own = given[c]
    if (!own) return [c, texts]
    const decided = c === 'gen' && lang === 'uk' && concept.gender === 'm'
    return [c, decided ? own : [...own, ...parallel(texts, own)]]
  })
  return Object.fromEntries(overridden) as Paradigm
}

/** What the rules say beside the entry's own form (-ові beside -у, -ою beside -ой): nothing where they do not know that form at all. */
function parallel(ruled: readonly string[], own: readonly string[]): readonly string[] {
  return ruled.some(text => own.includes(text)) ? ruled.filter(text => !own.includes(text)) : []
}

/** How a spelling is declined; undefined for languages without cases. */
export function declensionOf({ lang, part, text }: Spelling, concept: Concept): DeclineOptions | undefined {
  if (lang !== 'uk' && lang !== 'ru') return undefined
  // «Черновци» is as plural as «Черновцы».
  const isPlural = concept.kind === 'place' && /[иы]$/u.test(text) && /ы$/u.test(concept.names[lang]?.name ?? '')
  return {
    language: lang,
    kind: kindOf(concept, part),
    gender:
      (isOfOtherGender(text, lang, concept) ? undefined : genderOf(concept, lang)) ?? (isPlural ? 'p' : undefined),
    ...(concept.indeclinable?.[lang]?.includes(part) && { indeclinable: true }),
  }
}

/**
 * The entry speaks of its name: what a former one ends in shows that it has a gender of its own (Нур-Султан, now Астана), and no city
 * in -а is masculine because the other language's name of it is (Відень, Вена). Of another name of an organisation nothing is known.
 */
function isOfOtherGender(text: string, lang: InflectedLanguage, { kind, gender, names }: Concept): boolean {
  const isItsName = text === names[lang]?.name
  if (kind === 'organisation') return !isItsName
  if (kind !== 'place' || (isItsName && gender !== 'm')) return false
  const shown = shownGenders.find(([ending]) => ending.test(text))?.[1]
  return shown !== undefined && shown !== gender && (!isItsName || shown === 'f')
}

const shownGenders: readonly (readonly [RegExp, Gender])[] = [
  [/[бвгґджзйклмнпрстфхцчшщ]$/u, 'm'],
  [/[ая]$/u, 'f'],
  [/[оеёє]$/u, 'n'],
]

/** What the entry says, or else what a person's name shows: Олена Подоляк does not decline as a man does. */
function genderOf({ gender, kind, names }: Concept, lang: InflectedLanguage): Gender | undefined {
  if (gender || kind !== 'person') return gender
  const name = names[lang]
  return name && guessGender(name, lang)
}

function kindOf(concept: Concept, part: Part): 'given' | 'patronymic' | 'family' | 'place' | 'organisation' {
  if (part === 'given' || part === 'patronymic' || part === 'family') return part
  if (concept.kind === 'place') return 'place'
  return concept.kind === 'person' ? 'family' : 'organisation'
}
