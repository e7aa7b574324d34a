import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, compareFullNames, differences, relateGiven, score } from '../../src/names/index.ts'

interface Case {
  readonly a: string
  readonly b: string
  readonly relation: string
  readonly original?: string | undefined
}

const cases: readonly Case[] = (
  [
    ['Podoliyak', 'Podoliak', 'spelling', 'Подоляк'],
    ['Podolyak', 'Podoliak', 'spelling', 'Подоляк'],
    ['Zelensky', 'Zelenskyy', 'spelling'],
    ['Shcherbakov', 'Schtscherbakow', 'spelling', 'Щербаков'],
    ['Yushchenko', 'Juschtschenko', 'spelling', 'Ющенко'],
    ['Lavrov', 'Lawrow', 'spelling', 'Лавров'],
    ['Mykhailo', 'Mikhail', 'twin', 'Михайло'],
    ['Volodymyr', 'Vladimir', 'twin', 'Володимир'],
    ['Oleksandr', 'Alexander', 'twin', 'Олександр'],
    ['Mykola', 'Nikolai', 'twin', 'Микола'],
    ['Kyiv', 'Kiev', 'twin', 'Київ'],
    ['Medinsky', 'Medinskaya', 'gender-form'],
    ['Ivanov', 'Ivanova', 'gender-form'],
    ['Petrovych', 'Petrivna', 'gender-form'],
    ['Putin', 'Medvedev', 'different'],
    ['eight', 'Haidai', 'different'],
    ['Shevchenko', 'Poroshenko', 'different'],
    ['Подоляк', 'Podoliyak', 'spelling', 'Подоляк'],
    ['Михайло', 'Михаил', 'twin'],
  ] as const
).map(([a, b, relation, original]) => ({ a, b, relation, original }))

