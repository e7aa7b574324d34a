import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../support/docx-documents.ts'
import { fillCells } from '../support/table-cells.ts'
import { openWorkplace } from './workplace.ts'

const { lay, path, run, text } = openWorkplace()

const twelve = Array.from({ length: 12 }, (_, i) => `Sentence ${'abcdefghijkl'[i]} is here.\n`).join('\n')

describe('merge', () => {
  it('lists the first segments that are not ready, and how many more there are', async () => {
    await lay({ 'a.md': twelve })
    await run(['export', 'a.md', '--from', 'en', '--to', 'uk'])
    const merged = await run(['merge', 'a.uk.xlf'])
    expect(merged.err.match(/\[merge-untranslated\]$/gm)).toHaveLength(10)
    expect(merged.err).toMatch(/^a\.uk\.xlf:\d+:\d+: info: “Sentence a is here\.” has no translation /)
    expect(merged.err).toContain(
      'a.uk.xlf: 2 more findings like these [merge-untranslated]; --verbose shows all.\na.uk.md: 0 segments of 12 translated\n',
    )
    const strict = await run(['merge', '--strict', '--force', 'a.uk.xlf'])
    expect(strict.err).toContain('“a.uk.xlf”: nothing is written. Not ready: 12 segments of 12.\n')
    const verbose = await run(['merge', '--verbose', '--force', 'a.uk.xlf'])
    expect(verbose.err.match(/\[merge-untranslated\]$/gm)).toHaveLength(12)
    expect(verbose.err).not.toContain('more findings')
  })

  it('tells programs of all of them', async () => {
    await lay({ 'a.md': twelve })
    await run(['export', 'a.md', '--from', 'en', '--to', 'uk'])
    const { status, out, err } = await run(['merge', '--format', 'json', 'a.uk.xlf'])
    expect([status, err]).toEqual([0, 'a.uk.md: 0 segments of 12 translated\n'])
    expect(JSON.parse(out).files[0].problems).toHaveLength(12)
    expect((await run(['merge', '--format', 'json', '-o', '-', 'a.uk.xlf'])).status).toBe(2)
  })

  it('finds the tables of a folder, and takes its other Word documents for none', async () => {
    await lay({ 'x/a.md': 'They met.\n', 'x/b.md': 'They left.\n', 'x/c.docx': docxOf('<w:p/>') })
    await run(['export', 'x/a.md', '--from', 'en', '--to', 'uk', '--table', 'docx'])
    await run(['export', 'x/b.md', '--from', 'en', '--to', 'uk'])
    const cells = await readFile(path('x/a.uk.table.docx'))
    await lay({ 'x/a.uk.table.docx': fillCells(cells, () => ({ target: 'Вони зустрілися.' })) })
    const { status, err } = await run(['merge', 'x'])
    expect(status).toBe(0)
    expect(err).toContain('x/a.uk.md: 1 segment of 1 translated\n')
    expect(err).toContain('x/b.uk.md: 0 segments of 1 translated\n')
    expect(err).not.toContain('c.docx')
    expect(await text('x/a.uk.md')).toBe('Вони зустрілися.\n')
  })

  it('makes a catalog of a template', async () => {
    await lay({ 'app.pot': 'msgid ""\nmsgstr "Language: \\n"\n\nmsgid "They met."\nmsgstr ""\n' })
    await run(['export', 'app.pot', '--from', 'en', '--to', 'uk'])
    expect((await run(['merge', 'app.uk.xlf'])).err).toContain('app.uk.po: 0 segments of 1 translated\n')
  })

  it('says so where a folder holds neither', async () => {
    await lay({ 'x/c.docx': docxOf('<w:p/>') })
    const { status, err } = await run(['merge', 'x'])
    expect([status, err]).toEqual([2, 'error: The folder “x” holds no file that can be read.\n'])
  })
})
