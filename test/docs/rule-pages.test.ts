import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rulePages, settingsPage, translated } from '../../scripts/rule-page.ts'

const root = resolve(import.meta.dirname, '../..')
const languages = ['uk', 'ru'] as const
const written = (path: string) => readFileSync(join(root, 'docs/rules', path), 'utf8')

const fence = /^```[\s\S]*?^```$/gm

/** What does not change with the language: levels of headings, fences with their examples, code, lists, tables, links. */
function skeleton(markdown: string) {
  const prose = markdown.replace(fence, '')
  const all = (pattern: RegExp) => [...prose.matchAll(pattern)].map(([found]) => found)
  return {
    headings: all(/^#+ /gm),
    fences: markdown.match(fence),
    code: all(/`[^`]+`/g).sort(),
    items: all(/^- /gm).length,
    rows: all(/^\|/gm).length,
    links: all(/\]\([^)]*\)/g).map(link => link.replace('../', '')),
    paragraphs: prose.split(/\n\s*\n/).length,
  }
}

/** Words that a paragraph in Latin letters alone would be made of; code, names of examples and of files are left out. */
const isEnglish = (paragraph: string) =>
  !/\p{Script=Cyrillic}/u.test(paragraph) && /\p{L}+ \p{L}+ \p{L}+/u.test(paragraph.replace(/`[^`]*`|\([^)]*\)/g, ''))

describe.each(languages)('the pages in %s', language => {
  it.each([...rulePages, settingsPage])('$code is translated whole', async page => {
    const { markdown, complete } = await translated(page, language)
    expect(complete).toBe(true)
    const prose = markdown.replace(fence, '')
    expect(prose.split(/\n\s*\n/).filter(isEnglish)).toEqual([])
  })

  it.each(rulePages)('$code has the headings, options and examples of the English page', ({ code }) => {
    expect(skeleton(written(`${language}/${code}.md`))).toEqual(skeleton(written(`${code}.md`)))
  })

  it.each([...rulePages, settingsPage])('$code has been looked over', ({ code }) => {
    const text = readFileSync(join(root, 'locales/rules', language, `${code}.xlf`), 'utf8')
    expect(text.match(/<segment [^>]*>/g)!.filter(tag => !tag.includes('state="final"'))).toEqual([])
  })

  it('are those of the rules, and so are the translations', () => {
    const codes = rulePages.map(({ code }) => code)
    const names = (folder: string) => readdirSync(join(root, folder)).sort()
    expect(names(`docs/rules/${language}`)).toEqual([...codes.map(code => `${code}.md`), 'README.md'].sort())
    expect(names(`locales/rules/${language}`)).toEqual([...codes, 'settings'].map(code => `${code}.xlf`).sort())
  })
})
