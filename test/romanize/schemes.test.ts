import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generated } from '../../scripts/generate-schemes.ts'
import { cyrillize, findScheme, romanize, romanizeAll, type Scheme, schemes } from '../../src/romanize/index.ts'
import { flawsOf } from './form.ts'

const root = new URL('../../', import.meta.url)
const folder = new URL('src/romanize/schemes/', root)
const files = readdirSync(folder).filter(file => file.endsWith('.json'))

describe.each(files)('%s', file => {
  const scheme = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Scheme

  it('has the form of a scheme', () => expect(flawsOf(scheme, file)).toEqual([]))

  it('spells its samples', () => {
    const spelled = Object.keys(scheme.samples).map(original => [original, romanize(original, scheme)])
    expect(Object.fromEntries(spelled)).toEqual(scheme.samples)
  })

  it('counts its first spelling as the first of all', () => {
    for (const [original, romanized] of Object.entries(scheme.samples))
      expect(romanizeAll(original, scheme, { limit: 3 })[0]).toBe(romanized)
  })
})

describe.each(schemes().filter(scheme => scheme.reversible))('$name, reversible', scheme => {
  it('reads its samples back', () => {
    for (const [original, romanized] of Object.entries(scheme.samples))
      expect(cyrillize(romanized, scheme)).toBe(original.replaceAll("'", '’'))
  })
})

describe('the list of schemes', () => {
  it('holds every file of the folder', () => {
    expect(
      schemes()
        .map(scheme => `${scheme.name}.json`)
        .sort(),
    ).toEqual([...files].sort())
  })

  it('has no name or alias twice', () => {
    const names = schemes().flatMap(scheme => [scheme.name, ...(scheme.aliases ?? [])])
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([])
  })

  it('finds by name and alias, whatever the case, and nothing else', () => {
    for (const scheme of schemes())
      for (const name of [scheme.name, scheme.name.toUpperCase(), ...(scheme.aliases ?? [])])
        expect(findScheme(name)).toBe(scheme)
    expect(findScheme('no-such-scheme')).toBeUndefined()
  })

  it('is generated from the files as they are', () => {
    const stale = [...generated()].filter(([path, content]) => readFileSync(new URL(path, root), 'utf8') !== content)
    expect(stale.map(([path]) => path)).toEqual([])
  })

  it('has no page of a scheme that is gone', () => {
    const pages = readdirSync(new URL('docs/schemes/', root)).map(page => `docs/schemes/${page}`)
    expect(pages.filter(page => !generated().has(page))).toEqual([])
  })
})
