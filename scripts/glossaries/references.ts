import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Entry } from './shipped.ts'

/** A place in a reference work, by its names. */
export interface Reference {
  readonly work: string
  readonly key: string
  readonly en?: string
  readonly uk: string
  readonly ru: string
}

const languages = ['uk', 'ru'] as const

/**
 * The places of the reference works below a folder: CLDR's territories and exemplar cities (`cldr-localenames-full`,
 * `cldr-dates-full`) and the oblasts of ISO 3166-2 as Debian's `iso-codes` translates them. What is not there is left out.
 */
export function readReferences(folder: string): Reference[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => join(folder, path))
  const find = (...end: readonly string[]) => paths.find(path => path.endsWith(sep + end.join(sep)))
  const json = (...end: readonly string[]): unknown => {
    const path = find(...end)
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'))
  }
  const inLanguages = (work: string, read: (lang: string) => ReadonlyMap<string, string>): Reference[] => {
    const [uk, ru] = languages.map(read)
    const en = read('en')
    return [...uk!].flatMap(([key, name]) => {
      const other = ru!.get(key)
      const english = en.get(key)
      return other ? [{ work, key, ...(english && { en: english }), uk: name, ru: other }] : []
    })
  }
  return [
    ...inLanguages('CLDR territories', lang => territories(json('main', lang, 'territories.json'))),
    ...inLanguages('CLDR cities', lang => cities(json('main', lang, 'timeZoneNames.json'))),
    ...inLanguages('ISO 3166-2:UA', lang => {
      const path = find(lang, 'LC_MESSAGES', 'iso_3166-2.mo')
      return oblasts(json('iso_3166-2.json'), path === undefined ? undefined : readFileSync(path))
    }),
  ]
}

/** The texts below a key of a tree, wherever it stands, by the way to it. */
function textsBelow(tree: unknown, wanted: string, way: readonly string[] = []): [way: string, text: string][] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    key === wanted && typeof value === 'string'
      ? [[way.at(-1) ?? '', value]]
      : textsBelow(value, wanted, [...way, key]),
  )
}

const cities = (tree: unknown): ReadonlyMap<string, string> => new Map(textsBelow(tree, 'exemplarCity'))

function territories(tree: unknown): ReadonlyMap<string, string> {
  const found = /"territories":(\{[^{}]*\})/.exec(JSON.stringify(tree ?? {}))?.[1]
  const all = Object.entries(JSON.parse(found ?? '{}') as Record<string, string>)
  return new Map(all.filter(([code]) => /^[A-Z]{2}$/.test(code)))
}

/** What a compiled catalog of gettext (MO, little-endian) makes of the names of ISO 3166-2 that begin with UA-. */
function oblasts(standard: unknown, catalog: Buffer | undefined): ReadonlyMap<string, string> {
  const list = (standard as { '3166-2'?: readonly { code: string; name: string }[] } | undefined)?.['3166-2'] ?? []
  const translated = catalog ? messages(catalog) : new Map<string, string>()
  return new Map(
    list
      .filter(({ code }) => code.startsWith('UA-'))
      .flatMap(({ code, name }): [string, string][] => {
        const text = translated.get(name)
        return text ? [[code, text]] : []
      }),
  )
}

function messages(catalog: Buffer): Map<string, string> {
  const [count, from, to] = [8, 12, 16].map(at => catalog.readUInt32LE(at))
  const text = (table: number, i: number) => {
    const [length, at] = [0, 4].map(offset => catalog.readUInt32LE(table + 8 * i + offset))
    return catalog.toString('utf8', at!, at! + length!)
  }
  return new Map(Array.from({ length: count! }, (_, i) => [text(from!, i), text(to!, i)]))
}

/** One letter for what reference works write differently: apostrophes, ё, ґ. */
const plain = (text: string): string =>
  text.toLowerCase().replace(/[ʼ'’]/gu, '’').replace(/ё/gu, 'е').replace(/ґ/gu, 'г')

/** Where a glossary and a reference work that agree in one Cyrillic name of a place differ in the other. */
export function differences(entries: readonly Entry[], references: readonly Reference[]) {
  const byName = new Map<string, Reference[]>()
  for (const reference of references)
    for (const lang of languages) {
      const key = `${lang} ${plain(reference[lang])}`
      byName.set(key, [...(byName.get(key) ?? []), reference])
    }
  let agreeing = 0
  const differing = entries.flatMap(({ concept: { id, kind, names } }) => {
    const own = (lang: 'uk' | 'ru') => plain(names[lang]?.name ?? '')
    if (kind !== 'place' || !names.uk?.name || !names.ru?.name) return []
    const known = new Set(languages.flatMap(lang => byName.get(`${lang} ${own(lang)}`) ?? []))
    if (known.size === 0) return []
    if ([...known].some(one => plain(one.uk) === own('uk') && plain(one.ru) === own('ru'))) {
      agreeing++
      return []
    }
    return [...known].map(({ work, key, uk, ru }) => ({
      id,
      here: `${names.uk?.name} / ${names.ru?.name}`,
      there: `${uk} / ${ru}`,
      work: `${work} ${key}`,
    }))
  })
  return { agreeing, differing }
}
