import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openCatalog, uiLanguages } from '../../src/i18n/index.ts'
import { rules } from '../../src/lint/index.ts'
import { lint } from '../../src/project/index.ts'
import { openTestProject, settings, source } from './open.ts'

const folder = new URL('../../src/lint/rules/', import.meta.url)
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))
const project = await openTestProject()

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

/** Lints the example without its marks and marks what the rule found in the same way. */
async function check(code: string, { expects, options, marked }: Example): Promise<void> {
  const text = marked.replaceAll(/«([^»→]+)→[^»]*»/gu, '$1')
  const { severity } = rules.find(rule => rule.code === code)!
  const { problems } = await lint(project, source(text), settings({ ...options, rules: { [code]: severity } }))
  const own = problems.filter(
    p => p.code === code && (expects === 'informs' ? p.severity === 'info' : p.severity !== 'info'),
  )
  let out = text
  for (const p of [...own].reverse()) {
    out = `${out.slice(0, p.span.start)}«${out.slice(p.span.start, p.span.end)}→${p.data?.preferred ?? ''}»${out.slice(p.span.end)}`
  }
  expect(out).toBe(marked)
}

describe.each(pages)('%s', name => {
  const code = name.replace('.md', '')
  const examples = examplesOf(readFileSync(new URL(name, folder), 'utf8'))
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
