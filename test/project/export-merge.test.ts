import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportDocument, mergeDocument, openXliff, type Source } from '../../src/project/index.ts'
import { readXliff, unitsOf, validateXliff, writeXliff } from '../../src/xliff/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'
import { markdownDocument } from '../support/markdown-documents.ts'

const project = await openTestProject()
const examples = new URL('../../examples/', import.meta.url)
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Every segment gets a copy of its source, changed by `translate`, as its target. */
function filled(xliff: string, translate: (source: string) => string = s => s): string {
  return xliff.replace(
    /(<segment\b[^>]*>\s*<source[^>]*>)([\s\S]*?)(<\/source>)/g,
    (_, open: string, inner: string, close: string) => {
      const space = /<source( [^>]*)?>$/.exec(open)?.[1] ?? ''
      return `${open}${inner}${close}<target${space}>${translate(inner)}</target>`
    },
  )
}

async function roundTrip(document: Source, change: (xliff: string) => string) {
  const exported = await exportDocument(project, document, settings(), { from: 'en', to: ['uk'] })
  expect(exported.problems.filter(p => p.severity === 'error')).toEqual([])
  const opened = openXliff({ path: 'x.uk.xlf', bytes: new TextEncoder().encode(change(exported.files[0]!.text)) })
  return mergeDocument(project, opened, document, settings())
}

/** Untouched, and with every target filled with its source, the document comes back byte for byte. */
async function check(document: Source): Promise<void> {
  for (const change of [(xliff: string) => xliff, filled]) {
    const merged = await roundTrip(document, change)
    expect(merged.result && text(merged.result.bytes)).toBe(text(document.bytes))
  }
}

/** Every target is its source, whatever the version. */
function copied(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'translated' as const })),
  )
  return writeXliff(xliff, value, changes).value
}

