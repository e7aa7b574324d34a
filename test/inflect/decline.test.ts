import { describe, expect, it } from 'vitest'
import { decline, declineName, guessGender, lemmas } from '../../src/inflect/index.ts'

describe('declineName', () => {
  it('agrees the parts and alternates -ові and -у', () => {
    const { full, gender } = declineName({ given: 'Михайло', family: 'Подоляк' }, { language: 'uk' })
    expect(gender).toBe('m')
    expect(full.dat[0]).toBe('Михайлові Подоляку')
    expect(full.voc?.[0]).toBe('Михайле Подоляку')
    expect(full.dat).toHaveLength(4)
  })
  it('leaves a woman’s consonant family name unchanged', () => {
    const { full } = declineName({ given: 'Олена', family: 'Подоляк' }, { language: 'uk' })
    expect(full.gen).toEqual(['Олени Подоляк'])
  })
  it('lets the patronymic decide', () => {
    expect(guessGender({ given: 'Саша', patronymic: 'Петрович' }, 'ru')).toBe('m')
  })
})

describe('decline', () => {
  it.each([
    ['Кривий Ріг', 'gen', 'Кривого Рогу'],
    ['Івано-Франківськ', 'loc', 'Івано-Франківську'],
    ['Ростов-на-Дону', 'gen', 'Ростова-на-Дону'],
    ['Біла Церква', 'acc', 'Білу Церкву'],
    ['Нью-Йорк', 'gen', 'Нью-Йорка'],
  ] as const)('%s %s', (name, grammaticalCase, form) => {
    expect(decline(name, { language: 'uk', kind: 'place' })[grammaticalCase]?.[0]).toBe(form)
  })
})

describe('lemmas', () => {
  it('finds the base form of an oblique one', () => {
    const found = lemmas('Подоляком', { language: 'uk', kind: 'family' })
    expect(found).toContainEqual({ lemma: 'Подоляк', gender: 'm', cases: ['ins'] })
  })
})
