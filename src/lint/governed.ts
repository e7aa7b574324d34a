import type { Case } from '../glossary/index.ts'
import { isApostrophe, isLetter, isMark } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import prepositions from './prepositions.json' with { type: 'json' }

const governed = new Map<string, ReadonlyMap<string, readonly Case[]>>()

function tableOf(language: 'uk' | 'ru'): ReadonlyMap<string, readonly Case[]> {
  const known =
    governed.get(language) ??
    new Map(
      Object.entries(prepositions[language]).flatMap(([cases, words]) =>
        words.split(' ').map(word => [fold(word), cases.split(' ') as Case[]]),
      ),
    )
  governed.set(language, known)
  return known
}

/** A preposition right before a name: UTF-16 units of the text. */
export interface Preposition {
  readonly word: string
  readonly start: number
  readonly end: number
}

const longest = 12

/** Where the word begins that one white space parts from a place; undefined where none stands there that could be a preposition. */
function wordStart(text: string, at: number): number | undefined {
  if (at < 2 || !/\s/.test(text[at - 1]!)) return undefined
  const isInside = (unit: number) => isLetter(unit) || isApostrophe(unit) || unit === hyphen
  let start = at - 1
  while (start > 0 && at - start <= longest + 1 && isInside(text.charCodeAt(start - 1))) start--
  const length = at - 1 - start
  return length === 0 || length > longest || (start > 0 && isMark(text.charCodeAt(start - 1))) ? undefined : start
}

const hyphen = 0x2d

/** The cases that the preposition before a name allows; undefined where none stands there. */
export function casesAllowed(
  text: string,
  start: number,
  language: 'uk' | 'ru',
): { readonly cases: readonly Case[]; readonly preposition: Preposition } | undefined {
  const from = wordStart(text, start)
  if (from === undefined) return undefined
  const word = text.slice(from, start - 1)
  const cases = tableOf(language).get(fold(word))
  return cases && { cases, preposition: { word, start: from, end: start - 1 } }
}

const vowel = /[аеєиіїоуюя]/iu
const hardStart = /^(?:[вф]|льв|зв|св|дв|тв|гв|хв)/iu
const clusterStart = /^(?:льв|лв|рт|мст|[сзшжч][бвгґджзйклмнпрстфхцчшщ]|щ)/iu

/**
 * The form of a Ukrainian preposition before another first sound (Український правопис 2019, §§ 23–24): у/в, з/із/зі. `previous` is
 * what stands before the preposition. Undefined where the written form was wrong before or is right still: the choice is the writer's.
 */
export function euphonic(preposition: string, previous: string, old: string, name: string): string | undefined {
  const lower = preposition.toLowerCase()
  if (!fits(lower, old) || fits(lower, name)) return undefined
  const chosen = lower === 'у' || lower === 'в' ? within(previous, name) : zForm(isAfterVowel(previous), name)
  return preposition[0] === preposition[0]!.toUpperCase() ? chosen[0]!.toUpperCase() + chosen.slice(1) : chosen
}

/** У or в, whichever the sounds on both sides ask for. */
export const within = (previous: string, name: string): string => uOrV(isAfterVowel(previous), name)

const isAfterVowel = (previous: string): boolean => vowel.test(previous.trimEnd().at(-1) ?? '')

/** Whether a form can stand before a name at all. */
function fits(preposition: string, name: string): boolean {
  const first = name[0] ?? ''
  if (preposition === 'у') return !vowel.test(first)
  if (preposition === 'в') return !hardStart.test(name)
  if (preposition === 'з') return !clusterStart.test(name)
  if (preposition === 'зі') return clusterStart.test(name)
  return preposition !== 'із' || !vowel.test(first)
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