describe('compare', () => {
  test.each(cases)('$a, $b: $relation', ({ a, b, relation, original }) => {
    const found = compare(a, b)
    expect(found.relation).toBe(relation)
    if (original !== undefined) expect(found.original).toBe(original)
  })

  test.each([
    ['Mykola', 'Nikolai'],
    ['Fedir', 'Fedor'],
    ['Petrovych', 'Piatrovich'],
  ])('%s and %s are less sure to be one name than two spellings of a long name', (a, b) => {
    expect(compare(a, b)).toMatchObject({ relation: 'twin' })
    expect(compare(a, b).score).toBeLessThan(compare('Shcherbakovskyi', 'Shcherbakovsky').score)
  })

  test('says which letters the difference stands for', () => {
    const { alignment } = compare('Podoliyak', 'Podoliak')
    expect(alignment).toContainEqual({ original: 'я', a: 'iya', b: 'ia' })
  })

  test.each([
    ['Podoliyak', 'Podoliak', 'iya/ia = я'],
    ['Zelensky', 'Zelenskyy', 'y/yy = ий'],
    ['Yushchenko', 'Juschtschenko', 'yu/ju = ю, shch/schtsch = щ'],
    ['Putin', 'Putin', ''],
    ['Putin', 'Medvedev', ''],
  ])('%s, %s differ in %s', (a, b, shown) => {
    expect(differences(compare(a, b).alignment)).toBe(shown)
  })

  test('the alignment writes both spellings and the original', () => {
    for (const { a, b } of cases.filter(({ relation }) => relation === 'spelling' || relation === 'twin')) {
      const { alignment, original } = compare(a, b)
      if (alignment.length === 0) continue
      expect(alignment.map(step => step.original).join('')).toBe(original?.toLowerCase())
      if (/^[A-Za-z]+$/.test(a)) expect(alignment.map(step => step.a).join('')).toBe(a.toLowerCase())
      expect(alignment.map(step => step.b).join('')).toBe(b.toLowerCase())
    }
  })

  const name = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnoprstuvyzščž'-"), minLength: 1, maxLength: 14 })
  test('is symmetric', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [compare(a, b), compare(b, a)]
        expect(other.relation).toBe(one.relation)
        expect(other.score).toBeCloseTo(one.score, 10)
      }),
      { numRuns: 60 },
    )
  })

  test('any text is compared without failing, and a score is within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (a, b) => {
          const { score: value } = compare(a, b)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('score', () => {
  test.each([
    ['Щербаков', 'Shcherbakov', true],
    ['Щербаков', 'Schtscherbakow', true],
    ['Зеленський', 'Zelenskyi', true],
    ['Сергій', 'Serhii', true],
    ['Сергiй', 'Serhii', true],
    ['Хрущёв', 'Khrushchev', true],
    ['Иванов', 'Petrov', false],
  ])('%s, %s', (original, latin, same) => {
    expect(score(original, latin) >= 0.5).toBe(same)
  })
})

describe('full names', () => {
  test.each([
    ['ZELENSKYY Volodymyr', 'Volodymyr Zelensky', 'same'],
    ['V. Putin', 'Vladimir Vladimirovich Putin', 'same'],
    ['Mykhailo Podoliak', 'Mikhail Podolyak', 'same'],
    ['Sergey Ivanov', 'Dmitry Ivanov', 'different'],
    ['Sergey Lavrov', 'Sergey Shoigu', 'different'],
    ['Petro Oleksiiovych Poroshenko', 'Pyotr Poroshenko', 'same'],
    ['Vladimir Vladimirovich Putin', 'Volodymyr Volodymyrovych Putin', 'same'],
    ['Lina Kostenko', 'Kostenko Lina Vasylivna', 'same'],
    ['Taras Kovalenko', 'Taras Kovalchuk', 'different'],
    ['Olha Kobylianska', 'Olga Kobylyanskaya', 'same'],
    ['Viktor Petrov', 'Viktor Petrenko', 'different'],
    ['Nikita Khrushchev', 'Mykyta Chruschtschow', 'same'],
    ['Mykola Tkachenko', 'Mykyta Tkachenko', 'different'],
    ['Maria Zakharova', 'Marina Zakharova', 'different'],
    ['Viktor Marchenko', 'Viktoria Marchenko', 'different'],
    ['Vasyl Melnyk', 'Vasyl Melnychuk', 'different'],
    ['Denis Pushilin', 'Denis Pushkin', 'different'],
  ])('%s, %s: %s', (a, b, relation) => {
    expect(compareFullNames(a, b).relation).toBe(relation)
    expect(compareFullNames(b, a).relation).toBe(relation)
  })

  const part = fc.string({ unit: fc.constantFrom(...'abdeghiklmnoprstuvyz'), minLength: 1, maxLength: 9 })
  const full = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '))
  test('are compared the same from either side, and a name is itself', () => {
    fc.assert(
      fc.property(full, full, (a, b) => {
        expect(compareFullNames(b, a).score).toBeCloseTo(compareFullNames(a, b).score, 10)
      }),
      { numRuns: 60 },
    )
  })
})

describe('given names before one family name', () => {
  test.each([
    ['Natalia', 'Nataliya', 'spelling'],
    ['Andriy', 'Andrii', 'spelling'],
    ['Sergey', 'Sergei', 'spelling'],
    ['Yuriy', 'Yurii', 'spelling'],
    ['Iurii', 'Yurii', 'spelling'],
    ['Vitaliy', 'Vitalii', 'spelling'],
    ['Oleh', 'Oleg', 'twin'],
    ['Serhiy', 'Sergei', 'twin'],
    ['Halyna', 'Galina', 'twin'],
    ['Olha', 'Olga', 'twin'],
    ['Dmytro', 'Dmitry', 'twin'],
    ['Maria', 'Marina', undefined],
    ['Inna', 'Irina', undefined],
    ['Roman', 'Romana', undefined],
  ])('%s, %s: %s', (a, b, relation) => {
    expect(relateGiven(a, b)).toBe(relation)
    expect(relateGiven(b, a)).toBe(relation)
  })
})
