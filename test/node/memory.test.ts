import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Entry,
  lookup,
  type MemoryRun,
  putAll,
  type Query,
  type Store,
  similarity,
  useless,
} from '../../src/memory/index.ts'
import { hasMemory, MemoryFault, openMemory } from '../../src/node/index.ts'
import { segments } from '../bench/memory-segments.ts'
import '../support/properties.ts'

let folder = ''
let store: Store
const path = (name = 'memory.sqlite') => join(folder, '.tlumach', name)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tlumach-memory-'))
  store = await openMemory(path())
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true, force: true })
})

const entry = (
  source: string | readonly MemoryRun[],
  target: string | readonly MemoryRun[] = 'Так.',
  also: Partial<Entry> = {},
): Entry => ({
  sourceLanguage: 'en',
  targetLanguage: 'uk',
  source: typeof source === 'string' ? [source] : source,
  target: typeof target === 'string' ? [target] : target,
  ...also,
})
const query = (source: string | readonly MemoryRun[], also: Partial<Query> = {}): Query => ({
  ...entry(source),
  ...also,
})

/** What is found for a text, as target and score. */
async function check(asked: Query, expected: readonly (readonly [score: number, target: string])[]): Promise<void> {
  const found = await lookup(store, asked)
  expect(found.map(({ score, target }) => [score, target.join('')])).toEqual(expected)
}

async function all(of: Store): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const { entry } of of.all()) entries.push(entry)
  return entries
}

describe('the store', () => {
  it('keeps whatever an entry holds', async () => {
    const whole = entry(['a', { kind: 'code', id: '1', data: '{n}', flows: [{ start: 0, end: 1 }] }], '[1]', {
      before: 'b',
      changed: '2026-11-22T21:00:00Z',
      notes: ['«»'],
      uses: 3,
    })
    const odd = [entry(['[]']), entry('\u0001x'), entry([])]
    await store.put([whole, ...odd])
    expect(await all(store)).toEqual([...odd.reverse(), whole])
  })

  it('replaces what has the same texts and neighbours, and nothing else', async () => {
    const first = entry('Yes.')
    expect(await store.put([first, entry('Yes.', 'Авжеж.'), entry('Yes.', 'Так.', { before: 'x' })])).toEqual({
      added: 3,
      replaced: 0,
    })
    expect(await store.put([{ ...first, author: 'Olena' }])).toEqual({ added: 0, replaced: 1 })
    expect(await all(store)).toHaveLength(3)
    expect((await all(store)).at(-1)).toEqual({ ...first, author: 'Olena' })
  })

  it('removes and counts', async () => {
    await store.put([entry('Yes.'), entry('No.', 'Ні.'), entry('No.', 'Нет.', { targetLanguage: 'ru-RU' })])
    const [newest] = await store.exact({ source: 'en', target: 'ru' }, 'No.')
    expect(await store.remove([newest!.id, 999])).toBe(1)
    expect(await store.stats()).toMatchObject({ pairs: [{ source: 'en', target: 'uk', entries: 2 }], entries: 2 })
    await check(query('No.', { targetLanguage: 'ru' }), [])
  })

  it('is seen by a second process at once, and by the next one', async () => {
    const second = await openMemory(path())
    await Promise.all([putAll(store, segments(500, 1)), putAll(second, segments(500, 2))])
    const { entries } = await store.stats()
    expect((await second.stats()).entries).toBe(entries)
    expect(entries).toBeGreaterThan(950)
    second.close()
  })

  it('pages through more than it reads at a time', async () => {
    await putAll(
      store,
      Array.from({ length: 2500 }, (_, n) => entry(`Segment ${n}.`)),
    )
    expect(new Set((await all(store)).map(({ source }) => source[0])).size).toBe(2500)
  })
})

describe('a memory that cannot be used', () => {
  it.each([
    [
      'no memory',
      'damaged',
      async () => writeFile(path('other'), 'This is a letter to the editor, not a database. '.repeat(40)),
    ],
    [
      'one of a later version',
      'newer',
      async () => {
        const { default: Database } = await import('libsql')
        const database = new Database(path('other'))
        database.exec('PRAGMA user_version = 99')
        database.close()
      },
    ],
  ])('is %s', async (_, reason, prepare) => {
    await prepare()
    await expect(openMemory(path('other'))).rejects.toMatchObject({ reason })
  })

  it('has no folder', async () => {
    await writeFile(join(folder, 'file'), '')
    const failed = openMemory(join(folder, 'file', 'memory.sqlite'))
    await expect(failed).rejects.toBeInstanceOf(MemoryFault)
    await expect(failed).rejects.toMatchObject({ reason: 'folder' })
    expect(await hasMemory(join(folder, 'file', 'memory.sqlite'))).toBe(false)
    expect(await hasMemory(path())).toBe(true)
  })
})

