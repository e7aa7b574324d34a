import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type Concept,
  openTermFormat,
  type ReadTermsOptions,
  readGlossary,
  type TermFormatId,
  type WriteTermsOptions,
} from '../../src/termbase/index.ts'
import { bare } from './arbitrary.ts'
import { lossless } from './lossless.ts'

const folder = new URL('../../glossaries/', import.meta.url)
const shipped = readdirSync(folder).flatMap(name =>
  name.endsWith('.yaml') ? readGlossary(readFileSync(new URL(name, folder), 'utf8')).value.concepts : [],
)

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytes = (source: string): Uint8Array => new TextEncoder().encode(source)

async function read(id: TermFormatId, source: string, options?: ReadTermsOptions) {
  const { value, problems } = (await openTermFormat(id)).read(bytes(source), options)
  return { concepts: bare(value), problems }
}

/** What remains of concepts that are written and read again, and what the format says is lost. */
async function roundTrip(id: TermFormatId, concepts: readonly Concept[], options?: WriteTermsOptions) {
  const format = await openTermFormat(id)
  const written = format.write(concepts, options)
  const again = format.read(written.value)
  expect(again.problems).toEqual([])
  return { concepts: bare(again.value), losses: written.problems.map(p => p.data?.what) }
}

describe('the shipped glossaries', () => {
  it.each(lossless)('%s %j: come back as they were', async (id, options) => {
    expect(await roundTrip(id, shipped, options)).toEqual({ concepts: bare(shipped), losses: [] })
  })

  it('csv: derived spellings are written and are none when they come back', async () => {
    const derived = (concept: Concept) => [
      { lang: 'en', text: `Derived ${concept.id}`, part: 'name', status: 'preferred' } as const,
    ]
    expect((await roundTrip('csv', shipped, { derived })).concepts).toEqual(bare(shipped))
  })

  it('OmegaT: says what it does not keep', async () => {
    const derived = ({ id }: Concept) =>
      id === 'kyiv' ? [{ lang: 'en', text: 'Kyiv', part: 'name', status: 'preferred' } as const] : []
    const { concepts, losses } = await roundTrip('omegat', shipped, { derived })
    expect(losses).toEqual(expect.arrayContaining(['kind', 'ru', 'forms', 'source', 'terms.reason', 'former', 'own']))
    expect(concepts.find(c => c.names.uk?.name === 'Київ')?.terms[0]?.text).toBe('Kyiv')
  })
})

describe('formats that keep little', () => {
  it.each(['omegat', 'deepl', 'utx', 'i18next'] as const)('%s: what is kept is right, the rest is told', async id => {
    const { concepts, losses } = await roundTrip(id, [kyiv])
    expect(concepts).toHaveLength(1)
    expect(concepts[0]!.terms[0]?.text).toBe('Kyiv')
    expect(losses).toEqual(expect.arrayContaining(['kind', 'ru']))
  })
})

const kyiv: Concept = {
  id: 'kyiv',
  kind: 'place',
  names: { uk: { name: 'Київ' }, ru: { name: 'Киев' } },
  terms: [
    { lang: 'en', text: 'Kyiv', part: 'name', status: 'preferred' },
    { lang: 'en', text: 'Kiev', part: 'name', status: 'deprecated', reason: 'romanized from “Киев”, “x;y”\n' },
  ],
  former: [],
  except: [],
}

