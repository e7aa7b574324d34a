import type { Case } from '../glossary/index.ts'
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

const before = /(?:^|[^\p{L}\p{M}'’ʼ-])([\p{L}'’ʼ-]{1,12})[^\S\n]$|(?:^|[^\p{L}\p{M}'’ʼ-])([\p{L}'’ʼ-]{1,12})\n$/u

/** The cases that the preposition before a name allows; undefined where none stands there. */
export function casesAllowed(
  text: string,
  start: number,
  language: 'uk' | 'ru',
): { readonly cases: readonly Case[]; readonly preposition: Preposition } | undefined {
  const found = before.exec(text.slice(Math.max(0, start - 15), start))
  const word = found?.[1] ?? found?.[2]
  const cases = word === undefined ? undefined : tableOf(language).get(fold(word))
  if (word === undefined || !cases) return undefined
  const end = start - 1
  return { cases, preposition: { word, start: end - word.length, end } }
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
