import { declineWord, fold, isShouted } from './apply.ts'
import type { Compiled } from './compile.ts'

/**
 * The nominative plural of a family name that stands in the singular (Подоляк: Подоляки), made from its genitive; a name that is plural
 * already, or does not decline, as it is.
 */
export function pluralOf(family: string, language: Compiled): string {
  const lower = fold(family)
  if (language.byUse.get('family p')?.some(rule => rule.fits(lower))) return family
  const { paradigm } = declineWord(family, language, 'family', 'm', false)
  const genitive = paradigm.gen[0]!
  if (genitive === family) return family
  const change = language.plurals.find(([from]) => from.test(genitive))
  const plural = change ? genitive.replace(change[0], change[1]) : genitive
  return isShouted(family) ? plural.toUpperCase() : plural
}