describe('tables of other programs', () => {
  /** The names and English terms of the concepts in a table, and the codes of the problems. */
  async function check(id: TermFormatId, source: string, want: readonly unknown[], options?: ReadTermsOptions) {
    const { concepts, problems } = await read(id, source, options)
    const said = concepts.map(({ id, kind, names, terms, note }) => [
      id,
      kind,
      names,
      terms.map(({ lang, text, status }) => `${lang} ${text} ${status}`),
      ...(note === undefined ? [] : [note]),
    ])
    expect([...said, ...problems.map(p => [p.code, ...Object.values(p.data ?? {})])]).toEqual(want)
  }

  const city = [{ uk: { name: 'Київ' } }, ['en Kyiv preferred']] as const
  const cases: readonly (readonly [string, TermFormatId, string, readonly unknown[], ReadTermsOptions?])[] = [
    [
      'language codes',
      'csv',
      'en-GB,uk-UA,Comment\r\nKyiv,Київ,a city\r\n',
      [['kyiv', 'term', city[0], city[1], 'a city']],
    ],
    [
      'memoQ: names of languages, semicolons, columns that we do not know',
      'csv',
      'Entry_ID;Entry_Creator;Ukrainian_Def;Ukrainian;English;English\n12;Olha;столиця;Київ;Kyiv;Kiev\n',
      [
        ['kyiv', 'term', city[0], ['en Kyiv preferred', 'en Kiev admitted']],
        ['termbase-loss', 'Entry_Creator', 1],
        ['termbase-loss', 'Ukrainian_Def', 1],
      ],
    ],
    [
      'MultiTerm: names with regions, a person',
      'tsv',
      'Entry number\tEnglish (United Kingdom)\tUkrainian\n1\tMykhailo Podoliak\tМихайло Михайлович Подоляк\n',
      [
        [
          'mykhailo-podoliak',
          'person',
          { uk: { given: 'Михайло', patronymic: 'Михайлович', family: 'Подоляк' } },
          ['en Mykhailo Podoliak preferred'],
        ],
      ],
      { kind: 'person' },
    ],
    ['statuses', 'csv', 'uk,en,Status\nКиїв,Kiev,forbidden\n', [['kiev', 'term', city[0], ['en Kiev deprecated']]]],
    [
      'quotes and line ends in a cell',
      'csv',
      'en,uk\n"A ""b"",\nc",Б',
      [['a-b-c', 'term', { uk: { name: 'Б' } }, ['en A "b",\nc preferred']]],
    ],
    [
      'OmegaT',
      'omegat',
      '# remark\nКиїв\tKyiv\ta city\n\nЛьвів\n',
      [['kyiv', 'term', city[0], city[1], 'a city'], ['termbase-no-term']],
    ],
    ['DeepL', 'deepl', 'Київ\tKyiv\n', [['kyiv', 'term', ...city]]],
    ['columns that name no languages', 'csv', 'a,b\nc,d\n', [['termbase-no-header']]],
    [
      'columns that are named by the caller',
      'csv',
      'Київ,Kyiv\n',
      [['kyiv', 'term', ...city]],
      { languages: ['uk', 'en'] },
    ],
    [
      'two concepts of one name',
      'csv',
      'en,uk\nKyiv,Київ\nKyiv,Києв\n',
      [
        ['kyiv', 'term', ...city],
        ['kyiv-2', 'term', { uk: { name: 'Києв' } }, city[1]],
      ],
    ],
    ['nothing', 'csv', '', []],
    [
      'UTX: languages and columns in the header, rows of one concept',
      'utx',
      '#UTX 1.11; uk-UA/en-US; 2026-11-22\r\n#src\ttgt\tsrc:pos\tterm status\tconcept ID\tx:y\r\nКиїв\tKyiv\tproperNoun\tapproved\tkyiv\t\r\nКиїв\tKiev\tproperNoun\tforbidden\tkyiv\tz\r\nА\r\n',
      [
        ['kyiv', 'term', city[0], ['en Kyiv preferred', 'en Kiev deprecated']],
        ['termbase-no-term'],
        ['termbase-loss', 'x:y', 1],
      ],
    ],
    [
      'i18next: nested keys of one language',
      'i18next',
      '{"city": {"kyiv": "Київ", "n": 1}, "kyivName": "Київ"}',
      [
        ['city-kyiv', 'term', city[0], []],
        ['kyivname', 'term', city[0], []],
      ],
      { languages: ['uk'] },
    ],
    ['i18next: no map', 'i18next', '[]', [['termbase-not-keys']]],
  ]
  for (const [what, id, source, want, options] of cases) it(what, () => check(id, source, want, options))
})

describe('our own table', () => {
  it('may be sorted, and its cells changed', async () => {
    const format = await openTermFormat('csv')
    const [header, ...rows] = text(format.write([kyiv]).value)
      .replace(/^\ufeff/, '')
      .split('\r\n')
    const changed = [header, ...rows.filter(Boolean).reverse()].join('\r\n').replace(',Київ,', ',Києв,')
    const { concepts } = await read('csv', changed)
    expect(concepts[0]!.names).toEqual({ uk: { name: 'Києв' }, ru: { name: 'Киев' } })
  })

  it('takes no value that a concept cannot have', async () => {
    const row = 'a,planet,m,en,A,captain,great,"{""kind"":""x"",""forms"":[]}",{'
    const { concepts } = await read('csv', `id,kind,gender,lang,term,part,status,concept,more\n${row}\n`)
    expect(concepts).toEqual([
      {
        id: 'a',
        kind: 'term',
        gender: 'm',
        names: {},
        terms: [{ lang: 'en', text: 'A', part: 'name', status: 'preferred' }],
        former: [],
        except: [],
      },
    ])
  })
})
