import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { showPage } from '../../src/cli/page.ts'
import { noPaint } from '../../src/report/index.ts'
import { openWorkplace } from './workplace.ts'

const { run } = openWorkplace()

/** Marks that show what is painted. */
const paint = { ...noPaint, strong: (text: string) => `<${text}>`, good: (text: string) => `+${text}+` }
const check = (markdown: string, shown: string, width = 30) => expect(showPage(markdown, width, paint)).toBe(shown)

describe('a page at a terminal', () => {
  it('headings are bold, code and links are plain', () =>
    check(
      '## What `code` is\n\nSee [a page](x.md), **very much** so, *perhaps*.',
      '<What code is>\n\nSee a page, <very> <much> so,\nperhaps.\n',
    ))
  it('lines are no wider than asked', () =>
    check('one two three four five six seven\neight', 'one two three\nfour five six\nseven eight\n', 14))
  it('items hang on their marks', () => check('- one two three\n- four', '- one two\n  three\n- four\n', 10))
  it('examples stand as they are, suggestions shine', () =>
    check('```text\nIn «Kiev→Kyiv».\n\n- not an item\n```', '    In «Kiev→+Kyiv+».\n\n    - not an item\n'))
  it('tables are columns', () =>
    check('| option | default |\n| --- | --- |\n| `case` | `keep` |', 'option  default\ncase    keep\n'))

  const pages = (readdirSync('docs/rules', { recursive: true }) as string[]).filter(name => name.endsWith('.md'))
  it.each(pages)('%s has no marks left', name => {
    const shown = showPage(readFileSync(`docs/rules/${name}`, 'utf8'), 100, noPaint)
    const prose = shown.split('\n').filter(line => !line.startsWith('    '))
    expect(prose.filter(line => /^#|\]\(|```|\*\*/.test(line))).toEqual([])
  })
})

describe('explain', () => {
  it('is read at a terminal and piped as Markdown', async () => {
    const piped = await run(['explain', 'mixed-script'])
    const shown = await run(['explain', 'mixed-script'], { columns: 60, env: { NO_COLOR: '1' } })
    expect(piped.out).toBe(readFileSync('docs/rules/mixed-script.md', 'utf8'))
    expect(shown.out.startsWith('mixed-script  warning\nletters of another script inside a word\n\n')).toBe(true)
    const prose = shown.out.split('\n').filter(line => !line.startsWith('    '))
    expect(prose.every(line => line.length <= 60)).toBe(true)
    const asked = await run(['explain', '--format', 'markdown', 'mixed-script'], { columns: 60 })
    expect(asked.out).toBe(piped.out)
  })

  it.each(['uk', 'ru'] as const)('speaks %s', async language => {
    const piped = await run(['explain', 'mixed-script', '--ui-language', language])
    expect(piped.out).toBe(readFileSync(`docs/rules/${language}/mixed-script.md`, 'utf8'))
  })

  it.each(['en', 'uk', 'ru'] as const)('lists the rules in %s, no line wider than the terminal', async language => {
    const { out } = await run(['rules', '--ui-language', language], { env: { COLUMNS: '60' } })
    expect(out.split('\n').filter(line => line.length > 60)).toEqual([])
    const wide = await run(['rules', '--ui-language', language])
    expect(out.replace(/\s+/g, ' ')).toBe(wide.out.replace(/\s+/g, ' '))
  })

  it('names the rules that are there', async () => {
    expect(await run(['explain', 'no-such-rule'])).toMatchObject({ status: 2, out: '' })
  })
})
