import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Case, casesOf, decline, type Gender, type Kind, lemmas } from '../../src/inflect/index.ts'
import { random } from './tagger-learn.ts'
import own from './tagger-names.json' with { type: 'json' }
import type { Row } from './tagger-rows.ts'

/** Names in the nominative to put in the place of others. */
export interface Pool {
  readonly given: Readonly<Record<'m' | 'f', readonly string[]>>
  readonly patronymic: Readonly<Record<'m' | 'f', readonly string[]>>
  readonly family: Readonly<Record<'m' | 'f', readonly string[]>>
  readonly place: readonly string[]
}

/** Adjectives of districts and regions, and what they belong to. */
const regions = {
  uk: {
    f: [
      'Київська',
      'Львівська',
      'Одеська',
      'Харківська',
      'Полтавська',
      'Донецька',
      'Луганська',
      'Херсонська',
      'Московська',
      'Ленінградська',
      'Мінська',
      'Гомельська',
    ],
    m: [
      'Бучанський',
      'Печерський',
      'Шевченківський',
      'Краснодарський',
      'Уманський',
      'Стрийський',
      'Приморський',
      'Голосіївський',
    ],
    heads: {
      f: ['область', 'область', 'область', 'губернія', 'республіка', 'громада'],
      m: ['район', 'район', 'край', 'повіт', 'округ'],
    },
  },
  ru: {
    f: [
      'Киевская',
      'Львовская',
      'Московская',
      'Ленинградская',
      'Тверская',
      'Донецкая',
      'Псковская',
      'Минская',
      'Воронежская',
      'Рязанская',
      'Чеченская',
      'Тюменская',
    ],
    m: ['Красноярский', 'Пермский', 'Печерский', 'Приморский', 'Химкинский', 'Невский', 'Выборгский', 'Подольский'],
    heads: {
      f: ['область', 'область', 'область', 'губерния', 'республика'],
      m: ['район', 'район', 'край', 'уезд', 'округ'],
    },
  },
} as const

const prepositions: Readonly<Record<string, Case>> = {
  в: 'loc',
  во: 'loc',
  на: 'loc',
  о: 'loc',
  об: 'loc',
  при: 'loc',
  из: 'gen',
  от: 'gen',
  до: 'gen',
  для: 'gen',
  у: 'gen',
  без: 'gen',
  против: 'gen',
  около: 'gen',
  возле: 'gen',
  к: 'dat',
  по: 'dat',
  благодаря: 'dat',
  с: 'ins',
  со: 'ins',
  над: 'ins',
  под: 'ins',
  между: 'ins',
  перед: 'ins',
  за: 'ins',
  через: 'acc',
  про: 'acc',
}

const endings: Readonly<Record<'LOC' | 'PER', readonly (readonly [RegExp, Case])[]>> = {
  LOC: [
    [/(?:ой|ей|ом|ем|ым|им)$/u, 'ins'],
    [/[еу]$/u, 'loc'],
    [/[иыа]$/u, 'gen'],
  ],
  PER: [
    [/(?:ым|им|ом|ем|ой|ей)$/u, 'ins'],
    [/(?:[ую]|ому)$/u, 'dat'],
    [/(?:[аяыи]|ого)$/u, 'gen'],
  ],
}

