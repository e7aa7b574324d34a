/** CLDR's plural categories in their order. */
export const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type PluralType = 'cardinal' | 'ordinal'

/** What was asked of a language is asked again and again, and its rules are dear to make. */
const known = new Map<string, readonly string[]>()
const numbers = new Map<string, string>()

/** The rules of a language (BCP 47); undefined for a tag that is none. */
function rulesOf(language: string, type: PluralType): Intl.PluralRules | undefined {
  try {
    return new Intl.PluralRules(language, { type })
  } catch {
    return undefined
  }
}

/** The categories of a language by CLDR, in their order; `other` alone for a tag that is none. */
export function categoriesOf(language: string, type: PluralType): readonly string[] {
  const key = `${type} ${language}`
  const found = known.get(key) ?? namesOf(rulesOf(language, type)?.resolvedOptions().pluralCategories ?? ['other'])
  known.set(key, found)
  return found
}

const namesOf = (used: readonly string[]) => categories.filter(category => used.includes(category))

/** The first numbers of a category, for people: “2, 3, 4, 22, …”; empty where no whole number belongs to it. */
export function numbersOf(language: string, type: PluralType, category: string): string {
  const key = `${type} ${language} ${category}`
  const found = numbers.get(key) ?? firstNumbers(rulesOf(language, type), category)
  numbers.set(key, found)
  return found
}

function firstNumbers(rules: Intl.PluralRules | undefined, category: string): string {
  const found: number[] = []
  for (let n = 0; n < 200 && found.length < 5; n++) if (rules?.select(n) === category) found.push(n)
  return found.length < 5 ? found.join(', ') : `${found.slice(0, 4).join(', ')}, …`
}

/** Where a category that is not there yet belongs: after those before it, else before those after it. */
export const rank = (category: string): number => (categories as readonly string[]).indexOf(category)
