import { applyRule, declineWord, fold, isShouted } from './apply.ts'
import type { Compiled } from './compile.ts'
import type { Paradigm } from './paradigm.ts'

/** A family name in the plural; its paradigm where the plural alone would not tell it (Лосі, Лосів, but Сиві, Сивих). */
export interface Plural {
  readonly name: string
  readonly paradigm: Paradigm | undefined
}

/**
 * The nominative plural of a family name that stands in the singular (Подоляк: Подоляки), made from its genitive; a name that is plural
 * already, or does not decline, as it is.
 */
export function pluralOf(family: string, language: Compiled): Plural {
  const lower = fold(family)
  const asItIs = { name: family, paradigm: undefined }
  if (language.byUse.get('family p')?.some(rule => rule.fits(lower))) return asItIs
  const genitive = declineWord(family, language, 'family', 'm', false).paradigm.gen[0]!
  if (genitive === family) return asItIs
  const change = language.plurals.find(({ from }) => from.test(genitive))
  const plural = change ? genitive.replace(change.from, change.to) : genitive
  const name = isShouted(family) ? plural.toUpperCase() : plural
  const whole = !/[ -]/u.test(name)
  return { name, paradigm: change?.rule && whole ? applyRule(name, change.rule, language) : undefined }
}
