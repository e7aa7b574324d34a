import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from '../cli/workplace.ts'

const { lay, run, text, path } = openWorkplace()

const file = (units: readonly (readonly [id: string, source: string, target: string])[], note = '') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="uk">\n${note}<file id="f">\n${units
    .map(
      ([id, source, target]) =>
        `<unit id="${id}"><segment><source>${source}</source><target>${target}</target></segment></unit>\n`,
    )
    .join('')}</file>\n</xliff>\n`

const wrong = ['a', 'In 2014 he came.', 'Він прийшов у 2015.'] as const
const spaced = ['b', 'One two.', 'Один  два.'] as const
const right = ['c', 'Three.', 'Три.'] as const

describe('check --baseline', () => {
  it('lets be what it knows, in another export, too, and tells what is new', async () => {
    await lay({ 'a.xlf': file([wrong, right]) })
    expect((await run(['check', '--baseline', '--write-baseline', 'a.xlf'])).status).toBe(0)
    expect(JSON.parse(await text('.tlumach/check-baseline.json')).findings).toHaveLength(1)
    await lay({ 'a.xlf': file([right, spaced, wrong], '<!-- another one -->\n') })
    const { status, out } = await run(['check', '--baseline', '--format', 'concise', 'a.xlf'])
    expect({ status, codes: [...out.matchAll(/double-space|number/g)].map(String) }).toEqual({
      status: 1,
      codes: ['double-space'],
    })
  })

  it('takes no file to check for a baseline', async () => {
    await lay({ 'a.xlf': file([wrong]) })
    await run(['check', '--write-baseline', 'a.xlf'])
    expect(await run(['check', '--baseline', 'a.xlf'])).toMatchObject({ status: 0, err: '' })
    expect(await run(['check', '--baseline'])).toMatchObject({
      status: 2,
      err: 'error: Nothing to work on: give at least one argument (files).\n',
    })
  })

  it('tells again what is wrong in another way, and of what was mended', async () => {
    await lay({ 'a.xlf': file([wrong]) })
    await run(['check', '--baseline', 'known.json', '--write-baseline', 'a.xlf'])
    await lay({ 'a.xlf': file([['a', 'In 2014 he came.', 'Він прийшов у 2016.']]) })
    const { out } = await run(['check', '--baseline', 'known.json', '--format', 'json', 'a.xlf'])
    expect(JSON.parse(out).files[0].problems.map((p: { code: string }) => p.code)).toEqual([
      'baseline-unused',
      'number',
    ])
  })

  it('must be there to be used', async () => {
    await lay({ 'a.xlf': file([wrong]) })
    expect((await run(['check', '--baseline', 'none.json', 'a.xlf'])).status).toBe(2)
  })

  it('knows messages of a catalog by their keys', async () => {
    const po = (...entries: readonly string[]) => `msgid ""\nmsgstr "Language: uk\\n"\n\n${entries.join('\n\n')}\n`
    const bad = 'msgid "In 2014."\nmsgstr "У 2015."'
    await lay({ 'uk.po': po(bad) })
    await run(['check', '--baseline', '--write-baseline', 'uk.po'])
    await lay({ 'uk.po': po('msgid "New."\nmsgstr "Нове."', bad) })
    expect((await run(['check', 'uk.po', '--baseline'])).status).toBe(0)
  })
})

describe('reports by segment', () => {
  it('make a workbook with a row for each finding, the ignored ones marked', async () => {
    await lay({ 'a.xlf': file([wrong]) })
    await run(['check', '--baseline', '--write-baseline', 'a.xlf'])
    await lay({ 'a.xlf': file([right, wrong, spaced]) })
    const { status } = await run(['check', '--baseline', '--format', 'xlsx', '-o', 'a.xlsx', 'a.xlf'])
    expect(status).toBe(1)
    const parts = unzipSync(await readFile(path('a.xlsx')))
    const rows = new TextDecoder()
      .decode(parts['xl/worksheets/sheet1.xml'])
      .split('<row ')
      .slice(1)
      .map(row => [...row.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(cell => cell[1]))
    expect(rows).toEqual([
      ['File', 'Segment', 'Unit', 'Rule', 'Severity', 'Source', 'Translation', 'Message', 'Suggestion', 'Ignored'],
      ['a.xlf', '2', 'a', 'number', 'warning', wrong[1], wrong[2], expect.stringContaining('2014'), 'yes'],
      ['a.xlf', '3', 'b', 'double-space', 'warning', spaced[1], spaced[2], expect.any(String), ' '],
    ])
  })

  it('show source and target on the page, with the words in question', async () => {
    await lay({ 'a.xlf': file([wrong]) })
    await run(['check', '--format', 'html', '--output', 'a.html', 'a.xlf'])
    const page = await text('a.html')
    expect(page).toContain('<dd>In 2014 he came.</dd>')
    expect(page).toContain('<dd>Він прийшов у <mark>2015</mark>.</dd>')
  })

  it('overwrite no file unasked', async () => {
    await lay({ 'a.xlf': file([wrong]), 'a.html': 'mine' })
    expect((await run(['check', '--format', 'html', '-o', 'a.html', 'a.xlf'])).status).toBe(2)
    expect(await text('a.html')).toBe('mine')
  })
})
