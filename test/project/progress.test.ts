import { describe, expect, it } from 'vitest'
import { exportDocument, mergeDocument, openXliff, pseudo, stats, status } from '../../src/project/index.ts'
import { memoryHost, openTestProject, settings, source } from '../lint/open.ts'

const project = await openTestProject()
const article = '# Corridors agreed\n\nKyiv has *twelve* words. Kyiv has *twelve* words.\n\nKyiv has *twelve* words.\n'

/** The article's XLIFF with the given targets, by the segment's number from 1. */
async function xliff(
  targets: Readonly<Record<number, string>> = {},
  state = 'translated',
  name = 'a.en.md',
): Promise<string> {
  const exported = await exportDocument(project, source(article, name), settings({}), { to: ['uk'] })
  let segment = 0
  return exported.files[0]!.text.replace(
    /<segment id="[^"]*"( state="initial")?>([\s\S]*?)<\/source>/g,
    (all, _, inner) => {
      const target = targets[++segment]
      const id = /id="([^"]*)"/.exec(all)![1]
      return target === undefined
        ? all
        : `<segment id="${id}" state="${state}">${inner}</source><target>${target}</target>`
    },
  )
}

describe('stats', () => {
  it('counts by state, match and repetition', async () => {
    const { tally } = stats(source(await xliff({ 1: 'Узгоджено коридори' }), 'a.uk.xlf'))
    expect(tally).toMatchObject({
      total: { segments: 4, words: 14, characters: 72 },
      states: { translated: { segments: 1, words: 2 }, untranslated: { segments: 3, words: 12 } },
      bands: { repetition: { segments: 2, words: 8 }, new: { segments: 2, words: 6 }, '100': { segments: 0 } },
    })
  })

  it('counts as repetition what an earlier file of the same languages has', async () => {
    const seen = new Map()
    const text = await xliff({})
    const repeated = [text, text, text.replace('trgLang="uk"', 'trgLang="ru"')].map(
      one => stats(source(one, 'a.xlf'), seen).tallyAmong?.bands.repetition.segments,
    )
    expect(repeated).toEqual([2, 4, 2])
  })

  it('counts a match for the segment that it refers to, and a translation that is to be reviewed as such', async () => {
    const text = 'They met in Kyiv today. They left.\n'
    const exported = await exportDocument(project, source(text, 'a.md'), settings({}), { from: 'en', to: ['uk'] })
    const matched = exported.files[0]!.text.replace('<file', '<file xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"')
      .replace(
        /(<unit [^>]*>)/,
        '$1<mtc:matches><mtc:match ref="#s2" similarity="80"><source>They leave.</source><target>а</target></mtc:match></mtc:matches>',
      )
      .replace('<segment id="s2">', '<segment id="s2" state="translated" subState="xliff12:needs-review-translation">')
      .replace('<source>They left.</source>', '$&<target>Пішли.</target>')
    expect(stats(source(matched, 'a.uk.xlf')).tally).toMatchObject({
      states: { untranslated: { segments: 1 }, 'needs-review': { segments: 1, words: 2 } },
      bands: { '75': { segments: 1, words: 2 }, new: { segments: 1 } },
    })
    const [found] = await status(memoryHost({ 'a.md': text, 'a.uk.xlf': matched }), ['a.md', 'a.uk.xlf'], () =>
      settings({}),
    )
    expect(found!.renderings).toContainEqual(expect.objectContaining({ language: 'uk', translated: 0, total: 2 }))
  })

  it('says what is no XLIFF', () => expect(stats(source('<a/>', 'a.xlf')).checked.unusable).toBe(true))
})

describe('pseudo', () => {
  it('fills every target and keeps codes, so that the document keeps its structure', async () => {
    const { bytes } = pseudo(source(await xliff(), 'a.uk.xlf'))
    const opened = openXliff({ path: 'a.uk.xlf', bytes: bytes! })
    const merged = await mergeDocument(project, opened, source(article, 'a.en.md'), settings({}))
    expect(merged.segments).toMatchObject({ total: 4, translated: 4 })
    const text = new TextDecoder().decode(merged.result!.bytes)
    expect(text.replace(/[·[\]\p{M}]| (?=·)/gu, '')).not.toBe(text)
    expect(text.split('\n').length).toBe(article.split('\n').length)
    expect(text.match(/\*[^*]+\*/g)?.length).toBe(3)
  })

  it('writes nothing where white space alone stands between codes', async () => {
    const exported = await exportDocument(project, source('`fs` *a path* `x` `y`\n', 'a.md'), settings({}), {
      to: ['uk'],
    })
    const { bytes } = pseudo(source(exported.files[0]!.text, 'a.xlf'))
    const targets = new TextDecoder().decode(bytes!).match(/<target>.*<\/target>/)![0]
    expect(targets.replace(/<[^>]*>/g, '|')).toMatch(/^[^[]*[|] [|]\[[^|\]]*\][| ]*$/)
  })
})

