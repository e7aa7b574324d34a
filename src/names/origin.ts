import { romanize, type Scheme, schemes } from '../romanize/index.ts'
import { foldLatin } from './letters.ts'
import { fits } from './orthography.ts'

interface Counted {
  readonly text: string
  readonly count: number
}

/** What is written in English: official tables, those of papers, and the press. */
const isEnglish = ({ kind, into }: Scheme): boolean =>
  kind === 'official' || kind === 'passport' || (kind === 'press' && into === 'en')

/** Signs for ь and ъ are kept by few. */
const plain = (spelling: string): string => foldLatin(spelling).replace(/'/g, '')

/** What English tables of the language make of a name, one spelling a table. */
const madeOf = (original: string, language: string): readonly string[] =>
  schemes()
    .filter(scheme => isEnglish(scheme) && scheme.languages.includes(language))
    .map(scheme => plain(romanize(original, scheme)))

/** How many English tables of the language write a name so. */
export function tablesWriting(original: string, language: string, spelling: string): number {
  const wanted = plain(spelling)
  return madeOf(original, language).filter(made => made === wanted).length
}

/** How many of the spellings, each as often as it is used, English tables of the language yield. */
export function writtenSo(original: string, language: string, spellings: readonly Counted[]): number {
  const made = new Set(madeOf(original, language))
  return spellings.reduce((sum, { text, count }) => sum + (made.has(plain(text)) ? count : 0), 0)
}

/**
 * The language from which a name that both languages write alike is romanized: Honcharenko is Гончаренко from Ukrainian,
 * Goncharenko may be from either. Undefined where the tables of both yield as much of the spellings.
 */
export function originLanguage(original: string, spellings: readonly Counted[]): 'uk' | 'ru' | undefined {
  const [uk, ru] = (['uk', 'ru'] as const).map(language =>
    fits(original.toLowerCase(), language) ? writtenSo(original, language, spellings) : 0,
  ) as [number, number]
  return uk === ru ? undefined : uk > ru ? 'uk' : 'ru'
}
