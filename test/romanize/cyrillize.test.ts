import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admits, cyrillize, findScheme, romanize, romanizeAll, schemes } from '../../src/romanize/index.ts'

function check(name: string, cases: Readonly<Record<string, string>>): void {
  const found = Object.keys(cases).map(text => [text, cyrillize(text, findScheme(name)!)])
  expect(Object.fromEntries(found)).toEqual(cases)
}

describe('a scheme that drops letters is read as well as it can be', () => {
  it('KMU 2010', () =>
    check('kmu-2010', {
      Zghurskyi: 'Згурський',
      Kyiv: 'Київ',
      Mykolaiv: 'Миколаїв',
      Yurii: 'Юрій',
      Nataliia: 'Наталія',
      Yenakiieve: 'Єнакієве',
      Kharkiv: 'Харків',
      SHCHERBUKHY: 'ЩЕРБУХИ',
      'Volodymyr Zelenskyi': 'Володимир Зеленський',
    }))

  it('BGN/PCGN 1947', () =>
    check('bgn-pcgn-1947', {
      'Yel’tsin': 'Ельцин',
      Dostoyevskiy: 'Достоевский',
      Shchëlkovo: 'Щёлково',
      'Nizhniy Novgorod': 'Нижний Новгород',
      Medvedev: 'Медведев',
    }))
})

describe('a press convention is read by its alternatives too', () => {
  it('English', () => {
    check('press-en-uk', { Zelenskyy: 'Зеленський', Podolyak: 'Подоляк', Podoliak: 'Подоляк', Serhiy: 'Сергій' })
    check('press-en-ru', { 'Sergei Shoigu': 'Сергей Шойгу', Medinsky: 'Мединский', Navalny: 'Навалный' })
  })

  it('German', () => {
    check('press-de-ru', { Lawrow: 'Лавров', Dostojewski: 'Достоевский', Chruschtschow: 'Хрущов' })
    check('press-de-uk', { Selenskyj: 'Зеленський', Klytschko: 'Кличко', Odessa: 'Одеса' })
  })
})

describe('what is not of the scheme', () => {
  it('stays: digits, punctuation, letters without a reading, Cyrillic', () =>
    check('iso-9-1995', { 'Kiïv 2022 (qw)': 'Київ 2022 (qw)', Київ: 'Київ' }))

  it('is a quotation mark and no soft sign where one opened', () => {
    check('gost-16876-1971-2', { "'Kiev'": "'Киев'", "Rus'": 'Русь', "sol', Rus'": 'соль, Русь' })
  })

  it('ends: a long run of letters is read in good time', () => {
    expect(cyrillize('i'.repeat(20_000), findScheme('kmu-2010')!)).toHaveLength(20_000)
    expect(cyrillize('yi'.repeat(29), findScheme('kmu-2010')!).length).toBeGreaterThan(20)
  })
})

const words = (line: string): readonly string[] => line.split(' ')

/** Words as the languages spell them: ь and ъ after consonants, the apostrophe before я, ю, є, ї, no йа, йе, йі, йу in Ukrainian. */
const syllables: Readonly<Record<string, readonly string[]>> = {
  uk: [
    ...words('ба ве гро ґу ди жі зя кю лє мо ня по ру си ті фа хо це ця чу ши що я ю є ї а і о нь ль ць'),
    ...words("зь ньо льйо б'я в'ю м'є з'ї ай ій йо зг кг сх тс цх ськ цьк дж дз стр взв"),
  ],
  ru: [
    ...words('ба ве гро дё жи зя кю ле мо ня по ру сы ти фа хо це цы цё ци чу ши що щё я ю е ё э а и о ы'),
    ...words('нь ль шь вье льё бъе съё дъя ай ий йо ый зг кг сх шч тс цх ск стр взв мэ йод'),
  ],
  be: [
    ...words('ба ве гро дзё жы зя кю ле мо ня по ру сы ці фа хо цэ ця чу шы я ю е ё э а і о ы нь ль ць аў'),
    ...words("оў ай б'я з'е сх дж стр"),
  ],
}

describe('a reversible scheme gives the word back', () => {
  const reversible = schemes().filter(scheme => scheme.reversible)
  const cases = reversible.flatMap(scheme =>
    scheme.languages.map(language => ({ scheme, language, name: scheme.name })),
  )

  it('for each language that has one', () =>
    expect(new Set(cases.map(one => one.language))).toEqual(new Set(['uk', 'ru', 'be'])))

  it.each(cases)('$name, $language', ({ scheme, language }) => {
    const word = fc
      .array(fc.constantFrom(...syllables[language]!), { minLength: 1, maxLength: 8 })
      .map(parts => parts.join(''))
      .filter(lower => language !== 'uk' || !/й[аеіу]/.test(lower))
    const written = (text: string) => text.replaceAll("'", '’')
    fc.assert(
      fc.property(word, lower => {
        const title = lower[0]!.toUpperCase() + lower.slice(1)
        const isLong = lower.replace(/[ьъ']/g, '').length > 1
        for (const form of [lower, title, isLong ? lower.toUpperCase() : lower])
          expect(cyrillize(romanize(form, scheme), scheme)).toBe(written(form))
      }),
    )
  })
})

describe('any scheme', () => {
  const cases = schemes().flatMap(scheme => scheme.languages.map(language => ({ scheme, language, name: scheme.name })))

  it.each(cases)(
    '$name, $language: each spelling is admitted, and is read as a word that admits it',
    ({ scheme, language }) => {
      const parts = fc.array(fc.constantFrom(...syllables[language]!), { minLength: 1, maxLength: 3 })
      fc.assert(
        fc.property(
          parts.map(some => some.join('')),
          word => {
            for (const spelling of romanizeAll(word, scheme, { limit: 3 })) {
              expect(admits(word, spelling, scheme)).toBe(true)
              expect(admits(cyrillize(spelling, scheme), spelling, scheme)).toBe(true)
            }
            expect(admits(word, `${romanize(word, scheme)}q`, scheme)).toBe(false)
          },
        ),
        { numRuns: 40 },
      )
    },
  )

  it('reads any Latin text without end or loss of the rest', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...schemes()), (text, scheme) => {
        const digits = (s: string) => s.replace(/[^0-9 ]/g, '')
        expect(digits(cyrillize(text, scheme))).toBe(digits(text))
      }),
    ))
})