describe('export, then merge', () => {
  const found = readdirSync(examples).filter(name => /\.(md|txt)$/.test(name))
  it.each(found)('gives back examples/%s', name => check({ path: name, bytes: readFileSync(new URL(name, examples)) }))

  it('gives back generated documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), seed => check(source(markdownDocument(seed)))),
      { numRuns: 200 },
    )
  })

  it.each(found)('goes over XLIFF 1.2 with examples/%s', async name => {
    const document = { path: name, bytes: readFileSync(new URL(name, examples)) }
    const own = name.includes('.en.') ? 'en' : name.includes('.uk.') ? 'uk' : 'ru'
    const to = own === 'uk' ? 'ru' : 'uk'
    for (const embed of [false, true]) {
      const options = { from: own, to: [to], version: '1.2', embed, locales: ['uk-UA', 'en-GB', 'ru-RU'] } as const
      const [file] = (await exportDocument(project, document, settings(), options)).files
      expect(file!.text).toContain(`target-language="${to === 'uk' ? 'uk-UA' : 'ru-RU'}"`)
      expect(validateXliff(file!.text, { strict: true }).problems).toEqual([])
      for (const change of [(xliff: string) => xliff, copied]) {
        const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(change(file!.text)) })
        expect(opened.origin).toMatchObject({ format: expect.any(String), hash: expect.any(String) })
        const merged = await mergeDocument(project, opened, document, settings())
        expect(merged.problems.filter(p => p.code !== 'merge-untranslated')).toEqual([])
        expect(merged.result && text(merged.result.bytes)).toBe(text(document.bytes))
      }
    }
  })

  it('keeps a byte-order mark and UTF-16', async () => {
    await check({
      path: 'x.md',
      bytes: Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('In Kyiv.\r\n')]),
    })
  })

  it('puts translations in place and lists what is missing', async () => {
    const document = source('# Talks\n\nHe said **yes**. She left.\n', 'talks.en.md')
    const merged = await roundTrip(document, xliff =>
      filled(xliff, s =>
        s
          .replace('Talks', 'Переговори')
          .replace('He said', 'Він сказав')
          .replace('yes', 'так')
          .replace('She left.', 'Вона пішла.'),
      ),
    )
    expect(merged.result!.name).toBe('talks.uk.md')
    expect(text(merged.result!.bytes)).toBe('# Переговори\n\nВін сказав **так**. Вона пішла.\n')
    expect((await roundTrip(document, x => x)).segments).toMatchObject({ total: 3, translated: 0, untranslated: 3 })
  })

  it('escapes what the translation brings', async () => {
    const document = source('First.\n\nSecond.\n')
    const merged = await roundTrip(document, xliff =>
      filled(xliff, s => s.replace('First.', '1. *Перше* &lt;b&gt;').replace('Second.', '# Друге')),
    )
    const again = await exportDocument(project, { path: 'y.md', bytes: merged.result!.bytes }, settings(), {
      from: 'uk',
      to: ['ru'],
    })
    expect([...again.files[0]!.text.matchAll(/<source>(.*)<\/source>/g)].map(m => m[1])).toEqual([
      '1. *Перше* &lt;b&gt;',
      '# Друге',
    ])
  })

  it('writes nothing under strict while something is missing', async () => {
    const document = source('One. Two.\n')
    const exported = await exportDocument(project, document, settings(), { from: 'en', to: ['uk'] })
    const opened = openXliff({ path: 'x', bytes: new TextEncoder().encode(exported.files[0]!.text) })
    const merged = await mergeDocument(project, opened, document, settings(), { strict: true })
    expect(merged.result).toBeUndefined()
  })

  it.each([
    // [what the document is now, what of the file has been dropped, what is told]
    ['# Talks\n\nHe said yes.\n\nShe left. *It* rained.\n', undefined, ['She left. x.md:5:1', 'It rained. x.md:5:12']],
    ['# Talks\n\nHe said yes.\n', /<unit (?:(?!<unit )[\s\S])*yes[\s\S]*?<\/unit>/, ['He said yes. x.md:3:1']],
    ['# Talks\n\nHe said yes.\n\n12.05.2025\n\n```\ncode\n```\n', undefined, []],
    ['# Talks\n\nHe said yes.\n\n<p lang="fr">Liberté.</p>\n', undefined, []],
  ])('tells what the document has and the file has not: %j', async (now, dropped, expected) => {
    const options = { from: 'en', to: ['uk'] } as const
    const [file] = (await exportDocument(project, source('# Talks\n\nHe said yes.\n'), settings(), options)).files
    const bytes = new TextEncoder().encode(filled(file!.text.replace(dropped ?? /$^/, '')))
    const opened = openXliff({ path: 'x.xlf', bytes })
    for (const strict of [false, true]) {
      const { problems, segments, result } = await mergeDocument(project, opened, source(now), settings(), { strict })
      const told = problems.filter(({ code }) => code === 'merge-not-in-file')
      expect(told.map(({ data, severity }) => [`${data!.text} ${data!.place}`, severity])).toEqual(
        expected.map(text => [text, strict ? 'error' : 'info']),
      )
      expect(segments).toMatchObject({ untranslated: expected.length })
      expect(result === undefined).toBe(strict && expected.length > 0)
    }
  })

  it.each([
    ['x.md', '---\ntitle: Talks in Kyiv\n---\n\nHe left.\n', 'Kyiv', 'Київ', 'second'],
    ['x.html', '<p><img alt="Zelensky in town" src="a.jpg"> He left.</p>', 'Zelensky', 'Зеленський', 'adjectival'],
  ])('names the terms of titles and attributes, too, and how they decline: %s', async (path, html, term, name, how) => {
    for (const version of ['1.2', '2.1'] as const) {
      const options = { from: 'en', to: ['uk'], version } as const
      const [file] = (await exportDocument(project, source(html, path), settings(), options)).files
      const [genitive] = file!.model.files.flatMap(({ children }) =>
        children
          .flatMap(unit => (unit.kind === 'unit' ? unit.terms : []))
          .flatMap(({ metadata }) => metadata.filter(({ type }) => type === 'form').map(({ text }) => text)),
      )
      expect(file!.text).toMatch(
        version === '1.2'
          ? new RegExp(`<note from="glossary" annotates="source">${term} = ${name} \\(${how}: ${genitive}, `)
          : new RegExp(`<gls:term>${term}</gls:term>[\\s\\S]*<mda:meta type="declension">${how}</mda:meta>`),
      )
      expect(file!.text).toMatch(new RegExp(`<mrk [^>]*type="term"[^>]*>${term}</mrk>`))
    }
  })

  it.each([
    ['x.md', 'It ends.  \nIt begins.\\\nIt goes\\\non.\n', ['It ends.⏎', 'It begins.⏎', 'It goes⏎on.']],
    [
      'x.html',
      '<p>It ends.<br>\nIt <b>begins.<br/></b>- It goes on.</p>',
      ['It ends.<br>', 'It <b>begins.<br/></b>', '- It goes on.'],
    ],
  ])('takes a line break for one where it looks for sentences: %s', async (path, content, expected) => {
    const [file] = (await exportDocument(project, source(content, path), settings(), { from: 'en', to: ['uk'] })).files
    const shown = [...unitsOf(readXliff(file!.text).value)].flatMap(({ segments }) =>
      segments
        .filter(({ kind }) => kind === 'segment')
        .map(({ source }) => source.runs.map(run => (run.kind === 'text' ? run.text : run.label)).join('')),
    )
    expect(shown).toEqual(expected)
    await check(source(content, path))
  })

  it('tells what a source has become, and uses nothing of it', async () => {
    const before = source('# Talks\n\nThe delegations met in Kyiv on Monday.\n\nNobody signed anything at all.\n')
    const after = (markdown: string) => source(markdown)
    const [file] = (await exportDocument(project, before, settings(), { from: 'en', to: ['uk'] })).files
    const xliff = filled(file!.text, s => s.replace('The delegations', 'Делегації').replace('Nobody', 'Ніхто'))
    const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
    const told = async (markdown: string) => {
      const { problems, result } = await mergeDocument(project, opened, after(markdown), settings())
      expect(text(result!.bytes)).not.toContain('Делегації')
      return problems
        .filter(({ code }) => code.startsWith('xliff-unit'))
        .map(({ code, data }) => [code, data?.change, data?.target, data?.places])
    }
    const [changed, target] = ['on [-Monday-]{+Friday+}.', 'Делегації met in Kyiv on Monday.']
    expect(await told('# Talks\n\nThe delegations met in Kyiv on Friday.\n\nNobody signed anything at all.\n')).toEqual(
      [['xliff-unit-changed', `The delegations met in Kyiv ${changed}`, target, 1]],
    )
    const twice = 'The delegations met in Kyiv on Friday.\n\nThe delegations met in Kyiv on Sunday.'
    expect(await told(`# Talks\n\n${twice}\n\nNobody signed anything at all.\n`)).toEqual([
      ['xliff-unit-changed', `The delegations met in Kyiv ${changed}`, target, 2],
    ])
    expect(await told('# Talks\n\nOther words.\n\nNobody signed anything at all.\n')).toEqual([
      ['xliff-unit-stale', undefined, undefined, undefined],
    ])
  })

  it('keeps the translations of sentences that a changed paragraph still has', async () => {
    const before = source('They met in *Kyiv* on Monday. Nobody signed. The talks go on.\n')
    const [file] = (await exportDocument(project, before, settings(), { from: 'en', to: ['uk'] })).files
    const uk = [
      [/They met in/, 'Вони були в'],
      [/ on Monday/, ' у понеділок'],
      [/Nobody signed/, 'Ніхто не підписав'],
      [/The talks go on/, 'Переговори тривають'],
    ] as const
    const xliff = filled(file!.text, s => uk.reduce((text, [from, to]) => text.replace(from, to), s))
    const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
    const merge = async (markdown: string, strict = false) => {
      const { problems, result, segments } = await mergeDocument(project, opened, source(markdown), settings(), {
        strict,
      })
      const told = problems
        .filter(({ code }) => code.startsWith('xliff-unit'))
        .map(({ data }) => [data!.kept, data!.total])
      return { text: result && text(result.bytes), told, segments: [segments.translated, segments.stale] }
    }
    expect(await merge('They met in *Kyiv* on Monday. Nobody signed it. The talks go on.\n')).toEqual({
      text: 'Вони були в *Kyiv* у понеділок. Nobody signed it. Переговори тривають.\n',
      told: [[2, 3]],
      segments: [2, 1],
    })
    expect(await merge('They met in *Kyiv* on Monday. The talks go on.\n')).toEqual({
      text: 'Вони були в *Kyiv* у понеділок. Переговори тривають.\n',
      told: [[2, 2]],
      segments: [2, 1],
    })
    const longer = 'They met in *Kyiv* on Monday. Nobody signed. It rained. The talks go on.\n'
    expect(await merge(longer)).toEqual({
      text: 'Вони були в *Kyiv* у понеділок. Ніхто не підписав. It rained. Переговори тривають.\n',
      told: [[3, 4]],
      segments: [3, 1],
    })
    expect((await merge(longer, true)).text).toBeUndefined()
    // without the code the first sentence is another one
    expect((await merge('They met in Kyiv on Monday. Nobody signed. The talks go on.\n')).text).toBe(
      'They met in Kyiv on Monday. Ніхто не підписав. Переговори тривають.\n',
    )
  })

  it('says so where the language cannot be told or is the target itself', async () => {
    const codes = async (markdown: string, to: 'uk' | 'ru') =>
      (await exportDocument(project, source(markdown), settings(), { to: [to] })).problems.map(p => p.code)
    expect(await codes('Адам', 'uk')).toEqual(['language-undetermined'])
    expect(await codes('123 456', 'uk')).toEqual([])
    expect(await codes('Це було в Києві, і його там бачили.', 'uk')).toEqual(['language-same'])
  })
})
