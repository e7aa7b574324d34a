import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The floors as data: who may import whom. A new arrow is one line here and an argument in its commit. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  cli: ['text', 'project', 'report', 'i18n', 'xliff', 'romanize', 'names', 'inflect', 'node', 'language', 'termbase'],
  node: ['project', 'memory', 'text'],
  project: [
    'text',
    'language',
    'content',
    'check',
    'xml',
    'normalize',
    'segment',
    'romanize',
    'inflect',
    'names',
    'termbase',
    'memory',
    'xliff',
    'formats',
    'glossary',
    'lint',
    'qa',
  ],
  lint: ['text', 'content', 'check', 'glossary', 'normalize', 'segment', 'romanize', 'names', 'language'],
  qa: ['text', 'content', 'check', 'glossary', 'normalize', 'segment', 'names', 'inflect', 'language'],
  glossary: ['text', 'language', 'normalize', 'segment', 'romanize', 'inflect', 'names', 'termbase'],
  names: ['text', 'language', 'normalize', 'segment', 'romanize', 'inflect'],
  formats: ['text', 'content', 'xml'],
  xliff: ['text', 'content', 'xml'],
  memory: ['text', 'content', 'xml', 'segment'],
  termbase: ['text', 'xml'],
  check: ['text', 'content'],
  segment: ['text', 'language', 'xml'],
  normalize: ['text', 'language'],
  romanize: ['language'],
  inflect: ['language'],
  xml: ['text'],
  content: ['text'],
  report: ['text', 'i18n', 'xml'],
  text: [],
  i18n: [],
  language: [],
}

const root = resolve(import.meta.dirname, '../src')
const withNode = new Set(['node', 'cli'])
const banned = new Set(['utils', 'helpers', 'common', 'core', 'shared', 'types'])

function files(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
  })
}

interface Import {
  readonly from: string
  readonly to: string
  readonly specifier: string
  readonly types: boolean
}

/** Every import, export-from and import() of a file whose specifier is a string. */
function imports(file: string): Import[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...source.matchAll(pattern)].map(match => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? ''
    return {
      from: file,
      to: specifier.startsWith('.') ? resolve(dirname(file), specifier) : specifier,
      specifier,
      types: match[1] !== undefined,
    }
  })
}

const all = files(root)
const arrowsSeen = all.flatMap(imports)
const inside = arrowsSeen.filter(i => i.to.startsWith(root))
const room = (path: string) => relative(root, path).split('/')[0]!

/** What breaks a rule, as sentences; a rule holds where there are none. */
function check(broken: readonly string[]): void {
  expect(broken).toEqual([])
}

describe('the house', () => {
  it('has only the rooms of the table', () => {
    const rooms = readdirSync(root).filter(name => statSync(join(root, name)).isDirectory())
    check(rooms.filter(name => !(name in arrows)))
  })

  it('imports only downward, as the table says', () => {
    const wrong = inside.filter(i => room(i.from) !== room(i.to) && !arrows[room(i.from)]?.includes(room(i.to)))
    check(wrong.map(i => `${relative(root, i.from)} -> ${relative(root, i.to)}`))
  })

  it('enters a room by its door', () => {
    const past = inside.filter(i => room(i.from) !== room(i.to) && relative(root, i.to) !== `${room(i.to)}/index.ts`)
    check(past.map(i => `${relative(root, i.from)} -> ${relative(root, i.to)}`))
  })

  it('leaves the door to outsiders', () => {
    const own = inside.filter(i => room(i.from) === room(i.to) && relative(root, i.to) === `${room(i.to)}/index.ts`)
    check(own.map(i => `${relative(root, i.from)} -> ${relative(root, i.to)}`))
  })

  it('knows a file, a clock or a network only at the rim', () => {
    const low = arrowsSeen.filter(i => i.specifier.startsWith('node:') && !withNode.has(room(i.from)))
    check(low.map(i => `${relative(root, i.from)} -> ${i.specifier}`))
  })

  it('has no circle of files', () => {
    check(circles(inside))
  })

  it('has no folder for odds and ends', () => {
    check(
      all
        .map(path => relative(root, path))
        .filter(path => path.split('/').some(part => banned.has(part.replace(/\.ts$/, '')))),
    )
  })

  it('has no arrow in the table that points up', () => {
    const order = Object.keys(arrows)
    const seen = new Set<string>()
    const visit = (name: string, path: readonly string[]): string[] => {
      if (path.includes(name)) return [[...path, name].join(' -> ')]
      if (seen.has(name)) return []
      const found = (arrows[name] ?? []).flatMap(next => visit(next, [...path, name]))
      seen.add(name)
      return found
    }
    check(order.flatMap(name => visit(name, [])))
  })
})

function circles(list: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, types } of list)
    if (!types && to.endsWith('.ts')) next.set(from, [...(next.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].map(f => relative(root, f)).join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const to of next.get(file) ?? []) visit(to, [...path, file])
    state.set(file, 'done')
  }
  for (const file of all) visit(file, [])
  return found
}
