import {
  type Candidate,
  type Case,
  type Gender,
  type InflectedLanguage,
  type Kind,
  lemmas,
} from '../../inflect/index.ts'
import { once } from '../model.ts'
import { givenForms } from '../twins.ts'
import context from './context.json' with { type: 'json' }
import ends from './ends.json' with { type: 'json' }
import foreignGiven from './foreign-given.json' with { type: 'json' }

/** A word as it stands in a name. */
export interface Standing {
  readonly word: string
  readonly kind: Kind
  readonly language: InflectedLanguage
  /** How many letters the word and all its candidates share. */
  readonly stem: number
  /** It may be a form of a listed given name. */
  readonly isGiven: boolean
}

export const isOfPersons = (kind: Kind): boolean => kind !== 'place' && kind !== 'adjective'

/** How much like the nominative of the word a candidate is: what known names end like it count for, and what the word itself tells. */
export function rankOf(
  candidate: Pick<Candidate, 'lemma' | 'gender' | 'cases'>,
  { word, kind, language, stem, isGiven }: Standing,
): number {
  const { lemma, cases } = candidate
  const general =
    likeness(lemma, stem, kind, language) +
    (isHead(lemma) ? unlikely : 0) -
    (kind === 'place' && land.test(lemma) ? unlikely : 0) -
    loss(candidate, kind, language)
  const written = lemma === word && cases.includes('nom')
  const asItIs = written ? (isOfPersons(kind) && isOblique(lemma, language) ? -oblique : asWritten) : 0
  const kept = kind === 'family' && word.startsWith(lemma) && manlyEnding.test(word.slice(lemma.length)) ? asKept : 0
  return (
    general +
    kept +
    asItIs +
    (kind === 'given' ? ofGiven(candidate, language) : kind === 'family' ? ofFamily(lemma, word, isGiven) : 0)
  )
}

/** What is lost by the cases that the word would have. */
function loss(
  candidate: Pick<Candidate, 'lemma' | 'gender' | 'cases'>,
  kind: Kind,
  language: InflectedLanguage,
): number {
  const { lemma, gender, cases } = candidate
  const person = isOfPersons(kind)
  if (cases.length < 6) return cases.every(person ? isSeldom : isSeldomOfPlaces) ? seldomCase : 0
  if (isOdd(candidate, kind, language)) return unlikely
  return mayStay(lemma, gender, kind) ? 0 : seldom[language]
}

/** It would be the same in all cases, where names of its kind hardly are. */
export const isOdd = (
  { lemma, gender, cases }: Pick<Candidate, 'lemma' | 'gender' | 'cases'>,
  kind: Kind,
  language: InflectedLanguage,
): boolean =>
  cases.length >= 6 && !mayStay(lemma, gender, kind) && !(isOfPersons(kind) && foreign[language].test(lemma))

const ofGiven = ({ lemma, gender }: Pick<Candidate, 'lemma' | 'gender'>, language: InflectedLanguage): number =>
  isListed(lemma, language) ? asListed : gender === 'm' && /[ая]$/u.test(lemma) ? -manly : 0

const ofFamily = (lemma: string, word: string, isGiven: boolean): number =>
  -(isGiven ? asListed : 0) - (isRare(lemma, word) ? asRare : 0)

export const isFormOfListed = (word: string, language: InflectedLanguage): boolean =>
  lemmas(word, { language, kind: 'given' }).some(({ lemma, cases }) => cases.length < 6 && isListed(lemma, language))

export const isListed = (name: string, language: InflectedLanguage): boolean => given()[language].has(fold(name))
const fold = (name: string): string => name.toLowerCase().replaceAll('ё', 'е')
const listedIn = (language: InflectedLanguage): ReadonlySet<string> =>
  new Set([...givenForms(language), ...foreignGiven[language].flatMap(line => line.split(' '))].map(fold))
const given = once(() => ({ uk: listedIn('uk'), ru: listedIn('ru') }))

