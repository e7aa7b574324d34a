import { relate } from './compare.ts'
import { prepare } from './likeness.ts'
import { tablesWriting } from './origin.ts'
import { formsOf, twinsOf } from './twins.ts'

/** Less sure pairs of given names are left alone: Marian and Marina are two people. */
const surely = 0.9

/**
 * What two given names are to each other that stand before one family name: spellings of one name (Natalia, Nataliya), or what two
 * languages make of it (Mykhailo, Mikhail), be it written with the same Cyrillic letters (Oleh, Oleg). Undefined for other names.
 */
export function relateGiven(a: string, b: string): 'spelling' | 'twin' | undefined {
  const { relation, score } = relate(prepare(a), prepare(b))
  if (relation === 'twin') return 'twin'
  if (relation !== 'spelling' || score < surely) return undefined
  return areApart(languagesOf(a), languagesOf(b)) ? 'twin' : 'spelling'
}

/** Do English tables write a listed given name so (Bohdan, Hennadii), not only other languages (Victor)? */
export const isRomanizedGiven = (word: string): boolean => languagesOf(word).length > 0

type Language = 'uk' | 'ru'

const areApart = (some: readonly Language[], others: readonly Language[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some(language => others.includes(language))

/** The language of most of the given names that only one language has (Yevhen, Mikhail); undefined where they tell nothing. */
export function givenLanguage(given: Iterable<string>): Language | undefined {
  const counts = new Map<string, number>()
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1)
  let balance = 0
  for (const [name, count] of counts) {
    const own = languagesOf(name)
    if (own.length === 1) balance += own[0] === 'uk' ? count : -count
  }
  return balance > 0 ? 'uk' : balance < 0 ? 'ru' : undefined
}

/**
 * The language of a Cyrillic text that no letter tells, by the given names in it (Наталья, Олена). Else Russian: letters that it lacks
 * are more frequent in Ukrainian than the other way round.
 */
export function languageByGiven(text: string): Language {
  let balance = 0
  for (const [word] of text.matchAll(/(?<!\p{L})\p{Lu}[\p{L}'’ʼ]+/gu)) {
    const own = new Set(twinsOf(word).flatMap(({ kind, languages }) => (kind === 'given' ? languages : [])))
    balance += Number(own.has('uk')) - Number(own.has('ru'))
  }
  return balance > 0 ? 'uk' : 'ru'
}

/** Tables of a language that are so few beside the other's are exceptions: one of the Ukrainian ones has Oleg for Oleh. */
const fewBeside = 1 / 4

/** The languages whose tables write a listed name so. */
function languagesOf(given: string): readonly Language[] {
  const forms = twinsOf(given).flatMap(({ id }) => formsOf(id))
  const tables = (['uk', 'ru'] as const).map(language => {
    const own = forms.filter(({ languages }) => languages.includes(language))
    return [language, Math.max(0, ...own.map(({ form }) => tablesWriting(form, language, given)))] as const
  })
  const most = Math.max(...tables.map(([, count]) => count))
  return tables.filter(([, count]) => count > most * fewBeside).map(([language]) => language)
}
