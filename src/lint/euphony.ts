import type { Edit } from '../text/index.ts'
import { casesAllowed } from './governed.ts'

/** The forms that prepositions take before the first sounds of a name. */

const vowel = /[аеєиіїоуюя]/iu
const hardStart = /^(?:[вф]|льв|зв|св|дв|тв|гв|хв)/iu
const clusterStart = /^(?:льв|лв|рт|мст|[сзшжч][бвгґджзйклмнпрстфхцчшщ]|щ)/iu

/**
 * Another form of a preposition before another first sound: у/в and з/із/зі in Ukrainian (Український правопис 2019, §§ 23–24), в/во,
 * с/со, к/ко and о/об in Russian (Русская грамматика 1980, §§ 1659–1661). `previous` is what stands before the preposition. Undefined
 * where the written form is right still: the choice is the writer's.
 */
function euphonic(preposition: string, previous: string, name: string, language: 'uk' | 'ru'): string | undefined {
  const lower = preposition.toLowerCase()
  const fits = language === 'uk' ? fitsUkrainian : fitsRussian
  if (fits(lower, name)) return undefined
  const chosen = language === 'uk' ? ukrainian(lower, previous, name) : russian[lower]
  if (chosen === undefined) return undefined
  return preposition[0] === preposition[0]!.toUpperCase() ? chosen[0]!.toUpperCase() + chosen.slice(1) : chosen
}

/**
 * What becomes of the preposition right before a place of a text where another `name` comes to stand; a Ukrainian «у» before a Russian
 * name in the locative is «в».
 */
export function prepositionEdit(
  text: string,
  start: number,
  name: string,
  { language, isLocative }: { readonly language: 'uk' | 'ru'; readonly isLocative: boolean },
): Edit | undefined {
  const preposition = casesAllowed(text, start, language)?.preposition
  if (!preposition) return undefined
  const { start: from, end } = preposition
  const isForeign = language === 'ru' && isLocative && /^у$/iu.test(preposition.word)
  const word = isForeign ? (preposition.word === 'у' ? 'в' : 'В') : preposition.word
  const chosen = euphonic(word, text.slice(Math.max(0, from - 4), from), name, language)
  const insert = chosen ?? word
  return insert === preposition.word ? undefined : { span: { start: from, end }, insert }
}

/** У or в, whichever the sounds on both sides ask for. */
export const within = (previous: string, name: string): string => uOrV(isAfterVowel(previous), name)

const isAfterVowel = (previous: string): boolean => vowel.test(previous.trimEnd().at(-1) ?? '')

function ukrainian(preposition: string, previous: string, name: string): string {
  return preposition === 'у' || preposition === 'в' ? within(previous, name) : zForm(isAfterVowel(previous), name)
}

/** Whether a form can stand before a name at all. */
function fitsUkrainian(preposition: string, name: string): boolean {
  const first = name[0] ?? ''
  if (preposition === 'у') return !vowel.test(first)
  if (preposition === 'в') return !hardStart.test(name)
  if (preposition === 'з') return !clusterStart.test(name)
  return preposition !== 'зі' || clusterStart.test(name)
}

function uOrV(afterVowel: boolean, name: string): string {
  if (vowel.test(name[0] ?? '')) return 'в'
  return hardStart.test(name) || !afterVowel ? 'у' : 'в'
}

function zForm(afterVowel: boolean, name: string): string {
  if (clusterStart.test(name)) return 'зі'
  if (vowel.test(name[0] ?? '') || afterVowel) return 'з'
  return /^[зсцчшщж]/iu.test(name) ? 'із' : 'з'
}

/** The other form of each. */
const russian: Readonly<Record<string, string>> = {
  ...{ в: 'во', во: 'в', с: 'со', со: 'с', к: 'ко', ко: 'к', о: 'об', об: 'о' },
}

/** Before which names the longer forms stand. */
const longer = {
  во: /^(?:[вф][^аеёиоуыэюя]|льв)/iu,
  со: /^(?:[сзшж][^аеёиоуыэюя]|щ|льв|вс|вз|вт)/iu,
  ко: /^льв/iu,
  об: /^[аиоуэ]/iu,
} as const

function fitsRussian(preposition: string, name: string): boolean {
  const long = preposition.length > 1 ? preposition : russian[preposition]
  const pattern = longer[long as keyof typeof longer]
  return pattern === undefined || pattern.test(name) === preposition.length > 1
}