/** A guess at the case of a Russian name in its text: by the preposition, or else by the last letters. */
function caseOf(text: string, start: number, end: number, kind: 'LOC' | 'PER'): Case {
  const before = /([а-яё]+)\s$/iu.exec(text.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase() ?? ''
  const guess = endings[kind].find(([ending]) => ending.test(text.slice(start, end)))?.[1]
  const bare = kind === 'LOC' && before !== '' ? 'gen' : 'nom'
  return prepositions[before] ?? (kind === 'LOC' && start === 0 ? 'nom' : (guess ?? bare))
}

/** What Ukrainian prepositions govern, the likelier first. */
const ukrainianPrepositions: Readonly<Record<string, readonly Case[]>> = {
  ...{ у: ['loc', 'gen', 'acc'], в: ['loc', 'acc'], на: ['loc', 'acc'], по: ['loc'], при: ['loc'] },
  ...{ з: ['gen', 'ins'], із: ['ins', 'gen'], зі: ['gen', 'ins'], за: ['ins', 'acc'], під: ['ins', 'acc'] },
  ...{ над: ['ins'], між: ['ins'], перед: ['ins'], про: ['acc'], через: ['acc'] },
  ...Object.fromEntries(
    'до від для без біля після проти навколо уздовж поблизу крім серед'.split(' ').map(p => [p, ['gen']]),
  ),
}

/**
 * A guess at the case of a Ukrainian name in its text: the first that its last word can stand in, of those that the preposition asks for,
 * or else the nominative of a woman's given name, of what begins the text and of what has no other case, before oblique ones.
 */
function caseInUkrainian(
  text: string,
  start: number,
  end: number,
  kind: 'LOC' | 'PER',
  women: readonly string[],
): Case {
  const before = /(\p{L}+)\s$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase() ?? ''
  const word = text.slice(start, end).split(' ').at(-1)!
  const kinds: readonly Kind[] = kind === 'LOC' ? ['place', 'adjective'] : ['family', 'given']
  const found = kinds.flatMap(kind => lemmas(word, { language: 'uk', kind })).filter(({ gender }) => gender !== 'p')
  const may = found.flatMap(({ cases }) => cases)
  const named = start === 0 || women.includes(word) || !/[аяіїуюємв]$/u.test(word)
  const order: readonly Case[] = named ? ['nom', 'gen', 'ins', 'dat'] : ['gen', 'ins', 'dat', 'loc', 'acc', 'nom']
  return [...(ukrainianPrepositions[before] ?? []), ...order].find(c => may.includes(c)) ?? 'nom'
}

export interface EnglishPool {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly place: readonly string[]
}

/** A copy of an English row whose names of persons and places are others. */
export function otherEnglishNames(row: Row, pool: EnglishPool, seed: number): Row {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const person = (long: boolean): string => {
    const chance = next()
    if (!long && chance < 0.5) return chance < 0.3 ? pick(pool.given) : pick(pool.family)
    const initial = `${pick(pool.given)[0]}.`
    if (chance > 0.95) return `${initial} ${pick(pool.family)}`
    return `${pick(pool.given)}${chance > 0.85 ? ` ${initial}` : ''} ${pick(pool.family)}`
  }
  return replaced(row, '+en', (old, kind) => {
    if (kind === 'other' || next() < 0.3 || !/^\p{Lu}/u.test(old)) return old
    return kind === 'LOC' ? pick(pool.place) : person(/\s/u.test(old))
  })
}

/** Names as English texts hold them: of English persons, of the places of CLDR, and the states and phrases of our lists. */
export async function englishPool(packages: string): Promise<EnglishPool> {
  const { person, location } = (await fakerLocales(packages)).en!
  const { territories, cities } = cldrPlaces('en', packages)
  const latin = (name: string) => /^\p{Lu}[\p{Script=Latin}' -]+$/u.test(name)
  const states = strings(location.state)
  const place = [...territories, ...territories, ...states, ...cities, ...own.latin.phrase].filter(latin)
  return { given: strings(person.first_name).filter(latin), family: strings(person.last_name).filter(latin), place }
}

type Renaming = (old: string, kind: Row['spans'][number][2], start: number, end: number) => string

function replaced(row: Row, mark: string, rename: Renaming): Row {
  let text = ''
  let at = 0
  const spans: Row['spans'][number][] = []
  for (const [start, end, kind] of row.spans) {
    if (start < at) continue
    text += row.text.slice(at, start)
    const name = rename(row.text.slice(start, end), kind, start, end)
    spans.push([text.length, text.length + name.length, kind])
    text += name
    at = end
  }
  return { ...row, id: `${row.id}${mark}`, source: `${row.source}${mark}`, text: text + row.text.slice(at), spans }
}

/** A copy of a row whose names of persons and places are others, declined as the old ones were, in a language's spelling. */
export function otherNames(row: Row, language: 'uk' | 'ru', pool: Pool, seed: number): Row {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const inflected = (name: string, kind: Kind, wanted: Case, gender?: Gender): string =>
    casesOf(decline(name, { language, kind, gender })).find(([name]) => name === wanted)?.[1][0] ?? name

  const region = (): string => {
    const gender = pick(['f', 'f', 'm'] as const)
    const { heads, ...adjectives } = regions[language]
    return `${pick(adjectives[gender])} ${pick(heads[gender])}`
  }
  const placeName = (wanted: Case): string => {
    const chance = next()
    const phrase = own.cyrillic.phrase.filter(name => /[іїєґ]/iu.test(name) === (language === 'uk'))
    return inflected(chance < 0.5 ? pick(pool.place) : chance < 0.85 ? pick(phrase) : region(), 'place', wanted)
  }
  const patronymicInitial = (): string => `${pick(['', ' '])}${pick(pool.patronymic.m)[0]}.`
  const personName = (wanted: Case, long: boolean): string => {
    const gender = pick(['m', 'm', 'f'] as const)
    const given = inflected(pick(pool.given[gender]), 'given', wanted, gender)
    const family = inflected(pick(pool.family[gender]), 'family', wanted, gender)
    const chance = next()
    if (!long) return chance < 0.8 ? family : given
    if (chance < 0.55) return `${given} ${family}`
    if (chance < 0.65) return `${given[0]}. ${family}`
    if (chance < 0.68) return `${given[0]}.${patronymicInitial()} ${family}`
    if (chance < 0.7) return `${family} ${given[0]}.${patronymicInitial()}`
    if (chance < 0.8) return `${family} ${given}`
    const patronymic = inflected(pick(pool.patronymic[gender]), 'patronymic', wanted, gender)
    return chance < 0.9 ? `${given} ${patronymic} ${family}` : `${family} ${given} ${patronymic}`
  }

  return replaced(row, `+${language}`, (old, kind, start, end) => {
    if (kind === 'other' || next() < 0.15 || !/^\p{Lu}/u.test(old)) return old
    const wanted = row.source.endsWith('-uk')
      ? caseInUkrainian(row.text, start, end, kind, pool.given.f)
      : caseOf(row.text, start, end, kind)
    return kind === 'LOC' ? placeName(wanted) : personName(wanted, /\s/u.test(old))
  })
}

const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []

interface FakerLocale {
  readonly person: Readonly<Record<string, unknown>>
  readonly location: Readonly<Record<string, unknown>>
}

async function fakerLocales(packages: string): Promise<Readonly<Record<string, FakerLocale>>> {
  const faker = await import(pathToFileURL(join(packages, '@faker-js/faker/dist/index.js')).href)
  return (faker as { allLocales: Record<string, FakerLocale> }).allLocales
}

function cldrPlaces(language: string, packages: string): { territories: string[]; cities: string[] } {
  const read = (path: string) => JSON.parse(readFileSync(join(packages, path), 'utf8')).main[language]
  const names = Object.entries(
    read(`cldr-localenames-full/main/${language}/territories.json`).localeDisplayNames.territories as Record<
      string,
      string
    >,
  )
  const zones = JSON.stringify(read(`cldr-dates-full/main/${language}/timeZoneNames.json`).dates.timeZoneNames.zone)
  return {
    territories: names.filter(([code]) => /^(?!ZZ|X)[A-Z]{2}$/.test(code)).map(([, name]) => name),
    cities: [...zones.matchAll(/"exemplarCity":"([^"]+)"/gu)].map(match => match[1]!),
  }
}

/** The pool of a language out of @faker-js/faker and CLDR in a folder of packages, and the places of our own list. */
export async function poolOf(language: 'uk' | 'ru', packages: string): Promise<Pool> {
  const { person, location } = (await fakerLocales(packages))[language]!
  const of = (key: string) => {
    const { male, female } = person[key] as { male: unknown; female: unknown }
    return { m: strings(male), f: strings(female) }
  }
  const { territories: countries, cities } = cldrPlaces(language, packages)
  const ours = own.cyrillic.place.filter(name => /[іїєґ]/iu.test(name) === (language === 'uk'))
  const plain = (name: string) => /^[\p{Lu}][\p{L}'’ -]+$/u.test(name)
  const place = [...countries, ...countries, ...cities, ...ours, ...strings(location.city_name)].filter(plain)
  return { given: of('first_name'), patronymic: of('middle_name'), family: of('last_name'), place }
}
