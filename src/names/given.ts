import { relate } from './compare.ts'
import { prepare } from './likeness.ts'
import { writtenSo } from './origin.ts'
import { formsOf, twinsOf } from './twins.ts'

/** Less sure pairs of given names are left alone: Marian and Marina are two people. */
const surely = 0.9

/**
 * What two given names are to each other that stand before one family name: spellings of one name (Natalia, Nataliya), or what two
 * languages make of it (Mykhailo, Mikhail), be it written with the same Cyrillic letters (Oleh, Oleg). Undefined for other names.
 */
export function relateGiven(a: string, b: string): 'spelling' | 'twin' | undefined {
  const { relation, score } = relate(prepare(a), prepare(b))
  if (score < surely || (relation !== 'spelling' && relation !== 'twin')) return undefined
  if (relation === 'twin') return 'twin'
  const [first, second] = [languagesOf(a), languagesOf(b)]
  return parts(first, second) || parts(second, first) ? 'twin' : 'spelling'
}

type Language = 'uk' | 'ru'

/** Does the one spelling come from one language alone, and may the other come from the other? */
const parts = (one: readonly Language[], other: readonly Language[]): boolean =>
  one.length === 1 && other.some(language => language !== one[0])

/** The languages whose tables write a listed name so. */
function languagesOf(given: string): readonly Language[] {
  const forms = twinsOf(given).flatMap(({ id }) => formsOf(id))
  return (['uk', 'ru'] as const).filter(language =>
    forms.some(
      ({ form, languages }) =>
        languages.includes(language) && writtenSo(form, language, [{ text: given, count: 1 }]) > 0,
    ),
  )
}
