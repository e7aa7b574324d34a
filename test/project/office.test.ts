import { describe, expect, it } from 'vitest'
import {
  exportDocument,
  lint,
  mergeDocument,
  names,
  normalize,
  openXliff,
  type Source,
} from '../../src/project/index.ts'
import { lines } from '../../src/text/index.ts'
import { contents } from '../formats/package-laws.ts'
import { openTestProject, settings } from '../lint/open.ts'
import { docxDocument, docxOf, story } from '../support/docx-documents.ts'
import { odtDocument, odtOf } from '../support/odt-documents.ts'

const project = await openTestProject()
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const docx = (body: string, header?: string): Source => ({
  path: 'article.docx',
  bytes: docxOf(body, header === undefined ? {} : { 'header1.xml': story('hdr', header) }),
})
const split =
  '<w:p><w:r><w:t>In Ki</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ev</w:t></w:r><w:r><w:t xml:space="preserve"> they </w:t></w:r></w:p>'

describe('a package is linted', () => {
  it('by paragraph and place for people, by part and offset for programs', async () => {
    const { problems, text, shown } = await lint(
      project,
      docx(p('Talks.') + p('They met in Kiev.'), p('Kiev again')),
      settings(),
    )
    const places = problems.map(({ span }) => lines(text).at(shown!(span).start))
    expect(problems.map(({ code, span }) => [code, span.part])).toEqual([
      ['deprecated-spelling', 'word/header1.xml'],
      ['deprecated-spelling', 'word/main.xml'],
    ])
    expect(places).toEqual([
      { line: 3, column: 1 },
      { line: 2, column: 13 },
    ])
    expect(problems.map(({ span }) => text.slice(shown!(span).start, shown!(span).end))).toEqual(['Kiev', 'Kiev'])
  })

  it('with one finding in each of two parts at one offset', async () => {
    const source = docx(p('Kiev'), p('Kiev'))
    expect((await lint(project, source, settings())).problems).toHaveLength(2)
  })

  it('and its names are listed with their parts', async () => {
    const { entries } = await names(project, [docx(p('Kyiv'))], () => settings())
    expect(entries[0]!.spellings[0]!.places).toMatchObject([{ part: 'word/main.xml', line: 1, column: 1 }])
  })

  it('and refused where it is none', async () => {
    const result = await lint(project, { path: 'a.docx', bytes: new Uint8Array() }, settings())
    expect(result).toMatchObject({ unusable: true, problems: [{ code: 'package-damaged' }] })
  })
})

describe('a sidecar', () => {
  const check = async (yaml: string, codes: readonly string[], fixed: string) => {
    const source = { ...docx(p('Kiev one') + p('Kiev two')), sidecar: new TextEncoder().encode(yaml) }
    expect((await lint(project, source, settings())).problems.map(({ code }) => code)).toEqual(codes)
    expect((await normalize(project, source, settings())).after).toBe(fixed)
  }
  const found = 'deprecated-spelling'
  it.each([
    [
      'lets a paragraph’s finding be',
      'ignore: [{ code: deprecated-spelling, paragraph: Kiev one }]',
      [found],
      'Kiev one\nKyiv two\nTalks & more',
    ],
    ['lets a text be', 'ignore: [{ text: Kiev, reason: theirs }]', [], 'Kiev one\nKiev two\nTalks & more'],
    [
      'says what is listed in vain',
      'ignore: [{ text: Lvov }]',
      ['sidecar-unused', found, found],
      'Kyiv one\nKyiv two\nTalks & more',
    ],
    [
      'says what cannot be read',
      'ignore: [{ reason: no }, 5]',
      ['sidecar-syntax', 'sidecar-syntax', found, found],
      'Kyiv one\nKyiv two\nTalks & more',
    ],
    ['says that it is none', 'x: [', ['sidecar-syntax', found, found], 'Kyiv one\nKyiv two\nTalks & more'],
  ])('%s', (_, yaml, codes, fixed) => check(yaml, codes, fixed))
})

describe('a package is normalized', () => {
  it('in place, a name over two looks too', async () => {
    const { bytes, changed, before, after } = await normalize(project, docx(split), settings())
    expect([changed, before.split('\n')[0], after.split('\n')[0]]).toEqual([true, 'In Kiev they ', 'In Kyiv they '])
    const body = /<w:p>.*<\/w:p>/.exec(contents(bytes).get('word/main.xml')!)![0]
    expect(body.replace(/<w:t[^>]*>[^<]*/g, '<w:t>')).toBe(split.replace(/<w:t[^>]*>[^<]*/g, '<w:t>'))
  })

  it('as tracked changes', async () => {
    const revision = { author: 'Desk', date: '2026-11-22T20:00:00Z' }
    const inDocx = await normalize(project, docx(p('In Kiev')), settings(), { revision })
    expect(contents(inDocx.bytes).get('word/main.xml')).toMatch(
      /<w:delText>Kiev<.*<w:ins [^>]*w:author="Desk".*<w:t>Kyiv</,
    )
    const odt = { path: 'a.odt', bytes: odtOf('<text:p>In Kiev</text:p>') }
    expect(contents((await normalize(project, odt, settings(), { revision })).bytes).get('content.xml')).toMatch(
      /<text:p>Kiev<.*Kyiv<text:change-end/,
    )
  })

  it('not at all where nothing is to be done', async () => {
    const source = docx(p('In Kyiv'))
    const result = await normalize(project, source, settings(), {
      revision: { author: 'a', date: '2026-01-01T00:00:00Z' },
    })
    expect(result.changed).toBe(false)
    expect(result.bytes).toBe(source.bytes)
  })
})

describe('a package goes to translators and back', () => {
  const filled = (xliff: string) =>
    xliff.replace(
      /(<segment\b[^>]*>\s*<source([^>]*)>)([\s\S]*?)(<\/source>)/g,
      (_, open: string, space: string, inner: string, close: string) =>
        `${open}${inner}${close}<target${space}>${inner}</target>`,
    )
  const check = async (source: Source, embed: boolean) => {
    for (const change of [(xliff: string) => xliff, filled]) {
      const exported = await exportDocument(project, source, settings(), { from: 'en', to: ['uk'], embed })
      expect(exported.problems).toEqual([])
      const opened = openXliff({ path: 'x.uk.xlf', bytes: new TextEncoder().encode(change(exported.files[0]!.text)) })
      const { embedded } = opened.origin
      if (embed) expect(Buffer.compare(embedded as Uint8Array, source.bytes)).toBe(0)
      const merged = await mergeDocument(project, opened, source, settings())
      expect(merged.result!.name).toMatch(/^article\.uk\.(?:docx|odt)$/)
      expect(Buffer.compare(merged.result!.bytes, source.bytes)).toBe(0)
    }
  }
  it('and is the same, untouched or filled with its own text', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      await check({ path: 'article.docx', bytes: docxDocument(seed) }, seed % 5 === 0)
      await check({ path: 'article.en.odt', bytes: odtDocument(seed) }, seed % 5 === 0)
    }
  })
})
