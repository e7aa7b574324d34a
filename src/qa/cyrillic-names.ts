import { fold } from '../normalize/index.ts'
import { resemblance } from './resemblance.ts'

/** One spelling for both languages: Сергій, Сергей: сергий, сергей. */
const plain = (name: string): string =>
  fold(name)
    .replace(/[іїы]/gu, 'и')
    .replace(/[єэё]/gu, 'е')
    .replace(/ґ/gu, 'г')
    .replace(/[ьъ'’]/gu, '')

/** How alike the letters of a Ukrainian and a Russian spelling are, 0 to 1. */
export const likenessOfCyrillic = (a: string, b: string): number => resemblance(plain(a), plain(b))

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
