import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import words from '../../locales/en.json' with { type: 'json' }
import { rules } from '../../src/qa/index.ts'
import { examplesOf, mark } from './examples.ts'

const folder = new URL('../../src/qa/rules/', import.meta.url)
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))

describe.each(pages)('%s', name => {
  const code = name.replace('.md', '')
  const examples = examplesOf(readFileSync(new URL(name, folder), 'utf8'))
  it('is the page of a rule and has examples', () => {
    expect(rules.map(rule => rule.code)).toContain(code)
    expect(examples.length).toBeGreaterThan(1)
  })
  it.each(examples)('$marked', example => expect(mark(code, example)).toBe(example.marked))
})

it('every rule has its page', () => {
  expect(rules.map(rule => `${rule.code}.md`).sort()).toEqual([...pages].sort())
})

it('every rule has its words', () => {
  const missing = rules.filter(({ code }) => !(`problem.${code}` in words) || !(`rule.${code}` in words))
  expect(missing.map(({ code }) => code)).toEqual([])
})
