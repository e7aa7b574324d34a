import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The rule files as they lie on the disk: what the types of JSON cannot say. */
const folder = new URL('../../src/inflect/', import.meta.url)
const keys = new Set('rule kind gender ends words except cut add change table with source samples'.split(' '))
const kinds = new Set('given patronymic family place organisation adjective demonym'.split(' '))

interface Row {
  readonly rule: string
  readonly kind?: string
  readonly gender?: string
  readonly change?: string
  readonly table: string
  readonly with?: Record<string, string>
  readonly samples: readonly string[]
}

const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

for (const language of ['uk', 'ru']) {
  const files = readdirSync(new URL(`${language}/`, folder)).map(file => `${language}/${file}`)
  const rules: readonly Row[] = files.flatMap(file => read(file).rules ?? [])
  const grammar = read(`${language}/grammar.json`)

  describe(`the files of ${language}`, () => {
    it('name each rule once', () => {
      expect(rules.length).toBeGreaterThan(50)
      expect(new Set(rules.map(r => r.rule)).size).toBe(rules.length)
    })

    it.each(rules.map(r => [r.rule, r] as const))('know what %s says', (_, rule) => {
      expect(Object.keys(rule).filter(key => !keys.has(key))).toEqual([])
      expect((rule.kind ?? 'given').split(' ').filter(kind => !kinds.has(kind))).toEqual([])
      expect((rule.gender ?? 'm').split(' ').filter(gender => !'mfnp'.includes(gender))).toEqual([])
      expect(Object.keys(grammar.tables)).toContain(rule.table)
      if (rule.change) expect(Object.keys(grammar.alternations)).toContain(rule.change)
      expect(Object.keys(rule.with ?? {}).filter(c => !grammar.cases.includes(c))).toEqual([])
      expect(rule.samples.length).toBeGreaterThan(0)
    })

    it.each(files)('have no letter of another alphabet in a word: %s', file => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const foreign = language === 'uk' ? /[ыэъё]/u : /[іїєґ]/u
      expect(text.match(/\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/gu)).toBeNull()
      expect(foreign.exec(text.replace(/"source": "[^"]*"/gu, ''))?.[0]).toBeUndefined()
    })

    it('use every table', () => {
      const used = new Set(rules.map(r => r.table))
      expect(Object.keys(grammar.tables).filter(table => !used.has(table))).toEqual([])
    })
  })
}
