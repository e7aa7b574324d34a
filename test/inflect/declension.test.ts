import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Declension, declensions, decline, type InflectedLanguage, samples } from '../../src/inflect/index.ts'

/** The table of each rule, which is what decides the endings. */
function tablesOf(language: InflectedLanguage): ReadonlyMap<string, string> {
  const folder = new URL(`../../src/inflect/${language}/`, import.meta.url)
  const files = readdirSync(folder).map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  const rules: { rule: string; table: string }[] = files.flatMap(({ rules = [] }) => rules)
  return new Map(rules.map(({ rule, table }) => [rule, table]))
}

/** Гродно may stand still, Романови have the genitive of adjectives. */
const ofTable: readonly (readonly [RegExp, readonly Declension[]])[] = [
  [/^none$/, ['indeclinable']],
  [/^adj-/, ['adjectival']],
  [/-possessive$/, ['mixed', 'second', 'adjectival']],
  [/^a-/, ['first']],
  [/^n-hard$/, ['second', 'indeclinable']],
  [/^n-mya$/, ['third']],
  [/^(?:person|place|n)-/, ['second']],
  [/^f-consonant$/, ['third']],
  [/^p-hard$/, ['plural', 'adjectival']],
  [/^p-/, ['plural']],
]

describe('the declension that forms show', () => {
  it.each(['uk', 'ru'] as const)('is that of the table which gives them: %s', language => {
    const tables = tablesOf(language)
    const others = samples(language).flatMap(({ rule, name, kind, gender }) => {
      const found = declensions(decline(name, { language, kind, gender })).at(-1)!
      const wanted = ofTable.find(([table]) => table.test(tables.get(rule)!))![1]
      return wanted.includes(found) ? [] : [`${name} (${tables.get(rule)}): ${found}`]
    })
    expect(others).toEqual([])
  })

  it.each([
    ['uk', 'Кривий Ріг', 'place', 'adjectival second'],
    ['uk', 'Нью-Йорк', 'place', 'second'],
    ['ru', 'Иванов', 'family', 'mixed'],
    ['ru', 'Ростов', 'place', 'second'],
    ['uk', 'Сочі', 'place', 'indeclinable'],
    ['ru', 'Великие Луки', 'place', 'adjectival plural'],
  ] as const)('is told of each word: %s %s', (language, name, kind, expected) => {
    expect(declensions(decline(name, { language, kind })).join(' ')).toBe(expected)
  })
})
