import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextHash, type Entry, type MemoryRun, readTmx, tmxReader, writeTmx } from '../../src/memory/index.ts'
import '../support/properties.ts'

async function read(text: string | readonly string[]) {
  const stream = readTmx(typeof text === 'string' ? [text] : text)
  const entries: Entry[] = []
  for await (const entry of stream) entries.push(entry)
  return { entries, problems: stream.problems }
}

async function write(entries: readonly Entry[]): Promise<string> {
  let text = ''
  for await (const piece of writeTmx(entries, { sourceLanguage: 'en', version: '1' })) text += piece
  return text
}

const file = (body: string, header = 'srclang="en"') =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header ${header} o-tmf="x"/><body>${body}</body></tmx>`
const unit = (source: string, target = 'Так.') =>
  `<tu><tuv xml:lang="EN-us"><seg>${source}</seg></tuv><tuv xml:lang="uk"><seg>${target}</seg></tuv></tu>`

/** A table of segments as TMX writes them, and the runs that they are. */
const segments: readonly (readonly [markup: string, runs: readonly MemoryRun[]])[] = [
  ['Talks &amp; more', ['Talks & more']],
  [' two  spaces ', [' two  spaces ']],
  ['', []],
  [
    '<bpt i="1" type="bold">&lt;b&gt;</bpt>Kyiv<ept i="1">&lt;/b&gt;</ept>',
    [{ kind: 'open', id: '1', type: 'bold', data: '<b>' }, 'Kyiv', { kind: 'close', id: '1', data: '</b>' }],
  ],
  ['a<ph x="3">{n}</ph>b', ['a', { kind: 'code', id: '3', data: '{n}' }, 'b']],
  ['a<ut>\\par</ut>', ['a', { kind: 'code', id: 'c1', data: '\\par' }]],
  ['<it pos="end" x="2">&lt;/i&gt;</it>a', [{ kind: 'close', id: '2', isolated: true, data: '</i>' }, 'a']],
  ['<bpt i="1">[</bpt>a', [{ kind: 'open', id: '1', data: '[', isolated: true }, 'a']],
  [
    '<hi x="1" type="term">Kyiv</hi> is',
    [
      { kind: 'open', id: '1', type: 'term', data: '', highlight: true },
      'Kyiv',
      { kind: 'close', id: '1', data: '', highlight: true },
      ' is',
    ],
  ],
  [
    '<ph x="1">&lt;img alt="<sub>a <bpt i="1">[</bpt>map</sub>"&gt;</ph>',
    [{ kind: 'code', id: '1', data: '<img alt="a [map">', flows: [{ start: 10, end: 16 }] }],
  ],
]

describe('readTmx', () => {
  it.each(segments)('reads %s', async (markup, runs) => {
    const { entries, problems } = await read(file(unit(markup)))
    expect(problems).toEqual([])
    expect(entries).toMatchObject([{ sourceLanguage: 'en-US', targetLanguage: 'uk' }])
    expect(entries[0]!.source).toEqual(runs)
  })

  it('knows what is said of a unit and of its variants', async () => {
    const { entries } = await read(
      file(
        `<tu tuid="u7" creationdate="20260102T030405Z" creationid="Olena" usagecount="4"><note>first</note><prop type="file">a.md</prop>
         <prop type="prev">Before.</prop><tuv xml:lang="en"><seg>Yes.</seg></tuv>
         <tuv xml:lang="uk" changedate="20261122T210000Z" changeid="Ivan"><prop type="x-tlumach-after">abc</prop><seg>Так.</seg></tuv>
         <tuv xml:lang="ru"><seg>Да.</seg></tuv></tu>`,
        'srclang="EN" creationtool="OmegaT"',
      ),
    )
    const shared = {
      sourceLanguage: 'en',
      source: ['Yes.'],
      before: contextHash('Before.'),
      created: '2026-01-02T03:04:05Z',
    }
    const also = { file: 'a.md', unit: 'u7', uses: 4, notes: ['first'], origin: 'OmegaT' }
    expect(entries).toEqual([
      {
        ...shared,
        ...also,
        targetLanguage: 'uk',
        target: ['Так.'],
        changed: '2026-11-22T21:00:00Z',
        author: 'Ivan',
        after: 'abc',
      },
      { ...shared, ...also, targetLanguage: 'ru', target: ['Да.'], author: 'Olena' },
    ])
  })

  it('takes the first variant as the source where the file has all, and another one where a unit says so', async () => {
    const all = await read(file(unit('Yes.'), 'srclang="*all*"'))
    expect(all.entries).toMatchObject([{ sourceLanguage: 'en-US', targetLanguage: 'uk' }])
    const other = await read(file(unit('Yes.').replace('<tu>', '<tu srclang="uk-UA">')))
    expect(other.entries).toMatchObject([{ sourceLanguage: 'uk', targetLanguage: 'en-US', source: ['Так.'] }])
  })

  it.each([
    ['nothing', '', 'xml-malformed'],
    ['another kind of file', '<xliff/>', 'tmx-unknown'],
    ['a torn file', file(unit('Yes.')).slice(0, 200), 'xml-malformed'],
    ['a variant without a language', file('<tu><tuv><seg>a</seg></tuv></tu>'), 'tmx-language-missing'],
    ['a unit without its source', file('<tu><tuv xml:lang="de"><seg>a</seg></tuv></tu>'), 'tmx-source-missing'],
  ])('says what is wrong with %s', async (_, text, code) => {
    const { problems } = await read(text)
    expect(problems.map(problem => problem.code)).toEqual([code])
    expect(text.length).toBeGreaterThanOrEqual(problems[0]!.span.end)
  })

  it('keeps what was whole before a fault, and expands no entity', async () => {
    const torn = await read(`${file(unit('Yes.')).replace('</body></tmx>', '')}<tu></tuv>`)
    expect(torn.entries).toHaveLength(1)
    const bomb = file(unit('&lol;')).replace('SYSTEM "tmx14.dtd"', '[<!ENTITY lol "lol">]')
    const { entries, problems } = await read(bomb)
    expect(problems).toMatchObject([{ code: 'xml-entity' }])
    expect(entries[0]!.source).toEqual(['&lol;'])
  })
})

const words = fc.stringMatching(/^[a-zА-яіїє&<>"' \t.]{1,12}$/)
const runsOf: fc.Arbitrary<MemoryRun[]> = fc
  .array(
    fc.oneof(
      words,
      fc.record({ kind: fc.constant('code' as const), id: fc.stringMatching(/^[1-9]$/), data: words }),
      fc.record({
        kind: fc.constantFrom('open' as const, 'close' as const),
        id: fc.stringMatching(/^[1-9]$/),
        data: words,
        isolated: fc.constant(true),
      }),
    ),
    { maxLength: 6 },
  )
  .map(runs => runs.filter((run, i) => typeof run !== 'string' || typeof runs[i - 1] !== 'string'))

const entryOf: fc.Arbitrary<Entry> = fc.record(
  {
    sourceLanguage: fc.constantFrom('en', 'en-GB', 'uk'),
    targetLanguage: fc.constantFrom('uk-UA', 'ru'),
    source: runsOf,
    target: runsOf,
    before: fc.string({ unit: 'grapheme-ascii' }),
    after: words,
    created: fc.constant('2026-11-22T21:00:00Z'),
    changed: fc.constant('2026-11-23T21:00:00Z'),
    author: words,
    origin: words,
    file: words,
    unit: words,
    state: fc.constantFrom('translated', 'final'),
    uses: fc.nat(),
    notes: fc.array(
      words.map(word => `n${word}n`),
      { minLength: 1 },
    ),
  },
  { requiredKeys: ['sourceLanguage', 'targetLanguage', 'source', 'target', 'origin'] },
)

describe('writeTmx', () => {
  it('tells where a segment stood by names of its own: OmegaT would give it nowhere else', async () => {
    const [entry] = (await read(file(unit('One')))).entries
    const place = { file: 'a.md', unit: 'u1' }
    const text = await write([{ ...entry!, ...place }])
    expect(text).not.toMatch(/type="(?:file|id)"/)
    expect((await read(text)).entries).toMatchObject([place])
  })

  it('writes what readTmx reads, in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entryOf, { maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        async (entries, length) => {
          const text = await write(entries)
          const pieces = text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'gu')) ?? []
          const { entries: again, problems } = await read(pieces)
          expect(problems).toEqual([])
          expect(again).toEqual(entries)
        },
      ),
    )
  })

  it('is stable over everything that it reads', async () => {
    for (const [markup] of segments) {
      const { entries } = await read(file(unit(markup, markup)))
      expect((await read(await write(entries))).entries).toEqual(entries)
    }
  })

  it('needs memory for one unit only', () => {
    const reader = tmxReader()
    expect(reader.write(file('').replace('</body></tmx>', ''))).toEqual([])
    for (let n = 0; n < 1000; n++) expect(reader.write(unit(`Segment ${n}.`))).toHaveLength(1)
    reader.write('</body></tmx>')
    expect(reader.end()).toEqual({ last: [], problems: [] })
  })
})
