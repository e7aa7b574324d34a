import type { Paradigm } from './paradigm.ts'

/**
 * How a word declines, in the terms of school grammars: as a noun of one of the three declensions, as an adjective, as family names in
 * -ов and -ин do (mixed), as a noun that is plural as it stands, or not at all.
 */
export type Declension = 'first' | 'second' | 'third' | 'adjectival' | 'mixed' | 'plural' | 'indeclinable'

/** The declension of each word of a name, by its forms. O(1). */
export function declensions({ nom, gen, acc, ins, loc, dat }: Paradigm): Declension[] {
  const forms = [nom, gen, acc, ins, loc, dat].map(([best]) => (best ?? '').toLowerCase().split(' '))
  const [words = [], genitives = [], , instrumentals = []] = forms
  return words.map((word, i) =>
    forms.every(form => form[i] === word)
      ? 'indeclinable'
      : declension(word, genitives[i] ?? '', instrumentals[i] ?? ''),
  )
}

function declension(nominative: string, genitive: string, instrumental: string): Declension {
  if (/[єео]го$/u.test(genitive) || /[иі]х$|ых$/u.test(genitive)) return 'adjectival'
  const isInA = /[ая]$/u.test(nominative) && !/мени$/u.test(genitive)
  if (isInA && /[оеє]ї$|[оеёй]й$/u.test(genitive)) return 'adjectival'
  if (isInA && /[иіїы]$/u.test(genitive)) return 'first'
  if (/[иіїы]$/u.test(nominative)) return 'plural'
  if (/[иіїы]$/u.test(genitive)) return 'third'
  if (!/[аяую]$/u.test(genitive)) return 'plural'
  return /[иіы]м$/u.test(instrumental) ? 'mixed' : 'second'
}
