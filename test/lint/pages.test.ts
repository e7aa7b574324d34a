import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OptionValue } from '../../src/check/index.ts'
import { openCatalog, uiLanguages } from '../../src/i18n/index.ts'
import { rules } from '../../src/lint/index.ts'
import { lintParallel } from '../../src/project/index.ts'
import { inTurn, openTestProject, settings, source } from './open.ts'

const folder = new URL('../../src/lint/rules/', import.meta.url)
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))
const project = await openTestProject('./glossary.yaml')

/** One example of a page: what the fence says, and the text with its marks. */
interface Example {
  readonly expects: 'finds' | 'silent' | 'informs'
  readonly options: Readonly<Record<string, string>>
  readonly marked: string
}

function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```text (finds|silent|informs)(.*)\n([\s\S]*?)\n```$/gm)].map(m => ({
    expects: m[1] as Example['expects'],
    options: Object.fromEntries(
      m[2]!
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map(pair => pair.split('=') as [string, string]),
    ),
    marked: m[3]!,
  }))
}

/** An option's value as a fence writes it: lists with commas. */
function read(text: string, usual: OptionValue): OptionValue {
  if (Array.isArray(usual)) return text.split(',').filter(Boolean)
  return typeof usual === 'number' ? Number(text) : typeof usual === 'boolean' ? text === 'true' : text
}

/** Lints the example without its marks and marks what the rule found in the same way. Behind `===` follow its renderings. */
async function check(code: string, { expects, options, marked }: Example): Promise<void> {
  const text = marked.replaceAll(/«([^»→]+)→[^»]*»/gu, '$1')
  const { severity, options: declared = {} } = rules.find(rule => rule.code === code)!
  const isOwn = ([name]: readonly [string, string]) => name in declared
  const given = Object.entries(options).filter(isOwn)
  const own = given.map(([name, value]) => [name, read(value, declared[name]!.default)] as const)
  const set = { severity, ...(own.length > 0 && { options: Object.fromEntries(own) }) }
  const others = Object.fromEntries(Object.entries(options).filter(pair => !isOwn(pair)))
  const [shown, ...renderings] = text.split(/\n={3,}\n/u).map((part, i) => source(part, `${i}.md`))
  const all = await lintParallel(project, inTurn([shown!, ...renderings]), () =>
    settings({ ...others, rules: { [code]: set } }),
  )
  const found = all[0]!.problems.filter(
    p => p.code === code && (expects === 'informs' ? p.severity === 'info' : p.severity !== 'info'),
  )
  let out = text
  for (const p of [...found].reverse()) {
    out = `${out.slice(0, p.span.start)}«${out.slice(p.span.start, p.span.end)}→${p.data?.preferred ?? ''}»${out.slice(p.span.end)}`
  }
  expect(out).toBe(marked)
}

describe.each(pages)('%s', name => {
  const code = name.replace('.md', '')
  const page = readFileSync(new URL(name, folder), 'utf8')
  const examples = examplesOf(page)
  it('names every option of the rule', () => {
    const { options = {} } = rules.find(rule => rule.code === code)!
    expect(Object.keys(options).filter(option => !page.includes(`\`${option}\``))).toEqual([])
  })
  it('is the page of a rule and has examples', () => {
    expect(rules.map(rule => rule.code)).toContain(code)
    expect(examples.length).toBeGreaterThan(1)
  })
  it.each(examples)('$marked', example => check(code, example))
})

it('every rule has its page and a sentence in three languages', async () => {
  expect(rules.map(rule => `${rule.code}.md`).sort()).toEqual([...pages].sort())
  for (const language of uiLanguages) {
    const words = await openCatalog(language)
    expect(rules.filter(({ code }) => !words.has(`rule.${code}`)).map(({ code }) => code)).toEqual([])
  }
})
