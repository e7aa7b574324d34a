import { score, spellings } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { resemblance } from './resemblance.ts'

/** Adjectives in form; which of them are names is not certain enough. */
const adjective = /[сзц]ь?к\p{L}{1,3}$/u

/** True of a name that can be looked for in the other Cyrillic language; a double one cannot. */
export const isComparable = (name: string): boolean => !adjective.test(name) && !name.includes('-')

/** One spelling for both languages: Сергій, Сергей: сергий, сергей. */
const plain = (name: string): string =>
  fold(name)
    .replace(/[іїы]/gu, 'и')
    .replace(/[єэё]/gu, 'е')
    .replace(/ґ/gu, 'г')
    .replace(/[ьъ'’]/gu, '')

/** How alike the letters of a Ukrainian and a Russian spelling are, 0 to 1. */
export const likenessOfCyrillic = (a: string, b: string): number => resemblance(plain(a), plain(b))

/**
 * How sure it is that a Ukrainian and a Russian spelling are one name, 0 to 1: as a romanization of the other, the better way round. Spellings
 * that look little alike are not.
 */
export function scoreOfCyrillic(a: string, b: string): number {
  if (plain(a) === plain(b)) return 1
  return likenessOfCyrillic(a, b) < 0.5 ? 0 : Math.max(scoreAsLatin(a, b), scoreAsLatin(b, a))
}

const scoreAsLatin = (cyrillic: string, other: string): number =>
  Math.max(0, ...spellings(other, { limit: 3 }).map(({ text }) => score(cyrillic, text)))

const letters = {
  ru: [
    [/['’ʼ]/gu, 'ъ'],
    [/[ії]/gu, 'и'],
    [/є/gu, 'е'],
    [/ґ/gu, 'г'],
  ],
  uk: [
    [/(?<=\p{L})ё/gu, 'ьо'],
    [/ё/gu, 'йо'],
    [/и(?=[аеоуюяэ])/gu, 'і'],
    [/ы/gu, 'и'],
    [/э/gu, 'е'],
    [/ъ/gu, '’'],
  ],
} as const

/** A Ukrainian name in Russian letters or the other way round, as names are respelled that are not adjectives. */
export const respelled = (name: string, language: 'uk' | 'ru'): string =>
  letters[language].reduce<string>((text, [letter, own]) => text.replace(letter, own), name.toLowerCase())
