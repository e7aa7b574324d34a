import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { contents } from '../formats/package-laws.ts'
import { docxOf } from '../support/docx-documents.ts'
import { odtOf } from '../support/odt-documents.ts'
import { openWorkplace } from './workplace.ts'

const { lay, path, run } = openWorkplace()
const article = docxOf('<w:p><w:r><w:t>They met.</w:t></w:r></w:p><w:p><w:r><w:t>They left Kiev.</w:t></w:r></w:p>')
const inOdt = odtOf('<text:p>They left Kiev.</text:p>')
const part = async (name: string, inside: string) => contents(await readFile(path(name))).get(inside)!

describe('documents of word processors', () => {
  it('are linted by paragraph', async () => {
    await lay({ 'a.docx': article, 'a.odt': inOdt })
    const { out, status } = await run(['lint', '--format', 'concise', '.'])
    expect(status).toBe(1)
    expect(out).toMatch(/^a\.docx:2:11: .*\[deprecated-spelling\]\na\.odt:1:11: .*\[deprecated-spelling\]\n$/)
    expect((await run(['lint', 'a.docx'])).out).toMatch(/2 │ They left Kiev\.\n\s+│\s+\^{4} → Kyiv/)
    const [file] = JSON.parse((await run(['lint', '--format', 'json', 'a.docx'])).out).files
    expect(file.problems[0]).toMatchObject({ part: 'word/main.xml', line: 2, column: 11, text: 'Kiev' })
    const { start, end } = file.problems[0]
    expect((await part('a.docx', 'word/main.xml')).slice(start, end)).toBe('Kiev')
  })

  it('are normalized, shown as a diff and given back by undo', async () => {
    await lay({ 'a.docx': article, 'a.odt': inOdt })
    expect((await run(['normalize', '--diff', 'a.docx'])).out).toContain('-They left Kiev.\n+They left Kyiv.')
    expect((await run(['normalize', '--check', 'a.docx'])).status).toBe(1)
    await run(['normalize', '--write', 'a.docx', 'a.odt'])
    expect(await part('a.docx', 'word/main.xml')).toContain('<w:t>They left Kyiv.</w:t>')
    expect(await part('a.odt', 'content.xml')).toContain('<text:p>They left Kyiv.</text:p>')
    await run(['undo'])
    expect(Buffer.compare(await readFile(path('a.docx')), article)).toBe(0)
    expect(Buffer.compare(await readFile(path('a.odt')), inOdt)).toBe(0)
  })

  it('have their changes tracked, which texts have not', async () => {
    await lay({ 'a.docx': article, 'a.md': 'Kiev\n' })
    const { status, err } = await run(['normalize', '--write', '--track-changes', '--author', 'Desk', 'a.docx', 'a.md'])
    expect(await part('a.docx', 'word/main.xml')).toMatch(/<w:ins [^>]*w:author="Desk"[^>]*><w:r><w:t>Kyiv</)
    expect([status, err]).toEqual([2, expect.stringContaining('a.md: this format has no tracked changes')])
    expect((await run(['normalize', '--author', 'Desk', 'a.docx'])).err).toContain('--track-changes')
  })

  it('go to translators and back, inside the XLIFF too', async () => {
    await lay({ 'a.docx': article })
    await run(['export', '--to', 'uk', '--from', 'en', '--embed', 'a.docx'])
    const xliff = await readFile(path('a.uk.xlf'), 'utf8')
    const filled = xliff.replace(
      /(<source[^>]*>)They met\.(<\/source>)/,
      '$1They met.$2<target>Вони зустрілися.</target>',
    )
    await lay({ 'a.uk.xlf': filled, 'a.docx': 'gone' })
    await run(['merge', 'a.uk.xlf'])
    expect(await part('a.uk.docx', 'word/main.xml')).toContain(
      '<w:t>Вони зустрілися.</w:t></w:r></w:p><w:p><w:r><w:t>They left Kiev.',
    )
  })

  it('are refused in one sentence where they are none, in the language of the interface', async () => {
    await lay({ 'a.docx': 'Dear Sir', 'b.odt': article })
    const { status, err } = await run(['lint', '--ui-language', 'uk', 'a.docx', 'b.odt'])
    expect([status, err]).toEqual([
      2,
      'помилка: a.docx: Це не документ DOCX.\nпомилка: b.odt: Це не документ ODT: це DOCX.\n',
    ])
  })

  it('have findings let be by a sidecar', async () => {
    await lay({ 'a.docx': article, 'a.docx.tlumach.yaml': 'ignore:\n  - text: Kiev\n    reason: as they say it\n' })
    expect((await run(['lint', 'a.docx'])).status).toBe(0)
  })
})
