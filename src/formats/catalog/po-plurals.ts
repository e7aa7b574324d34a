/** How gettext counts in a language: the expression of the header, and CLDR's category of each form. */
export interface PoPlurals {
  readonly expression: string
  readonly categories: readonly string[]
}

const single: PoPlurals = { expression: '0', categories: ['other'] }
const germanic: PoPlurals = { expression: '(n != 1)', categories: ['one', 'other'] }
const french: PoPlurals = { expression: '(n > 1)', categories: ['one', 'other'] }
const eastSlavic: PoPlurals = {
  expression: '(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)',
  categories: ['one', 'few', 'many'],
}
const southSlavic: PoPlurals = { ...eastSlavic, categories: ['one', 'few', 'other'] }
const czech: PoPlurals = { expression: '(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2', categories: ['one', 'few', 'other'] }

/** GNU gettext, “Plural forms”: the families of languages. */
const plurals: Readonly<Record<string, PoPlurals>> = {
  ...Object.fromEntries('ja ko zh vi th id ms'.split(' ').map(language => [language, single])),
  ...Object.fromEntries('en de nl sv da no nb nn fi et el hu bg it es eo'.split(' ').map(l => [l, germanic])),
  ...Object.fromEntries('fr'.split(' ').map(language => [language, french])),
  ...Object.fromEntries('uk ru be'.split(' ').map(language => [language, eastSlavic])),
  ...Object.fromEntries('sr hr bs'.split(' ').map(language => [language, southSlavic])),
  ...Object.fromEntries('cs sk'.split(' ').map(language => [language, czech])),
  pl: {
    expression: '(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)',
    categories: ['one', 'few', 'many'],
  },
}

/** The plural forms of a language (BCP 47); undefined where the table has none. */
export const poPlurals = (language: string): PoPlurals | undefined => plurals[language.toLowerCase().split(/[-_]/)[0]!]

/** The value of `Plural-Forms` in a header. */
export const pluralForms = ({ categories, expression }: PoPlurals): string =>
  `nplurals=${categories.length}; plural=${expression};`