/** What a family name gains to which a man's case ending alone was added: to Туску rather Туск than Тусок. */
const asKept = 0.3
const manlyEnding = /^(?:|а|у|ом|ові|ем|еві)$/u
/** What a word gains that needs no change to be a nominative. */
const asWritten = 0.3
/** What a name loses as its own nominative that ends as other cases do, unless it is listed (Максим) or short (Том). */
const oblique = 2
const isOblique = (name: string, language: InflectedLanguage): boolean =>
  /.{3}(?:[оеє]м|[иы]м|[оеє]ю|[оеь]го|[оеь]му|[ая]х|[ая]ми)$/u.test(name) && !isListed(name, language)
/** What a listed given name gains where given names stand, and loses where family names do. */
const asListed = 3
/** What a person's name loses that would be in the locative or an address alone: Кучмі is rather to a Кучма. */
const seldomCase = 2
const isSeldom = (one: Case): boolean => one === 'loc' || one === 'voc'
/** Texts seldom give something to a place. */
const isSeldomOfPlaces = (one: Case): boolean => one === 'dat' || one === 'voc'
/** What a family name loses that is rarer than its like: of Мусаєва rather Мусаєв than Мусаїв, to Кучмі rather Кучма than Кучмя. */
const asRare = 0.3
const isRare = (lemma: string, form: string): boolean =>
  /[бвгґджзклмнпрстфхцчшщь]я$/u.test(lemma) || (/їв$/u.test(lemma) && !form.includes('їв')) || /ґа$/u.test(lemma)
/** What a word loses that would be the same in all cases, and a word for a kind of place gains. */
const unlikely = 8

/** Names of persons of other languages end so and never change: Биби, Саркозі, Барнье, Рубио. */
const foreign = {
  uk: /(?:[бвгґдзклмнпрстф]і|[ь'’ʼ]є|[иіїея]о)$/iu,
  ru: /(?:[бвдзлмнпрстф]и|ь[еэ]|[^г]о)$/iu,
}
/** What such a name loses, since more names have such endings in another case. */
const seldom = { uk: 0.6, ru: 0.2 }
/** What a man's given name in -а that is not listed loses: Дэвида is rather of a Дэвид. */
const manly = 1.5

/** A woman's family name of these kinds has an -а. */
const declining = /(?:[оеєё]в|[иіїы]н)$/u

/** Whether no case may change it: women's family names in a consonant, family names in -ко and -их, places in most vowels. */
const mayStay = (name: string, gender: Gender, kind: Kind): boolean =>
  kind === 'family'
    ? /(?:ко|[иы]х|дзе|швілі|швили)$/u.test(name) ||
      (gender === 'f' && /(?:[бвгґджзклмнпрстфхцчшщь]|[аеєэіую]й|^.?.ой)$/u.test(name) && !declining.test(name))
    : kind === 'place' && /[оеєэіиую]$/u.test(name)

/** Lands of this suffix end in -а: in Німеччині rather Німеччина. */
const land = /(?:чч|щ)ин$/u

const heads = once(() => new Set([...context.placeHead.uk, ...context.placeHead.ru]))
const isHead = (word: string): boolean => heads().has(word.toLowerCase())

const endCounts = once(() => {
  const read = (lines: readonly string[]) =>
    new Map(
      lines
        .join('')
        .split(', ')
        .filter(Boolean)
        .map(entry => [entry.slice(0, entry.indexOf(' ')), Number(entry.slice(entry.indexOf(' ') + 1))]),
    )
  const readAll = (lists: (typeof ends)['uk']) => ({
    given: read(lists.given),
    family: read(lists.family),
    place: read(lists.place),
  })
  return { uk: readAll(ends.uk), ru: readAll(ends.ru) }
})

/** How many known names end as this one does after the stem, with one to three letters of it: the sum of logarithms. */
function likeness(name: string, stem: number, kind: Kind, language: InflectedLanguage): number {
  const lists = endCounts()[language]
  const counts = kind === 'given' || kind === 'family' || kind === 'place' ? lists[kind] : lists.family
  const lower = name.toLowerCase()
  const ending = lower.length - stem
  let sum = 0
  for (const size of [ending + 1, ending + 2, ending + 3]) sum += Math.log1p(counts.get(lower.slice(-size)) ?? 0)
  return sum
}
