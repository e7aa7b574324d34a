import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, readLookAlikes, redress, redressed } from '../../src/normalize/index.ts'

describe('fold', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Київ', 'київ'],
    ['Киї\u0301в', 'київ'],
    ['Ки\u0438\u0306', 'кий'],
    ['КИ\u0407В', 'київ'],
    ['Ки\u0456\u0308в', 'київ'],
    ['Лук’янівка', "лук'янівка"],
    ['Лукʼянівка', "лук'янівка"],
    ['Орёл', 'орел'],
    ['Оре\u0308л', 'орел'],
    ['Podo\u00adlyak', 'podolyak'],
    ['Plze\u0148', 'plzeň'],
    ['Plzen\u030c', 'plzeň'],
  ]
  it.each(cases)('%s', (written, expected) => expect(fold(written)).toBe(expected))
})

describe('redress', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Podoliyak', 'Podoliak', 'Podoliak'],
    ['PODOLIYAK', 'Podoliak', 'PODOLIAK'],
    ['Kiev', 'Kyiv', 'Kyiv'],
    ['KIEV', 'Kyiv', 'KYIV'],
    ['Ki\u00adev', 'Kyiv', 'Kyi\u00adv'],
    ['Zelensky', 'Zelenskyy', 'Zelenskyy'],
    ['ZELENSKY', 'Zelenskyy', 'ZELENSKYY'],
    ['киеве', 'Києві', 'києві'],
    ['Лук’яновка', "Лук'янівка", 'Лук’янівка'],
    ['ЛУК’ЯНОВКА', 'Лукʼянівка', 'ЛУК’ЯНІВКА'],
    ['Ки\u0301ев', 'Київ', 'Ки\u0301їв'],
    ['Odessa', 'Odesa', 'Odesa'],
    ['Артемівська', 'Бахмута', 'Бахмута'],
    ['АРТЕМІВСЬКА', 'Бахмута', 'БАХМУТА'],
    ['Ладожске', 'Всеволожске', 'Всеволожске'],
    ['Інтернета', 'інтернету', 'Інтернету'],
    ['McDonalds', 'Dnipro', 'Dnipro'],
    ['Ставрополя-на-Волге', 'Тольятти', 'Тольятти'],
    ['Горбачева', 'Горбачёва', 'Горбачева'],
    ['Хрущьёва', 'Хрущева', 'Хрущёва'],
    ['Ильичёвске', 'Черноморске', 'Черноморске'],
    ['Цюрупинске', 'Алёшках', 'Алёшках'],
    ['Восточный Тимор', 'Тимор-Лешті', 'Тимор-Лешті'],
    ['Восточный\nТимор', 'Тимор-Лешті', 'Тимор-\nЛешті'],
    ['Тимор-Лешті', 'Восточный Тимор', 'Восточный Тимор'],
  ]
  it.each(cases)('%s as %s', (written, wanted, expected) => expect(redressed(written, wanted)).toBe(expected))

  it('leaves Ukrainian no ё', () => {
    expect(redressed('Фёдор', 'Федір', 'uk')).toBe('Федір')
    expect(redressed('Фёдора', 'Федора', 'uk')).toBe('Федора')
  })

  it('changes only the letters that differ', () => {
    expect(redress('Podoliyak', 'Podoliak')).toEqual([{ start: 6, end: 7, insert: '' }])
  })

  it('is idempotent and reaches the wanted spelling', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        const once = redressed(a, b)
        expect(once).toBe(b)
        expect(redressed(once, b)).toBe(once)
      }),
    )
  })
})

describe('look-alikes', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Сергiй', 'Сергій'],
    ['Bладимирович', 'Владимирович'],
    ['Kиїв', 'Київ'],
    ['Київ', undefined],
    ['SMSка', undefined],
    ['Рutin', 'Putin'],
    ['МассивX', undefined],
    ['XИнтервал', undefined],
    ['Cлои', 'Слои'],
    ['СEКТОР', 'СЕКТОР'],
    ['ХХI', 'XXI'],
    ['Хáр', 'Ха\u0301р'],
    ['Вó', undefined],
    ['Кuєва', 'Києва'],
    ['Мi', undefined],
    ['OOН', 'OOH'],
    ['размерn', undefined],
    ['Гuд', undefined],
  ]
  it.each(cases)('%s', (word, expected) => expect(readLookAlikes(word)?.word).toBe(expected))
})
