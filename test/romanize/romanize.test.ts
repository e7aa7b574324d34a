import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findScheme, romanize, romanizeAll, type Scheme, schemes } from '../../src/romanize/index.ts'

function check(name: string, cases: Readonly<Record<string, string>>): void {
  const found = Object.keys(cases).map(text => [text, romanize(text, findScheme(name)!)])
  expect(Object.fromEntries(found)).toEqual(cases)
}

describe('capitals', () => {
  it('follow the neighbours in the word', () =>
    check('kmu-2010', {
      Щука: 'Shchuka',
      ЩУКА: 'SHCHUKA',
      лящ: 'liashch',
      ЛЯЩ: 'LIASHCH',
      ЗГУРСЬКИЙ: 'ZGHURSKYI',
      Згурський: 'Zghurskyi',
      ЄвроЩит: 'YevroShchyt',
      ЖЕКи: 'ZHEKy',
    }))

  it('of one letter: an initial, or a word among words of capitals', () =>
    check('kmu-2010', {
      'Щ. Іваненко': 'Shch. Ivanenko',
      'Є. ІВАНЕНКО': 'Ye. IVANENKO',
      'Я тут': 'Ya tut',
      'Я ЛЮБЛЮ': 'YA LIUBLIU',
      'БУДУ Я': 'BUDU YA',
      'Я-І\u0301Х': 'YA-IKH',
      Щ: 'Shch',
    }))

  it('do not reach over signs without case', () => {
    check('bgn-pcgn-1965', { "СЛОВ'ЯНСЬК": 'SLOV”YANS’K', "Д'Юк": 'D”Yuk' })
    check('ala-lc-1997-uk', { Юрій: 'I͡Uriĭ', 'м. Яготин': 'm. I͡Ahotyn', яр: 'i͡ar' })
  })

  it('are those of the language that is written', () => check('press-tr-ru', { Игорь: 'İgor', ИРИНА: 'İRİNA' }))
})

describe('words', () => {
  it('begin anew after a hyphen, a space, a quotation mark', () =>
    check('kmu-2010', {
      'Нечуй-Яворський': 'Nechui-Yavorskyi',
      'Ялта «Юність» (Єва)': 'Yalta «Yunist» (Yeva)',
      'Івано-Франківськ': 'Ivano-Frankivsk',
    }))

  it('do not begin beside a Latin letter', () => check('kmu-2010', { iPhoneяк: 'iPhoneiak', Сергiй: 'Serhii' }))

  it('keep an apostrophe apart from a quotation mark', () =>
    check('kmu-2010', {
      "'Київ'": "'Kyiv'",
      '‘Знам’янка’': '‘Znamianka’',
      "don't": "don't",
      "О'Ніл": 'ONil',
    }))

  it('keep what the scheme does not know', () => {
    check('kmu-2010', { 'съезд, 5 км²': 'sъezd, 5 km²', 'ђорђе 😀': 'ђorђe 😀' })
    check('icao-9303-2006-ru', { 'Київ — Kyiv': 'Kiїv — Kyiv' })
  })
})

describe('one letter in all its forms', () => {
  it('apostrophes, stress marks, soft hyphens, composed or not', () =>
    check('kmu-2010', {
      "п'ять п’ять пʼять": 'piat piat piat',
      'Подоля\u0301к': 'Podoliak',
      'га\u0301\u00adрний': 'harnyi',
      'Ки\u0456\u0308в': 'Kyiv',
      'Андрі\u0438\u0306': 'Andrii',
    }))

  it('is told from another that a stress mark would compose', () =>
    check('bgn-pcgn-1947', { 'Г\u0301': 'G', 'ки\u0301т': 'kit' }))
})

describe('alternatives', () => {
  const all = (text: string, name: string, limit?: number) =>
    romanizeAll(text, findScheme(name)!, limit === undefined ? {} : { limit })

  it('come canonical first, then by how far they are from it', () => {
    expect(all('Соловьёв', 'bgn-pcgn-1947')).toEqual(['Solov’yëv', 'Solov’yev', 'Solovyëv', 'Solovyev'])
    expect(all('Братск', 'bgn-pcgn-1947')).toEqual(['Bratsk', 'Brat·sk'])
    expect(all('Київ', 'kmu-2010')).toEqual(['Kyiv'])
  })

  it('hold the spellings of the press', () => {
    expect(all('Мединский', 'press-en-ru')).toEqual(expect.arrayContaining(['Medinsky', 'Medinski', 'Medinskiy']))
    expect(all('Подоляк', 'press-en-uk')).toEqual(expect.arrayContaining(['Podoliak', 'Podolyak']))
    expect(all('Зеленський', 'press-en-uk')).toEqual(expect.arrayContaining(['Zelensky', 'Zelenskyi', 'Zelenskyy']))
  })

  it('stop at the limit, the best kept', () => {
    expect(all('Соловьёв', 'bgn-pcgn-1947', 2)).toEqual(['Solov’yëv', 'Solov’yev'])
    expect(all('ь'.repeat(1000), 'bgn-pcgn-1947', 50)).toHaveLength(50)
  })
})

describe('laws', () => {
  const letters = 'абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя'
  const cyrillic = fc.string({ unit: fc.constantFrom(...letters, ...letters.toUpperCase(), "'", '-', ' ', '.', 'i') })
  const anyScheme = fc.constantFrom<Scheme>(...schemes())
  const law = (holds: (text: string, scheme: Scheme) => void) => fc.assert(fc.property(cyrillic, anyScheme, holds))

  it('a text without Cyrillic stays as it is', () => {
    const text = fc.string({ unit: 'grapheme' }).filter(s => !/\p{Script=Cyrillic}/u.test(s))
    fc.assert(
      fc.property(text, anyScheme, (s, scheme) => {
        expect(romanize(s, scheme)).toBe(s)
      }),
    )
  })

  it('a decomposed text reads as the composed one', () =>
    law((text, scheme) => {
      expect(romanize(text.normalize('NFD'), scheme)).toBe(romanize(text, scheme))
    }))

  it('stress marks change nothing', () =>
    law((text, scheme) => {
      expect(romanize(text.replace(/[аеиіоуыэюя]/gi, '$&\u0301'), scheme)).toBe(romanize(text, scheme))
    }))

  it('case changes only case', () =>
    law((text, scheme) => {
      const lower = (s: string) => romanize(s, scheme).toLocaleLowerCase(scheme.into)
      const own = text.replaceAll('i', '')
      expect(lower(own.toUpperCase())).toBe(lower(own.toLowerCase()))
    }))

  it('parts romanize on their own', () =>
    law((text, scheme) => {
      const parts = text.split('.').map(part => romanize(part, scheme).toLocaleLowerCase(scheme.into))
      expect(romanize(text, scheme).toLocaleLowerCase(scheme.into)).toBe(parts.join('.'))
    }))

  it('the first of all spellings is the spelling, and none comes twice', () =>
    law((text, scheme) => {
      const all = romanizeAll(text, scheme, { limit: 20 })
      expect(all[0]).toBe(romanize(text, scheme))
      expect(new Set(all).size).toBe(all.length)
      expect(all.length).toBeLessThanOrEqual(20)
    }))
})
