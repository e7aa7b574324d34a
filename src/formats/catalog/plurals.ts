/** CLDR's plural categories in their order. */
export const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type PluralType = 'cardinal' | 'ordinal'

const known = new Map<string, readonly string[]>()

/** The categories of a language (BCP 47) by CLDR, in their order; `other` alone for a tag that is none. */
export function categoriesOf(language: string, type: PluralType): readonly string[] {
  const key = `${type} ${language}`
  const found = known.get(key) ?? ask(language, type)
  known.set(key, found)
  return found
}

function ask(language: string, type: PluralType): readonly string[] {
  try {
    const used = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
    return categories.filter(category => used.includes(category))
  } catch {
    return ['other']
  }
}

/** The first numbers of a category, for people: “2, 3, 4, 22, …”; empty where no whole number belongs to it. */
export function numbersOf(language: string, type: PluralType, category: string): string {
  const rules = new Intl.PluralRules(language, { type })
  const found: number[] = []
  for (let n = 0; n < 200 && found.length < 5; n++) if (rules.select(n) === category) found.push(n)
  return found.length < 5 ? found.join(', ') : `${found.slice(0, 4).join(', ')}, …`
}

/** Where a category that is not there yet belongs: after those before it, else before those after it. */
export const rank = (category: string): number => (categories as readonly string[]).indexOf(category)
