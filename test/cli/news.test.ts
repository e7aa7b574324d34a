import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inlineNitf, inlineXhtml, newsItem, nitfArticle } from '../support/news-documents.ts'
import { openWorkplace } from './workplace.ts'

const { lay, run, text, path } = openWorkplace()

/** Windows-1251, as far as the tests go: ASCII and the Russian alphabet. */
const inWindows1251 = (source: string) =>
  Uint8Array.from(source, char => (char < '\u0080' ? char.charCodeAt(0) : char.charCodeAt(0) - 0x410 + 0xc0))

describe('XML of news agencies', () => {
  it('is told from other XML by its root', async () => {
    await lay({ 'a.xml': nitfArticle, 'b.xml': newsItem(inlineXhtml), 'c.xml': '<rss><x y="Kiev"/></rss>' })
    const { out } = await run(['lint', '--format', 'json', 'a.xml', 'b.xml', 'c.xml'])
    const texts = JSON.parse(out).files.map((file: { problems: { text: string }[] }) => file.problems.map(p => p.text))
    expect(texts[0]).toContain('Medinski')
    expect(texts[1]).toContain('MEDINSKI')
    expect(texts[2]).toEqual(['Kiev'])
  })

  it('goes to translators and back', async () => {
    await lay({ 'item.xml': newsItem(inlineNitf + inlineXhtml) })
    expect((await run(['export', 'item.xml', '--to', 'ru'])).status).toBe(0)
    const { out } = await run(['pseudo', 'item.ru.xlf'])
    await lay({ 'item.ru.xlf': out })
    expect((await run(['validate', 'item.ru.xlf'])).status).toBe(0)
    expect((await run(['merge', '-o', 'done.xml', 'item.ru.xlf'])).status).toBe(0)
    const merged = await text('done.xml')
    const tags = (xml: string) => xml.match(/<[^>]*>/g)!.filter(tag => !tag.includes(' xml:lang='))
    expect(tags(merged)).toEqual(tags(await text('item.xml')))
    expect(merged).not.toContain('Talks &amp; <em>pauses</em>.')
    expect(
      merged.match(/<(?:newsItem|headline|html|inlineXML)\s[^>]*?xml:lang="\w+"/g)!.map(tag => tag.slice(-3, -1)),
    ).toEqual(['ru', 'ru', 'ru', 'uk', 'ru'])
  })

  it('stays in its encoding', async () => {
    const source =
      '<?xml version="1.0" encoding="windows-1251"?><nitf><body><p>Talks in Kiev.</p><p>Мединский приехал.</p></body></nitf>'
    await lay({ 'a.nitf': inWindows1251(source) })
    expect((await run(['normalize', '--write', 'a.nitf'])).status).toBe(0)
    expect([...(await readFile(path('a.nitf')))]).toEqual([...inWindows1251(source.replace('Kiev', 'Kyiv'))])
    await lay({ 'a.md': inWindows1251('Мединский') })
    expect((await run(['lint', 'a.md'])).err).toContain('neither UTF-8 nor UTF-16')
  })
})
