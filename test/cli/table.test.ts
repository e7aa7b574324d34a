import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../support/docx-documents.ts'
import { odtOf } from '../support/odt-documents.ts'
import { fillCells } from '../support/table-cells.ts'
import { openWorkplace } from './workplace.ts'

const { lay, path, run, text } = openWorkplace()

describe('a bilingual table', () => {
  it('goes out and comes back', async () => {
    await lay({ 'a.md': '# Talks\n\nThey met. They **left**.\n' })
    const out = await run(['export', 'a.md', '--from', 'en', '--to', 'uk', '--table', 'docx'])
    expect([out.status, out.err]).toEqual([0, 'a.uk.table.docx: 3 segments in 2 units\n'])
    const targets: Record<number, string> = { 1: 'Переговори', 3: 'Вони ⟨**⟩пішли⟨/**⟩.' }
    const table = fillCells(await readFile(path('a.uk.table.docx')), ({ number }) => ({
      ...(targets[number] !== undefined && { target: targets[number] }),
      ...(number === 3 && { comment: 'Куди?' }),
    }))
    await lay({ 'a.uk.table.docx': table })
    const strict = await run(['merge', '--strict', 'a.uk.table.docx'])
    expect([strict.status, strict.err]).toEqual([1, expect.stringContaining('“a.uk.table.docx”: nothing is written.')])
    const back = await run(['merge', 'a.uk.table.docx'])
    expect(back.status).toBe(0)
    expect(back.err).toMatch(/a\.uk\.table\.docx:3:1: .*Comment: Куди\?/)
    expect(back.err).toContain('a.uk.md: 2 segments of 3 translated\n')
    expect(await text('a.uk.md')).toBe('# Переговори\n\nThey met. Вони **пішли**.\n')
  })

  it('says which of its texts wait, the first too', async () => {
    await lay({ 'a.md': '# Talks\n\nThey met. They left.\n' })
    await run(['export', 'a.md', '--from', 'en', '--to', 'uk', '--table', 'docx'])
    const { err } = await run(['merge', 'a.uk.table.docx'])
    expect(err.match(/(?<=info: )“.*?”/g)).toEqual(['“Talks”', '“They met.”', '“They left.”'])
  })

  it('takes none of the options of XLIFF', async () => {
    await lay({ 'a.md': 'They met.\n' })
    const { status, err } = await run(['export', 'a.md', '--to', 'uk', '--table', 'docx', '--xliff', '1.2'])
    expect([status, err]).toEqual([2, 'error: --table and --xliff exclude each other.\n'])
  })
})

describe('documents that differ in their extension', () => {
  const docx = docxOf('<w:p><w:r><w:t>They met.</w:t></w:r></w:p>')
  const odt = odtOf('<text:p>They left.</text:p>')

  it('go out under names of their own, and come back', async () => {
    await lay({ 'a.docx': docx, 'a.odt': odt, 'b.md': 'They met.\n', 'x/b.md': 'They left.\n' })
    const { err } = await run(['export', '--from', 'en', '--to', 'uk', '.'])
    expect(err.match(/^\S+(?=:)/gm)).toEqual(['a.docx.uk.xlf', 'a.odt.uk.xlf', 'b.uk.xlf', 'x/b.uk.xlf'])
    const merged = await run(['merge', 'a.docx.uk.xlf', 'a.odt.uk.xlf'])
    expect(merged.status).toBe(0)
    expect(Buffer.compare(await readFile(path('a.uk.docx')), docx)).toBe(0)
    const status = await run(['status', '--format', 'json', '.'])
    const articles: { name: string; renderings: { language: string; status: string }[] }[] = JSON.parse(
      status.out,
    ).articles
    const ofDocx = articles.find(({ name }) => name === 'a.docx')
    expect(ofDocx?.renderings.find(({ language }) => language === 'en')).toMatchObject({ document: 'a.docx' })
  })

  it('of another language are no other documents', async () => {
    await lay({ 'a.en.md': 'They met in the city.\n', 'a.ru.md': 'Они были в городе, и их там видели.\n' })
    await run(['export', '--to', 'ru', '.'])
    const { err } = await run(['export', '--to', 'uk', '.'])
    expect(err.match(/^\S+(?=:)/gm)).toEqual(['a.en.md.uk.xlf', 'a.ru.md.uk.xlf'])
    expect(await text('a.ru.xlf')).toContain('They met in the city.')
  })

  it('never overwrite each other', async () => {
    await lay({ 'a.md': 'They met.\n', 'x/a.md': 'They left.\n' })
    const line = ['export', '--from', 'en', '--to', 'uk', '--out-dir', 'out', '--force', 'a.md', 'x/a.md']
    expect((await run(line)).status).toBe(0)
    expect(await text('out/a.uk.xlf')).toContain('They met.')
    expect(await text('out/x/a.uk.xlf')).toContain('They left.')
    expect(await run(['merge', '--out-dir', 'done', 'out'])).toMatchObject({ status: 0 })
    expect(await text('done/a.uk.md')).toBe('They met.\n')
    expect(await text('done/x/a.uk.md')).toBe('They left.\n')
    const { status, err } = await run([...line.slice(0, 5), '-o', 'b.xlf', 'a.md', 'x/a.md'])
    expect([status, err]).toEqual([2, expect.stringContaining('-o')])
  })

  it('stand below --out-dir as they stand below the folder that was named', async () => {
    await lay({ 'texts/2024/a.en.md': 'They met.\n' })
    await run(['export', 'texts', '--to', 'uk', '--out-dir', 'out'])
    expect(await text('out/2024/a.uk.xlf')).toContain('They met.')
    await run(['export', 'texts/2024/a.en.md', '--to', 'uk', '--out-dir', 'flat'])
    expect(await text('flat/a.uk.xlf')).toContain('They met.')
  })
})
