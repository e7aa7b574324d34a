import { describe, expect, it } from 'vitest'
import { declineName, guessGender, type PersonName } from '../../src/inflect/index.ts'

describe('declineName', () => {
  it('agrees the parts, and takes -ові and -у in turn', () => {
    const { full, gender } = declineName({ given: 'Михайло', family: 'Подоляк' }, { language: 'uk' })
    expect(gender).toBe('m')
    expect(full.nom).toEqual(['Михайло Подоляк'])
    expect(full.dat).toEqual(['Михайлові Подоляку', 'Михайлу Подоляку', 'Михайлу Подолякові', 'Михайлові Подолякові'])
    expect(full.voc).toEqual(['Михайле Подоляку', 'Михайле Подоляк'])
  })

  it.each<[PersonName, 'uk' | 'ru', string]>([
    [{ given: 'Олена', family: 'Подоляк' }, 'uk', 'Олени Подоляк'],
    [
      { given: 'Володимир', patronymic: 'Олександрович', family: 'Зеленський' },
      'uk',
      'Володимира Олександровича Зеленського',
    ],
    [{ given: 'Леся', family: 'Українка' }, 'uk', 'Лесі Українки'],
    [{ given: 'Урсула', family: 'фон дер Ляєн' }, 'uk', 'Урсули фон дер Ляєн'],
    [{ given: 'Анґела', family: 'Меркель' }, 'uk', 'Анґели Меркель'],
    [{ given: 'Жан-Клод', family: 'Юнкер' }, 'uk', 'Жан-Клода Юнкера'],
    [{ given: 'Микола', family: 'Щур' }, 'uk', 'Миколи Щура'],
    [{ given: 'Владимир', patronymic: 'Владимирович', family: 'Путин' }, 'ru', 'Владимира Владимировича Путина'],
    [{ given: 'Мария', family: 'Захарова' }, 'ru', 'Марии Захаровой'],
    [{ given: 'Ангела', family: 'Меркель' }, 'ru', 'Ангелы Меркель'],
    [{ given: 'Никита', family: 'Хрущёв' }, 'ru', 'Никиты Хрущёва'],
    [{ family: 'Шевченко' }, 'ru', 'Шевченко'],
  ])('genitive of %o in %s: %s', (name, language, genitive) => {
    expect(declineName(name, { language }).full.gen[0]).toBe(genitive)
  })

  it('obeys a gender and an indeclinable part that are given', () => {
    const name = { given: 'Саша', family: 'Скиба' }
    expect(declineName(name, { language: 'uk', gender: 'f' }).gender).toBe('f')
    const still = declineName(name, { language: 'uk', gender: 'm', indeclinable: { family: true } })
    expect(still.full.gen).toEqual(['Саші Скиба'])
  })

  it('gives an empty name for a name without parts', () => {
    expect(declineName({}, { language: 'ru' }).full.gen).toEqual([''])
  })
})

describe('guessGender', () => {
  it.each<[PersonName, 'uk' | 'ru', 'm' | 'f' | undefined]>([
    [{ given: 'Саша', patronymic: 'Петрович' }, 'ru', 'm'],
    [{ given: 'Саша', patronymic: 'Петровна' }, 'ru', 'f'],
    [{ patronymic: 'Іллівна' }, 'uk', 'f'],
    [{ patronymic: 'Лукич' }, 'uk', 'm'],
    [{ given: 'Микола', family: 'Заболотна' }, 'uk', 'm'],
    [{ given: 'Любов' }, 'uk', 'f'],
    [{ given: 'Андрій' }, 'uk', 'm'],
    [{ given: 'Кармен' }, 'uk', 'f'],
    [{ given: 'Илья' }, 'ru', 'm'],
    [{ family: 'Кравцова' }, 'ru', 'f'],
    [{ family: 'Зеленський' }, 'uk', 'm'],
    [{ family: 'Шевченко' }, 'uk', undefined],
    [{}, 'uk', undefined],
  ])('%o in %s: %s', (name, language, gender) => {
    expect(guessGender(name, language)).toBe(gender)
  })
})