describe('status', () => {
  const check = async (files: Readonly<Record<string, string>>, want: Readonly<Record<string, string>>) => {
    const [found] = await status(memoryHost(files), Object.keys(files), () => settings({}))
    expect(Object.fromEntries(found!.renderings.map(({ language, status }) => [language, status]))).toEqual(want)
  }
  const all = { 1: 'а', 2: 'б', 3: 'в', 4: 'г' }

  it('knows what is missing', () => check({ 'a.en.md': article }, { en: 'published', uk: 'missing', ru: 'missing' }))
  it('knows what is in translation', async () =>
    check(
      { 'a.en.md': article, 'a.uk.xlf': await xliff({ 1: 'а' }) },
      { en: 'source', uk: 'translating', ru: 'missing' },
    ))
  it('knows what is translated', async () =>
    check({ 'a.en.md': article, 'a.uk.xlf': await xliff(all) }, { en: 'source', uk: 'translated', ru: 'missing' }))
  it('knows what is reviewed', async () =>
    check(
      { 'a.en.md': article, 'a.uk.xlf': await xliff(all, 'final') },
      { en: 'source', uk: 'reviewed', ru: 'missing' },
    ))
  it('knows what is stale', async () =>
    check(
      { 'a.en.md': `${article}More.\n`, 'a.uk.xlf': await xliff(all) },
      { en: 'source', uk: 'stale', ru: 'missing' },
    ))
  it('knows a source without a language in its name', async () =>
    check(
      { 'a.md': article, 'a.uk.xlf': await xliff(all, 'translated', 'a.md') },
      { en: 'source', uk: 'translated', ru: 'missing' },
    ))

  it.each([
    [{ 'b.md': article }, { b: ['published', 'missing', 'missing'] }],
    [{ 'b.md': article, 'b.uk.md': 'а' }, { b: ['source', 'published', 'missing'] }],
    [
      { 'b.md': article, 'b.html': '<p>They met in town.</p>' },
      { b: ['published', 'missing', 'missing'], 'b.html': ['published', 'missing', 'missing'] },
    ],
    [{ 'b.md': '12\n' }, {}],
    [{ 'b.po': 'msgid "They met"\nmsgstr ""\n' }, {}],
  ])('reads what no name tells the language of: %j', async (files, want) => {
    const found = await status(memoryHost(files as Record<string, string>), Object.keys(files), () => settings({}))
    const shown = found.map(({ name, renderings }) => [name, renderings.map(({ status }) => status)])
    expect(Object.fromEntries(shown)).toEqual(want)
  })

  it('tells of XLIFF files that nobody can read', async () => {
    const files = { 'a.en.md': article, 'a.uk.xlf': 'junk', 'a.ru.xlf': await xliff(all) }
    const [found] = await status(memoryHost(files), Object.keys(files), () => settings({}))
    expect(found!.unusable.map(({ path, problems }) => [path, problems.length])).toEqual([['a.uk.xlf', 1]])
  })

  it('keeps articles apart that differ in their extension', async () => {
    const files = {
      'a.en.md': article,
      'a.html': '<p>They met.</p>',
      'a.en.md.uk.xlf': await xliff(all, 'final'),
      'a.html.uk.xlf': await xliff({}, 'translated', 'a.html'),
      'a.uk.md': 'а',
      'a.uk.html': 'б',
    }
    const found = await status(memoryHost(files), Object.keys(files), () => settings({}))
    expect(found.map(({ name }) => name)).toEqual(['a.en.md', 'a.html'])
    expect(found.map(({ renderings }) => renderings.find(({ language }) => language === 'uk')!.document)).toEqual([
      'a.uk.md',
      'a.uk.html',
    ])
    expect(found[0]!.renderings[0]).toMatchObject({ language: 'en', status: 'source', document: 'a.en.md' })
  })

  it('knows files that are called by a language alone', async () => {
    const files = { 'l/en.md': article, 'l/uk.xlf': await xliff(all, 'final', 'en.md'), 'ru.md': 'а' }
    const found = await status(memoryHost(files), Object.keys(files), () => settings({}))
    expect(found.map(({ name, renderings }) => [name, renderings.map(({ status }) => status)])).toEqual([
      ['.', ['missing', 'missing', 'published']],
      ['l', ['source', 'reviewed', 'missing']],
    ])
  })
})
