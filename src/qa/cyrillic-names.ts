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

type Rows = readonly (readonly [letters: RegExp, own: string])[]

/** What the one language writes for the other's letters and endings. */
const letters: Readonly<Record<'uk' | 'ru', Rows>> = {
  ru: [
    [/(?<=[бпвмф])['’ʼ]?йо/gu, 'ьё'],
    [/ьо/gu, 'ё'],
    [/['’ʼ]/gu, 'ь'],
    [/(?<=[еє]ц)ь(?=$|-)/gu, ''],
    [/(?<=[сцз])ька(?=$|-)/gu, 'кая'],
    [/(?<=[сцз])ь(?=к)/gu, ''],
    [/(?<=и)ця(?=$|-)/gu, 'ца'],
    [/(?<=н)ий(?=$|-)/gu, 'ый'],
    [/їв(?=$|-|к)/gu, 'ев'],
    [/івк/gu, 'овк'],
    [/[ії]/gu, 'и'],
    [/є/gu, 'е'],
    [/ґ/gu, 'г'],
  ],
  uk: [
    [/(?<=[бпвмф])ь(?:ё|е(?=в(?:$|-|[аы])))/gu, 'йо'],
    [/(?<=[бпвмф])ь(?=[яюе])|ъ/gu, '’'],
    [/(?<=^|-|[аеёиоуыэюяь])е/gu, 'є'],
    [/(?<=[бпвмфдтзснл])ев(?=$|-|а$)/gu, 'єв'],
    [/(?<=[еє]ц)(?=$|-)/gu, 'ь'],
    [/(?<=[сцз])кая(?=$|-)/gu, 'ька'],
    [/(?<=[сц])(?=кий(?:$|-))/gu, 'ь'],
    [/(?<=и)ца(?=$|-)/gu, 'ця'],
    [/ая(?=$|-)/gu, 'а'],
    [/(?<=[жчшщ])ё/gu, 'о'],
    [/(?<=\p{L})ё/gu, 'ьо'],
    [/ё/gu, 'йо'],
    [/(?<=^|-)и|и(?=[аеєоуюяэй])(?!й(?:$|-))/gu, 'і'],
    [/ы/gu, 'и'],
    [/э/gu, 'е'],
  ],
}

/** What it may write as well: і in closed syllables, the Russian -ин. */
const besides: Readonly<Record<'uk' | 'ru', Rows>> = {
  ru: [
    [/и(?=(?:в|[лн]ь)$)/u, 'о'],
    [/и(?=в$)/u, 'е'],
  ],
  uk: [
    [/[оеє](?=(?:в|[лн]ь)$)/u, 'і'],
    [/(?<![жчшщц])и(?=на?$)/u, 'і'],
  ],
}

/** A Ukrainian name in Russian letters or the other way round, the likelier spellings first; in small letters. */
export function respellings(name: string, language: 'uk' | 'ru'): readonly string[] {
  const respelled = letters[language].reduce((text, [letter, own]) => text.replace(letter, own), name.toLowerCase())
  return [...new Set([respelled, ...besides[language].map(([letter, own]) => respelled.replace(letter, own))])]
}
