import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { newText } from '../../src/content/index.ts'
import {
  exportDocument,
  mergeDocument,
  openTable,
  openXliff,
  type Source,
  tableAsXliff,
  writeTable,
} from '../../src/project/index.ts'
import { readXliff, unitsOf, writeXliff } from '../../src/xliff/index.ts'
import { icuMessage, jsonCatalog } from '../formats/json-documents.ts'
import { openTestProject, settings } from '../lint/open.ts'
import { docxDocument, docxOf } from '../support/docx-documents.ts'
import { htmlDocument } from '../support/html-documents.ts'
import { markdownDocument } from '../support/markdown-documents.ts'
import { odtDocument } from '../support/odt-documents.ts'
import { editTable, type Filling, fillCells, type RowCells } from '../support/table-cells.ts'

const project = await openTestProject()
const examples = new URL('../../examples/', import.meta.url)
const bytes = (text: string) => new TextEncoder().encode(text)
const words = { title: 'Table', number: '№', source: 'English', target: 'Ukrainian', comment: 'Comment', help: 'Help.' }

const options = { from: 'en', to: ['uk'] } as const

async function exported(document: Source) {
  // what is in a generated catalog need not tell which kind it is
  const own = settings(document.path.endsWith('.json') ? { readAs: 'icu' } : {})
  const { files, problems } = await exportDocument(project, document, own, options)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return { xliff: files[0]!.text, table: writeTable(files[0]!.model, words) }
}

async function mergedTable(document: Source, table: Uint8Array, strict = false) {
  const opened = openTable({ path: 'x.uk.table.docx', bytes: table })
  expect(opened.checked.problems).toEqual([])
  const xliff = await tableAsXliff(project, opened, document, settings())
  return await mergeDocument(project, xliff, document, settings(), { strict })
}

const mergedXliff = (document: Source, xliff: string) =>
  mergeDocument(project, openXliff({ path: 'x.uk.xlf', bytes: bytes(xliff) }), document, settings())

/** Other letters; what stands in ⟨ ⟩ is no text. */
const other = (text: string) => text.replace(/\p{L}/gu, letter => (/[a-z]/i.test(letter) ? 'ж' : 'щ'))
const translation = ({ source }: RowCells): Filling => ({
  target: source.replace(/⟨[^⟨⟩]*⟩|[^⟨]+|⟨/g, s => (s.startsWith('⟨') ? s : other(s))),
})

function inXliff(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments
      .filter(({ kind }) => kind === 'segment')
      .map(segment => ({
        ...{ unit, segment, state: 'translated' as const },
        target: segment.source.runs.map(run => (run.kind === 'text' ? newText(other(run.text)) : run)),
      })),
  )
  return writeXliff(xliff, value, changes).value
}

/** Untouched the document comes back byte for byte; filled in it is the same as over XLIFF. */
async function check(document: Source): Promise<void> {
  const { xliff, table } = await exported(document)
  const untouched = await mergedTable(document, table)
  expect(untouched.problems.filter(({ code }) => code !== 'merge-untranslated')).toEqual([])
  expect(Buffer.compare(untouched.result!.bytes, document.bytes)).toBe(0)
  const over = await mergedXliff(document, inXliff(xliff))
  const back = await mergedTable(document, fillCells(table, translation))
  expect(back.problems.map(({ code }) => code)).toEqual(over.problems.map(({ code }) => code))
  expect(back.segments).toEqual(over.segments)
  expect(Buffer.compare(back.result!.bytes, over.result!.bytes)).toBe(0)
}

const documents: Readonly<Record<string, (seed: number) => Source>> = {
  Markdown: seed => ({ path: 'x.md', bytes: bytes(markdownDocument(seed)) }),
  HTML: seed => ({ path: 'x.html', bytes: bytes(htmlDocument(seed)) }),
  DOCX: seed => ({ path: 'x.docx', bytes: docxDocument(seed) }),
  ODT: seed => ({ path: 'x.odt', bytes: odtDocument(seed) }),
  JSON: seed => ({ path: 'x.json', bytes: bytes(jsonCatalog(seed, icuMessage, [''])) }),
}

describe('a bilingual table', () => {
  it.each(readdirSync(examples).filter(name => name.includes('.en.') && /\.(md|txt)$/.test(name)))(
    'brings examples/%s back',
    name => check({ path: name, bytes: readFileSync(new URL(name, examples)) }),
  )

  it.each(Object.entries(documents))('brings generated %s back', async (_, documentOf) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), seed => check(documentOf(seed))),
      { numRuns: 25 },
    )
  })
})

const article: Source = {
  path: 'a.md',
  bytes: bytes('# Talks\n\nThey **met** at [home](x). They left.\n\nA `code` and ⟨b⟩ **here** and **there**.\n'),
}

/** The rows of a table as a person sees them. */
async function rowsOf(document: Source) {
  const rows: RowCells[] = []
  fillCells((await exported(document)).table, row => {
    rows.push(row)
    return {}
  })
  return rows.map(({ number, source }) => `${number} ${source}`)
}

