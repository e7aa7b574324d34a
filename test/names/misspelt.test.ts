import { describe, expect, test } from 'vitest'
import {
  agreeing,
  respelled as changedBy,
  commonNames,
  respelling,
  respellings,
  russianGiven,
  slipFrom,
} from '../../src/names/index.ts'

/** What the form would be, spelled as the other name; undefined where they are two names or one. */
function respelled(form: string, other: string, language: 'uk' | 'ru'): string | undefined {
  const change = respelling(form, other, language)
  return change && changedBy(form, change)
}

describe('a family name one letter apart from another', () => {
  test.each([
    ['uk', 'Сібігу', 'Сибіга', 'Сибігу'],
    ['uk', 'Зелинського', 'Зеленський', 'Зеленського'],
    ['uk', 'Мельніку', 'Мельник', 'Мельнику'],
    ['uk', 'Лук’яненкові', 'Лукяненко', 'Лукяненкові'],
    ['ru', 'Филипов', 'Филиппова', 'Филиппов'],
    ['ru', 'Каваленко', 'Коваленко', 'Коваленко'],
  ] as const)('%s: %s beside %s is %s', (language, form, other, expected) => {
    expect(respelled(form, other, language)).toBe(expected)
    expect(respellings(form, language).map(change => changedBy(form, change))).toContain(expected)
  })

  test.each([
    ['ru', 'Рутте', 'Рютте', 'Рютте'],
    ['ru', 'Эрдоану', 'Эрдоган', 'Эрдогану'],
    ['uk', 'Такаічі', 'Такаіті', 'Такаіті'],
    ['uk', 'Георгиева', 'Георгієва', 'Георгієва'],
    ['uk', 'Данылюка', 'Данилюк', 'Данилюка'],
    ['uk', 'Кравчюк', 'Кравчук', 'Кравчук'],
    ['uk', 'Целяна', 'Целан', 'Целана'],
    ['ru', 'Гегсета', 'Хегсет', 'Хегсета'],
    ['ru', 'Ваттары', 'Уаттара', 'Уаттары'],
    ['ru', 'Мнангагуа', 'Мнангагва', 'Мнангагва'],
  ] as const)('%s: %s beside %s is another rendering of %s', (language, form, other, expected) => {
    expect(respelled(form, other, language)).toBe(expected)
  })

  test.each([
    ['en', 'Zelenksy', 'Zelensky'],
    ['en', 'Lavrof', 'Lavrov'],
    ['en', 'Ussyk', 'Usyk'],
    ['en', 'Nemtsow', 'Nemtsov'],
    ['en', 'Kasyanof', 'Kasyanov'],
    ['en', 'Brodski', 'Brodsky'],
    ['uk', 'Зеленьский', 'Зеленський'],
    ['en', 'Rusel', 'Russel'],
    ['en', 'Rusel', 'Rusell'],
    ['en', 'Hofmann', 'Hofman'],
    ['uk', 'Шміт', 'Шмітт'],
    ['uk', 'Россі', 'Росі'],
    ['ru', 'Роси', 'Росси'],
    ['ru', 'Мединксий', 'Мединский'],
  ] as const)('%s: %s is a slip for %s', (language, form, meant) => {
    expect(respellings(form, language).map(change => changedBy(form, change))).toContain(meant)
  })

  test.each([
    ['Volodymr', 'Volodymyr', true],
    ['Olesksandr', 'Oleksandr', true],
    ['Рустама', 'Рустема', true],
    ['Андірй', 'Андрій', true],
    ['Andrea', 'Andrei', false],
    ['Steven', 'Steve', false],
    ['Oksana', 'Roksana', false],
    ['Volodmr', 'Volodymyr', false],
    ['Сенека', 'Сенкевича', false],
    ['Олена', 'Олена', false],
  ])('%s for %s: a slip is %s', (name, meant, expected) => {
    const change = slipFrom(name, meant)
    expect(change !== undefined && changedBy(name, change) === meant).toBe(expected)
  })

  test('may lack what is put between or behind a letter', () => {
    const all = ['Лукяненко', 'Василковський', 'Филипов'].flatMap(form =>
      respellings(form, 'uk').map(change => changedBy(form, change)),
    )
    expect(all).toEqual(expect.arrayContaining(['Лук’яненко', 'Васильковський', 'Филиппов']))
  })

  test.each([
    ['uk', 'Сибіга', 'Сибігу'],
    ['uk', 'Гегеля', 'Геґель'],
    ['uk', 'Григоренко', 'Григорук'],
    ['uk', 'Білий', 'Білій'],
    ['uk', 'Джорджія', 'Джорджею'],
    ['ru', 'Ковалёв', 'Ковалева'],
    ['ru', 'Лавров', 'Лаврова'],
    ['ru', 'Петров', 'Петровна'],
    ['ru', 'Попов', 'Попова'],
  ] as const)('%s: %s and %s are no misspellings', (language, form, other) => {
    expect(respelled(form, other, language)).toBeUndefined()
    expect(respelled(other, form, language)).toBeUndefined()
  })
})

test('given names in two cases may be one', () => {
  expect(commonNames('Андрій', 'Андрієві', 'uk', 'given')).toContain('андрій')
  expect(commonNames('Олег', 'Ольга', 'uk', 'given')).toEqual([])
})

test.each([
  ['Сергея', 'Кравчука', ['Сергія']],
  ['Катерины', 'Монзуль', ['Катерини']],
  ['Евгения', 'Шевчук', ['Євгенія']],
  ['Николая', 'Коваля', ['Миколи', 'Миколу']],
  ['Олега', 'Гречка', []],
  ['Петра', 'Коваля', []],
  ['Анна', 'Коваль', []],
])('the Russian given name in %s %s is Ukrainian %j', (given, family, expected) => {
  expect(agreeing(russianGiven(given), family).map(({ text }) => text)).toEqual(expected)
})
