import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingKeys, cluster, originLanguage } from '../../src/names/index.ts'

const archive = [
  ...['Podoliak', 'Podolyak', 'Podoliyak', 'Zelensky', 'Zelenskyy', 'Zelenskyi', 'Kharkiv', 'Kharkov'],
  ...['Medinsky', 'Medinskaya', 'Maidan', 'Makarov', 'Markarova', 'Lavrov', 'Sushko', 'Sushka', 'Borodin'],
]
const groups = (names: readonly string[]) => cluster(names).map(group => group.members.map(m => m.text).sort())

describe('cluster', () => {
  test('spellings of a name are together, other names are not', () => {
    const found = groups(archive)
    expect(found).toContainEqual(['Podoliak', 'Podoliyak', 'Podolyak'])
    expect(found).toContainEqual(['Zelensky', 'Zelenskyi', 'Zelenskyy'])
    expect(found).toContainEqual(['Kharkiv', 'Kharkov'])
    expect(found.flat()).not.toContain('Lavrov')
    expect(found.flat()).not.toContain('Medinskaya')
  })

  test('the order of the input changes nothing', () => {
    const expected = cluster(archive)
    fc.assert(
      fc.property(fc.shuffledSubarray(archive, { minLength: archive.length }), shuffled => {
        expect(cluster(shuffled)).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })

  test('counts are added up and order the members', () => {
    const [group] = cluster([{ text: 'Podolyak', count: 2 }, 'Podoliak', 'Podoliak', 'Podoliak'])
    expect(group?.members).toEqual([
      { text: 'Podoliak', count: 3 },
      { text: 'Podolyak', count: 2 },
    ])
    expect(group?.original).toBe('Подоляк')
  })

  test.each([
    ['Biletskyi', 'Biletsky', 'Білецький'],
    ['Hrytsenko', 'Gritsenko', 'Гриценко'],
    ['Zhurakhovsky', 'Zhurakhovskiy', 'Жураховский'],
  ])('the original of %s and %s is %s', (frequent, rare, original) => {
    expect(cluster([{ text: frequent, count: 9 }, rare])[0]?.original).toBe(original)
  })

  test('the language of a name is that of its frequent spellings', () => {
    const members = (h: number, g: number) => [
      { text: 'Honcharenko', count: h },
      { text: 'Goncharenko', count: g },
    ]
    expect(originLanguage('Гончаренко', members(3, 1))).toBe('uk')
    expect(originLanguage('Гриценко', [{ text: 'Gritsenko', count: 1 }])).toBe('ru')
    expect(originLanguage('Ковальчук', [{ text: 'Kovalchuk', count: 1 }])).toBeUndefined()
    expect(originLanguage('Іваненко', [{ text: 'Ivanenko', count: 1 }])).toBe('uk')
  })

  test('a crowd with the same consonants is grouped whatever its order', () => {
    const sounds = ['a', 'e', 'i', 'o', 'u']
    const crowd = Array.from({ length: 520 }, (_, i) => {
      const [a, b, c, d] = [0, 1, 2, 3].map(place => sounds[Math.floor((i * 617) / 5 ** place) % 5]!)
      return `K${a}r${b}l${c}nk${d}`
    })
    const options = { threshold: 0.9, withoutOriginals: true, withoutTwins: true }
    const found = cluster(crowd, options)
    expect(found.length).toBeGreaterThan(9)
    expect(cluster(crowd.toReversed(), options)).toEqual(found)
  })

  describe('a slip of the pen', () => {
    const withCounts = (frequent: number, slip: string) => [{ text: 'Kyrylenko', count: frequent }, slip]

    test.each(['Kyrlyenko', 'Kyrlenko'])('%s is found beside a name that is frequent', slip => {
      expect(cluster(withCounts(900, slip)).map(group => group.members.map(m => m.text))).toEqual([['Kyrylenko', slip]])
    })

    test('is found in a name of few consonants', () => {
      expect(groups([...Array(900).fill('Kharkiv'), 'Khariv'])).toEqual([['Khariv', 'Kharkiv']])
    })

    test('another name is another one, however frequent the first', () => {
      for (const other of ['Kyryzenko', 'Kryvenko', 'Kyrylenkova', 'Myrylenko'])
        expect(cluster(withCounts(900, other))).toEqual([])
    })

    test('is the surer the more frequent the name', () => {
      const sure = [20, 200, 2000].map(count => cluster(withCounts(count, 'Kyrlyenko'))[0]?.confidence ?? 0)
      expect(sure).toEqual(sure.toSorted((a, b) => a - b))
    })
  })
})

describe('blocking', () => {
  test.each([
    ['Shcherbakov', 'Schtscherbakow'],
    ['Khrushchev', 'Chruszczow'],
    ['Zhukov', 'Joukov'],
    ['Yeltsin', 'Jelzin'],
    ['Haidai', 'Gayday'],
    ['Kavaliou', 'Kovalev'],
    ['Kharkiv', 'Khariv'],
    ['Ternopil', 'Trnopil'],
  ])('%s meets %s', (a, b) => {
    const keys = new Set(blockingKeys(a))
    expect(blockingKeys(b).some(key => keys.has(key))).toBe(true)
  })

  test('a Cyrillic name meets its spellings', () => {
    const keys = new Set(blockingKeys('Щербаков'))
    for (const latin of ['Shcherbakov', 'Szczerbakow', 'Ščerbakov'])
      expect(blockingKeys(latin).some(k => keys.has(k))).toBe(true)
  })
})