/** What comes back of the article, and what is told: the code, and the line of the table. */
async function told(table: Uint8Array, document = article) {
  const { text, problems, result, segments } = await mergedTable(document, table)
  return {
    said: problems
      .filter(({ code }) => code !== 'merge-untranslated')
      .map(({ code, span }) => `${code} ${text.slice(0, span.start).split('\n').length}`),
    document: new TextDecoder().decode(result?.bytes),
    segments,
  }
}

describe('the cells of a table', () => {
  it('show codes by names of their own', async () => {
    expect(await rowsOf(article)).toEqual([
      '1 Talks',
      '2 They ⟨**⟩met⟨/**⟩ at ⟨[⟩home⟨/[⟩.',
      '3 They left.',
      '4 A ⟨`code`/⟩ and ⟨b⟩ ⟨**⟩here⟨/**⟩ and ⟨** 2⟩there⟨/** 2⟩.',
    ])
    const html = { path: 'a.html', bytes: bytes('<p>Hi <b class="x">you</b>, <a href="y">see</a><br> <b>all</b></p>') }
    expect(await rowsOf(html)).toEqual(['1 Hi ⟨b⟩you⟨/b⟩, ⟨a⟩see⟨/a⟩⟨br/⟩⟨b 2⟩all⟨/b 2⟩'])
    const literal = { path: 'a.html', bytes: bytes('<p>An ⟨b⟩ and <b>one</b></p>') }
    expect(await rowsOf(literal)).toEqual(['1 An ⟨b⟩ and ⟨b 2⟩one⟨/b 2⟩'])
  })

  const filled = (fill: Readonly<Record<number, Filling>>) =>
    exported(article).then(({ table }) => fillCells(table, ({ number }) => fill[number] ?? {}))

  it.each<[what: string, target: string, document: string, said: readonly string[]]>([
    ['are translations', 'Вони ⟨**⟩зустрілися⟨/**⟩ ⟨[⟩вдома⟨/[⟩.', 'Вони **зустрілися** [вдома](x). They left.', []],
    ['may move codes', '⟨[⟩Вдома⟨/[⟩ вони ⟨**⟩зустрілися⟨/**⟩.', '[Вдома](x) вони **зустрілися**. They left.', []],
    ['may write codes carelessly', 'Вони ⟨ ** ⟩є⟨/ **⟩ ⟨[⟩тут⟨/[⟩.', 'Вони **є** [тут](x). They left.', []],
    ['may hold ends of lines', 'Вони ⟨**⟩є⟨/**⟩\n⟨[⟩тут⟨/[⟩. ', 'Вони **є** [тут](x). They left.', []],
    [
      'may not invent codes',
      'Вони ⟨u⟩є⟨/u⟩ ⟨**⟩тут⟨/**⟩.',
      'They **met** at [home](x). They left.',
      ['xliff-code-unknown 2', 'xliff-code-unknown 2'],
    ],
    ['may drop what can be dropped', 'Вони ⟨[⟩тут⟨/[⟩.', 'Вони [тут](x). They left.', ['xliff-code-missing 2']],
    [
      'may not cross codes',
      '⟨**⟩Вони ⟨[⟩тут⟨/**⟩.⟨/[⟩',
      'They **met** at [home](x). They left.',
      ['xliff-code-misnested 2'],
    ],
  ])('%s', async (_, target, text, said) => {
    const back = await told(await filled({ 2: { target } }))
    expect([back.document.split('\n')[2], back.said]).toEqual([text, said])
  })

  it('of sources are left as they are, spaces apart', async () => {
    const back = await told(
      await filled({ 1: { source: 'Talk', target: 'Бесіда' }, 3: { source: 'They  left. ', target: 'Пішли.' } }),
    )
    expect(back.said).toEqual(['table-source-changed 1'])
    expect(back.document).toMatch(/^# Talks\n\n.* Пішли\.\n/)
  })

  it('hold remarks beside what was there', async () => {
    const back = await told(
      await filled({ 1: { comment: 'Заголовок?' }, 4: { target: '', comment: 'Що це?\nНе знаю.' } }),
    )
    expect(back.said).toEqual(['table-comment 1', 'table-comment 4'])
    const opened = openTable({ path: 't.docx', bytes: await filled({ 1: { comment: 'Заголовок?' } }) })
    const { xliff } = await tableAsXliff(project, opened, article, settings())
    expect([...unitsOf(xliff!)][0]!.notes.map(({ text }) => text)).toEqual(['headline', 'Заголовок?'])
  })

  it('may have remarks in the margin', async () => {
    const parts = unzipSync(await filled({}))
    const xml = strFromU8(parts['word/document.xml']!)
    const anchored = xml.replace(/(They left\.<\/w:t><\/w:r>)/, '$1<w:r><w:commentReference w:id="4"/></w:r>')
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="a"><w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:comment></w:comments>'
    const table = zipSync({ ...parts, 'word/document.xml': strToU8(anchored), 'word/comments.xml': strToU8(comments) })
    const { problems } = await mergedTable(article, table)
    expect(problems.filter(({ code }) => code === 'table-comment')).toMatchObject([{ data: { text: 'Who?' } }])
  })

  it('are found by what stands behind the number, or by the number', async () => {
    const table = await filled({ 3: { target: 'Пішли.' } })
    const row = /<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g
    const turned = editTable(table, xml => {
      const [head, ...rows] = xml.match(row)!
      const first = xml.indexOf(head!) + head!.length
      return xml.slice(0, first) + rows.reverse().join('') + xml.slice(xml.lastIndexOf('</w:tr>') + 7)
    })
    const bare = editTable(table, xml => xml.replace(/<w:r><w:rPr><w:noProof\/><w:vanish\/>.*?<\/w:r>/g, ''))
    for (const one of [turned, bare]) {
      const { document, said } = await told(one)
      expect([document.includes('(x). Пішли.'), said]).toEqual([true, []])
    }
    const renumbered = editTable(table, xml => xml.replace(/preserve">\d+</g, 'preserve">7<'))
    expect((await told(renumbered)).document).toContain('(x). Пішли.')
  })

  it('that are not there are told by what they said', async () => {
    const without = editTable(await filled({}), xml =>
      xml.replace(/(<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>)(?=<\/w:tbl>)/, ''),
    )
    expect((await told(without)).said).toEqual(['table-row-missing 3'])
    const twice = editTable(await filled({}), xml =>
      xml.replace(/(<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>)(?=<\/w:tbl>)/, '$1$1'),
    )
    expect((await told(twice)).said).toEqual(['table-row-repeated 5'])
  })

  it('of a document that has changed are stale where their text is gone', async () => {
    const table = await filled({ 1: { target: 'Бесіди' }, 3: { target: 'Пішли.' } })
    const now = { ...article, bytes: bytes(new TextDecoder().decode(article.bytes).replace('# Talks', '# News')) }
    const { said, document, segments } = await told(table, now)
    expect(said).toEqual(['table-row-missing 1', 'merge-source-changed 1', 'xliff-unit-stale 1'])
    expect(document).toContain('# News\n\nThey **met** at [home](x). Пішли.')
    expect(segments).toMatchObject({ total: 5, translated: 1, stale: 1 })
    expect((await mergedTable(now, table, true)).result).toBeUndefined()
  })

  it('with tracked changes count as accepted', async () => {
    const table = editTable(await filled({ 1: { target: 'Бесіди' } }), xml =>
      xml.replace(
        '<w:r><w:t xml:space="preserve">Бесіди</w:t></w:r>',
        '<w:del w:id="1" w:author="a"><w:r><w:delText>Бесіди</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>Розмови</w:t></w:r></w:ins>',
      ),
    )
    expect((await told(table)).document).toMatch(/^# Розмови\n/)
  })

  it('are refused where they are of another document', () => {
    for (const other of [docxOf('<w:p><w:r><w:t>Hi</w:t></w:r></w:p>'), bytes('Hi')]) {
      const { checked } = openTable({ path: 'a.docx', bytes: other })
      expect([checked.unusable, checked.problems.length]).toEqual([true, 1])
    }
  })
})

describe('a table of an XLIFF file', () => {
  it('shows its translations, and puts corrections back', async () => {
    const { xliff } = await exported(article)
    const file = { path: 'a.uk.xlf', bytes: bytes(inXliff(xliff)) }
    const { table } = await exported(file)
    const untouched = await mergedTable(file, table)
    expect(new TextDecoder().decode(untouched.result!.bytes)).toBe(new TextDecoder().decode(file.bytes))
    const corrected = fillCells(table, ({ number }) => (number === 1 ? { target: 'Розмови' } : {}))
    const back = await mergedTable(file, corrected)
    expect(back.problems).toEqual([])
    expect(
      [...unitsOf(readXliff(new TextDecoder().decode(back.result!.bytes)).value)][0]!.segments[0]!.target?.runs,
    ).toMatchObject([{ text: 'Розмови' }])
  })
})

const folder = mkdtempSync(join(tmpdir(), 'tlumach-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Saved by LibreOffice as a document of Word. */
function savedByLibreOffice(table: Uint8Array): Uint8Array {
  writeFileSync(join(folder, 't.docx'), table)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const to = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), join(folder, 't.docx')]
  execFileSync('soffice', [profile, '--headless', ...to], { stdio: 'ignore', timeout: 120_000 })
  return readFileSync(join(folder, 'out', 't.docx'))
}

describe('a table that LibreOffice has saved', () => {
  const isHere = ['/usr/bin/soffice', '/usr/local/bin/soffice'].some(path => existsSync(path))
  const cases = Object.entries(documents)
  it.skipIf(!isHere).each(cases)(
    'still merges: %s (skipped without LibreOffice)',
    { timeout: 150_000 },
    async (_, of) => {
      const document = of(3)
      const { table } = await exported(document)
      const filled = fillCells(table, translation)
      const over = await mergedTable(document, filled)
      const back = await mergedTable(document, savedByLibreOffice(filled))
      expect(back.problems.map(({ code }) => code)).toEqual(over.problems.map(({ code }) => code))
      expect(new TextDecoder().decode(back.result!.bytes)).toBe(new TextDecoder().decode(over.result!.bytes))
      expect(back.segments).toEqual(over.segments)
    },
  )
})