describe('lookup', () => {
  const ten = 'one two three four five six seven eight nine ten'

  it('finds exact, similar and no matches, the best first', async () => {
    await store.put([
      entry(ten, 'А'),
      entry(`${ten} eleven`, 'Б'),
      entry('one two', 'В'),
      entry(ten.replace('nine', '9'), 'Г'),
    ])
    await check(query(ten), [
      [100, 'А'],
      [90, 'Г'],
      [90, 'Б'],
    ])
    await check(query(ten.toUpperCase()), [
      [90, 'А'],
      [81, 'Г'],
      [81, 'Б'],
    ])
    await check(query(`${ten} twelve`), [
      [90, 'Б'],
      [90, 'А'],
      [81, 'Г'],
    ])
    await check(query('alpha beta gamma'), [])
    await check(query(''), [])
  })

  it('prefers the segment between the same neighbours, then the younger', async () => {
    await store.put([
      entry('Yes.', 'А', { before: 'x', after: 'y' }),
      entry('Yes.', 'Б', { changed: '2026-01-01T00:00:00Z' }),
      entry('Yes.', 'В', { changed: '2026-02-01T00:00:00Z' }),
      entry('Yes.', 'Г', { file: 'a.md', unit: 'u1' }),
    ])
    await check(query('Yes.', { before: 'x', after: 'y' }), [
      [101, 'А'],
      [100, 'В'],
      [100, 'Б'],
      [100, 'Г'],
    ])
    await check(query('Yes.', { file: 'a.md', unit: 'u1' }), [
      [101, 'Г'],
      [100, 'В'],
      [100, 'Б'],
      [100, 'А'],
    ])
  })

  it('serves one region of a language from another', async () => {
    await store.put([entry('Yes.', 'Так.', { sourceLanguage: 'en-GB', targetLanguage: 'uk-UA' })])
    await check(query('Yes.', { sourceLanguage: 'en-US' }), [[100, 'Так.']])
  })

  it('puts numbers in where they are all that is different', async () => {
    await store.put([
      entry('It sold 12 of 30 in May', 'У травні продано 12 із 30'),
      entry('They sold 5 and 7 in June', 'У червні продано п’ять і 7'),
    ])
    await check(query('It sold 14 of 30 in May'), [[99, 'У травні продано 14 із 30']])
    await check(query('It sold 30 of 12 in May'), [[99, 'У травні продано 30 із 12']])
    await check(query('They sold 6 and 7 in June'), [[96, 'У червні продано п’ять і 7']])
  })

  it.each<
    readonly [from: string, asked: string, source: string, to: string, target: string, score: number, found: string]
  >([
    [
      'en',
      'It costs 2,500 for 3 days',
      'It costs 1,500 for 3 days',
      'uk',
      'Коштує 1500 за 3 дні',
      99,
      'Коштує 2500 за 3 дні',
    ],
    [
      'en',
      'It costs 1,500 for 4 days',
      'It costs 1,500 for 3 days',
      'uk',
      'Коштує 1500 за 3 дні',
      99,
      'Коштує 1500 за 4 дні',
    ],
    [
      'en',
      'It has 2,750,000 people',
      'It has 1,500,000 people',
      'uk',
      'Має 1 500 000 жителів',
      99,
      'Має 2 750 000 жителів',
    ],
    ['en', 'It rose by 12.5 percent', 'It rose by 4.75 percent', 'ru', 'Выросло на 4,75 %', 99, 'Выросло на 12,5 %'],
    ['en', 'It rose by 12.5 percent', 'It rose by 4 percent', 'uk', 'Зросло на 4 відсотки', 95, 'Зросло на 4 відсотки'],
    ['en', 'It cost 12,500 dollars', 'It cost 150 dollars', 'uk', 'Коштувало 150 $', 99, 'Коштувало 12\u00a0500 $'],
    [
      'en',
      'Needs version 4.5 or later',
      'Needs version 4.2 or later',
      'uk',
      'Потрібна версія 4.2',
      99,
      'Потрібна версія 4.5',
    ],
    [
      'en',
      'It costs 9 for 9 days',
      'It costs 5 for 5 days',
      'uk',
      'Коштує 5 за п’ять днів',
      91,
      'Коштує 5 за п’ять днів',
    ],
    ['en', 'An F16 flew at 9 km', 'An F16 flew at 16 km', 'uk', 'F16 летів на 16 км', 99, 'F16 летів на 9 км'],
    [
      'uk',
      'Має 2 750 000 жителів',
      'Має 1 500 000 жителів',
      'en',
      'It has 1,500,000 people',
      99,
      'It has 2,750,000 people',
    ],
    ['uk', 'Зросло на 12,5 %', 'Зросло на 4,75 %', 'ru', 'Выросло на 4,75 %', 99, 'Выросло на 12,5 %'],
  ])('writes numbers as the target does (%s: %s)', async (from, asked, source, to, target, score, found) => {
    const languages = { sourceLanguage: from, targetLanguage: to }
    await store.put([entry(source, target, languages)])
    await check(query(asked, languages), [[score, found]])
  })

  it('puts names in where project tells how', async () => {
    await store.put([entry('Smith met Jones in Kyiv', 'Сміт зустрів Джонса в Києві')])
    const found = await lookup(store, query('Smith met Brown in Lviv'), {
      names: ({ source, target }, wanted) =>
        wanted.includes('Brown')
          ? {
              source: source.replace('Jones', 'Brown').replace('Kyiv', 'Lviv'),
              target: target.replace('Джонса', 'Брауна').replace('Києві', 'Львові'),
            }
          : undefined,
    })
    expect(found).toMatchObject([{ score: 99, adapted: 'names', target: ['Сміт зустрів Брауна в Львові'] }])
  })

  it('finds what a look at every entry finds', async () => {
    const list = [...segments(3000, 7)]
    await putAll(store, list)
    const near = list.filter((_, n) => n % 60 === 0).map(({ source: [text] }) => `${text}`.replace(/ \w+ /, ' '))
    for (const text of near) {
      const best = Math.max(...list.map(({ source }) => similarity([text], source)))
      const [found] = await lookup(store, query(text), { least: 75, most: 1 })
      expect(Math.min(best, 99)).toBeLessThanOrEqual(Math.max(found?.score ?? 0, best < 75 ? best : 0))
    }
  })

  it('finds every entry that is as similar as asked for', async () => {
    const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { maxLength: 12 }), sentence, async (list, asked) => {
        const texts = [...new Set(list.map(words => words.join(' ')))]
        const fresh = await openMemory(':memory:')
        await fresh.put(texts.map((text, n) => entry(text, `${n}`)))
        const text = asked.join(' ')
        const found = await lookup(fresh, query(text), { most: 20 })
        fresh.close()
        const expected = texts.filter(other => similarity([text], [other]) >= 75)
        expect(found.map(({ entry }) => entry.source[0]).sort()).toEqual(expected.sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('useless', () => {
  it.each<readonly [what: string, entries: readonly Entry[], reasons: readonly string[]]>([
    ['good ones', [entry('Talks in Kyiv.', 'Переговори в Києві.'), entry('IKEA', 'IKEA'), entry('v1.2', 'v1.2')], []],
    ['empty', [entry('Yes.', ' '), entry(' ', 'Так.')], ['empty', 'empty']],
    ['the source again', [entry('Talks were held.', 'Talks were held.')], ['same']],
    ['other letters', [entry('Talks were held.', 'Peregovory vidbulysia uchora.')], ['script']],
    ['addresses', [entry('See https://a.example/b c', 'https://a.example/b c')], []],
    [
      'repeated',
      [entry('Yes.', 'Так.'), entry('Yes. ', 'Так.'), entry('Yes.', 'Так.', { before: 'x' })],
      ['duplicate', 'duplicate'],
    ],
    ['other neighbours', [entry('Yes.', 'Так.', { before: 'y' }), entry('Yes.', 'Так.', { before: 'x' })], []],
  ])('finds %s', async (_, entries, reasons) => {
    await store.put(entries)
    const found: string[] = []
    for await (const { reason } of useless(store)) found.push(reason)
    expect(found).toEqual(reasons)
  })
})
