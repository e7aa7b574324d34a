import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

describe('export --project', () => {
  it('makes a folder that OmegaT opens', async () => {
    await lay({ 'a.md': 'Mykhailo Podoliak was in Kyiv.\n' })
    const line = ['export', 'a.md', '--from', 'en', '--to', 'uk', '--locale', 'uk-UA', '--project', 'work']
    const { status, err } = await run(line)
    expect([status, err]).toEqual([
      0,
      'work/source/a.uk.xlf: 1 segment in 1 unit\nwork: a project of OmegaT; its translated files come to “target”\n',
    ])
    expect(await text('work/omegat.project')).toContain('<target_lang>UK-UA</target_lang>')
    const [kyiv] = (await text('work/glossary/tlumach.utf8')).split('\n').filter(row => row.startsWith('Kyiv\t'))
    expect(kyiv!.split('\t').slice(0, 2)).toEqual(['Kyiv', 'Київ'])
    expect(kyiv!.split('\t')[2]).toMatch(/^Києва, Києву/)
    expect(await text('work/source/a.uk.xlf')).toContain('datatype="x-tlumach-markdown-omegat"')
  })

  it('is for OmegaT alone, into one language', async () => {
    await lay({ 'a.md': 'In Kyiv.\n' })
    const refused = async (...more: readonly string[]) =>
      (await run(['export', 'a.md', '--from', 'en', '--project', 'work', ...more])).status
    expect(await refused('--to', 'uk,ru')).toBe(2)
    expect(await refused('--to', 'uk', '--profile', 'trados')).toBe(2)
    expect(await refused('--to', 'uk', '-o', 'x.xlf')).toBe(2)
  })
})
