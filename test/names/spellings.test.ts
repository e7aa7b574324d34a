import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originalsOf, score, spellings } from '../../src/names/index.ts'

const texts = (original: string, limit: number, language?: string) =>
  spellings(original, { limit, ...(language !== undefined && { language }) }).map(spelling => spelling.text)

describe('spellings', () => {
  test.each([
    ['Зеленський', 'en', ['Zelensky', 'Zelenskyy', 'Zelenskyi']],
    ['Подоляк', 'en', ['Podoliak', 'Podolyak']],
    ['Хрущёв', 'en', ['Khrushchev']],
    ['Лавров', 'de', ['Lawrow', 'Lavrov']],
    ['Щербаков', 'pl', ['Szczerbakow', 'Shcherbakov']],
  ])('%s in %s', (original, language, expected) => {
    const found = texts(original, 25, language)
    for (const spelling of expected) expect(found).toContain(spelling)
  })

  test('the likeliest come first, none twice, at most so many', () => {
    const found = spellings('Мединская', { limit: 40 })
    expect(found.length).toBeLessThanOrEqual(40)
    expect(new Set(found.map(s => s.text)).size).toBe(found.length)
    const order = found.map(s => s.probability)
    expect([...order].sort((a, b) => b - a)).toEqual(order)
  })

  test.each([
    ['Каменський', ['Kamensky', 'Kamenskyi', 'Kamenskyy']],
    ['Ходаковский', ['Khodakovsky', 'Khodakovskiy']],
    ['Сергій', ['Serhii', 'Serhiy']],
  ])('the first five English spellings of %s', (original, expected) => {
    const found = texts(original, 5, 'en')
    for (const spelling of expected) expect(found).toContain(spelling)
    expect(found.join('')).toMatch(/^[a-z']+$/i)
  })

  test('English spellings are those of the ways of spelling in another order, likeliest first', () => {
    const found = spellings('Мединская', { limit: 100, language: 'en' })
    const order = found.slice(0, 60).map(s => s.probability)
    expect([...order].sort((a, b) => b - a)).toEqual(order)
    expect(new Set(found.map(s => s.text)).size).toBe(100)
    expect(spellings('Мединская', { limit: 5, language: 'en-GB' })).toEqual(found.slice(0, 5))
  })

  test('each part of a hyphenated name has its capital', () => {
    expect(texts('Каменец-Подольский', 1)[0]).toMatch(/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u)
  })

  const letters = fc.string({
    unit: fc.constantFrom(...'абвгґдеєёжзиіїйклмнопрстуфхцчшщыьэюя'),
    minLength: 1,
    maxLength: 16,
  })
  test('any Cyrillic name has spellings, and the same ones again', () => {
    fc.assert(
      fc.property(letters, name => {
        const found = spellings(name, { limit: 10 })
        expect(found.length).toBeGreaterThan(0)
        expect(spellings(name, { limit: 10 })).toEqual(found)
      }),
      { numRuns: 40 },
    )
  })

  test('the likeliest spelling of a name is one that the score accepts', () => {
    for (const name of ['Зеленський', 'Подоляк', 'Хрущёв', 'Мединская', 'Щербаков', 'Сергій', 'Юрій', 'Янукович'])
      expect(score(name, texts(name, 1, 'en')[0]!)).toBeGreaterThan(0.5)
  })
})

describe('originals', () => {
  test.each([
    ['Podoliak', 'подоляк'],
    ['Shcherbakov', 'щербаков'],
    ['Medinskaya', 'мединская'],
    ['Lukashenko', 'лукашенко'],
  ])('%s: %s', (latin, original) => {
    expect(originalsOf(latin)[0]?.text).toBe(original)
  })
})
