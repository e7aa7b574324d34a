import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences, words } from '../../src/segment/index.ts'
import { english } from './english.ts'

/** A text with ¦ where sentences end. */
const check = (language: string, marked: string) => {
  const text = marked.replaceAll('¦', '')
  const found = [...sentences(text, { language })].map(({ start, end }) => text.slice(start, end))
  expect(found).toEqual(marked.split('¦').map(part => part.trim()))
}

const cases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'They met.¦ They spoke.¦ Did they agree?¦ They did!',
    'Mr. Smith and Dr. Jones met Gen. Mark Milley at 5 p.m. on Thursday.¦ The talks lasted.',
    'The U.S. President spoke.¦ He left the U.S.¦ The talks went on.',
    'George W. Bush and J. R. R. Tolkien.¦ So do I.¦ Mary came.',
    '“We agreed,” he said.¦ “On what?” she asked.¦ “On corridors.”¦ He left.',
    'He said: “No.”¦ Then he left.',
    'It cost 3.5 million (approx. $5 million).¦ See p. 5 and No. 7.',
    'They came, saw, etc. and left.¦ Apples, pears, etc.¦ Then they left.',
    'Apple Inc. Chief Tim Cook spoke.¦ He works for Apple Inc.¦ The firm is large.',
    'Well... maybe.¦ Well...¦ Maybe not.',
    'It ended on Dec. 5.¦ 12 people came.',
    'He lives in St. Petersburg, on Main St.¦ The house is old.',
    'He (who else?) came.¦ (He always does.)¦ She did not.',
    'See ￼.¦ ￼ says so.',
    'Visit example.org today.¦ Version 2.0 is out.',
    'One sentence\nover two lines.¦ Another.¦\n\nA heading¦\n\nText.',
    'They are:¦\n- one thing¦\n- another.¦\n1. First.¦\n2. Second.',
    'great!¦ i love it',
    'See e.g. Smith et al. in vol. 3.',
    'John, a.k.a. Johnny (b. 1950, d. c. 1990), lived in Washington, D.C.¦ He wrote it with A. Brown et al. (1985).',
    'World War II.¦ Germany lost it.¦ Rev. Dr. Martin Luther King Jr. spoke.',
    'Hello! 😀¦ How are you?',
    "It is so by eqn. (1), by 65 Stat. 365 and by Rom. 8.¦ They can be studied.¦ (cf. page 5) (b) The end of it.¦ let's go",
    'See https://example.org/a¦ They know.¦ Read https://example.org, Ann.',
  ],
  uk: [
    'Вони зустрілися.¦ Про що говорили?¦ Не знаємо…¦ Побачимо!',
    'В. О. Зеленський і М.М. Подоляк зустрілися з п. Мединським.¦ Після цього поїхали.',
    'Він жив на вул. Хрещатик, буд. 5, у м. Київ.¦ Там тихо.',
    'Народилася 23 березня 1974 р. в Києві.¦ Він помер у 1990 р.¦ Народився в Одесі.',
    'Річка р. Дніпро тече.¦ У ХІХ ст.¦ Україна була інша.',
    'Яблука, груші і т. д.¦ Потім пішли.¦ Вода, сіль та ін.¦ Усе.',
    'Це т. зв. республіки, тобто т.зв. «народні».¦ Див. рис. 5 на с. 12.',
    'Коштує 5 тис. грн.¦ Це 11 млн т.¦ Тому багато.',
    '— Хто там? — спитав він.¦ — Це я!¦ — Заходь…',
    '«Хто там?» — спитав він.¦ «Я».¦ Він увійшов.',
    'Київська обл. Україна.¦ У Київській обл.¦ Він там жив.',
    'Проф. Іваненко, акад. Петренко та ім. Шевченка.¦ Так.',
    "п’ять об’єктів.¦ Слов'янськ.",
    'Пише ЄП.¦ Потім БІ-БІ-СІ.¦ Згодом усі.',
    'Він прийшов (прим. ред.).¦ Так.',
    'Ген.-лейт. Петренко і к.т.н. Іваненко, ст. 5, п. 1 та ч. 2 ст. 3.¦ Вони у с. Велике.¦ Це було у 5 ст. до н. е.¦ Рим стояв.',
    'КИЇВ, 3 березня 2022 р. — Делегації зустрілися.¦ — Так.¦ — Ні.',
    'Указ від 21 грудня 2016 р. № 991.¦ Дякую.',
    'Ранні роки¦ Після школи він поїхав.¦ Він зітхнув.¦ …На перерві грали.',
    'Дякую)¦ Гарний день (справді) Київ) так.¦ Люблю це місто ❤️¦ Дуже люблю.¦ а) Київ; б) Львів.',
    'Тривалість зйомки.¦ зима прикрашає довкола, див. с. 5 і напр. ліс.',
    '«Хто там?..» (1992) і «Куди?» (1995).¦ Він сказав: &quot;Ні.&quot;¦ Вона пішла.',
    'Гарно 😍¦ @ann дякую)¦ @bob це @ann.¦ Сніг #зима #київ¦ Усі раді #зима Київ https://example.org/¦ Там тепло.',
    'Партія За майбутнє та Група А виграли.¦ Фільм «Вона з Києва» теж.',
  ],
  ru: [
    'Они встретились.¦ О чём говорили?¦ Не знаем…¦ Посмотрим!',
    'В. В. Путин и С.В. Лавров встретились с г-ном Подоляком.¦ После этого уехали.',
    'Он жил на ул. Тверской, д. 5, в г. Москве.¦ Там тихо.',
    'Он умер в 1990 г.¦ Родился в Одессе.¦ Это г. Одесса.',
    'Яблоки, груши и т. д.¦ Потом ушли.¦ Вода, соль и др.¦ Всё.',
    'Это т. н. республики, т. е. самопровозглашённые.¦ См. рис. 5 на с. 12.',
    'В 478—477 гг. до н. э. по предложению союзников.¦ В 5 в. н. э.¦ Рим пал.',
    'Стоит 5 тыс. руб.¦ Это много.',
    '— Кто там? — спросил он.¦ — Это я!¦ — Заходи…',
    'Барри Гордон (род. 21 декабря 1948 г.) — актёр.¦ Всё.',
    'Ранние годы¦ После школы он уехал.¦ Спасибо)¦ Хороший день.¦ сцены фильма.¦ уровень программы',
    'Уведомляем Вас о том, что.¦ Он сказал: «Да».¦ Журнал для Вас и всех.',
    'Академик И. П. Бардин и А. Д. Григорьева, Н. Э. Ончуков.¦ Да.',
  ],
  fr: ['Il a dit oui.¦ Elle non.¦ J. Dupont est venu.'],
}

for (const [language, texts] of Object.entries(cases)) {
  describe(language, () => {
    for (const text of texts) it(text.slice(0, 60), () => check(language, text))
  })
}

for (const [what, texts] of Object.entries(english)) {
  describe(`English: ${what}`, () => {
    for (const text of texts) it(text.slice(0, 60), () => check('en', text))
  })
}

describe('laws', () => {
  const parts = fc.constantFrom(
    ...[
      'Він',
      'пішов',
      'U.S',
      'Mr',
      'т',
      'д',
      '1990',
      'р',
      'The',
      'a',
      '.',
      '.',
      '. ',
      '? ',
      '! ',
      '… ',
      '... ',
      ' ',
      ' ',
      '\n',
      '\n\n',
    ],
    ...['«', '»', '“', '”', '(', ')', '— ', '\ufffc', '😀', '-', ','],
  )
  const texts = fc.array(parts, { maxLength: 60 }).map(list => list.join(''))
  const languages = fc.constantFrom('en', 'uk', 'ru', 'fr')

  it('sentences stand in order, hold all but white space, and have none at their rims', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        let at = 0
        for (const { start, end } of sentences(text, { language })) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  it('those around a place are those of the whole text that touch it', () => {
    fc.assert(
      fc.property(texts, languages, fc.nat(100), fc.nat(20), (text, language, from, length) => {
        const start = Math.min(from, text.length)
        const around = { start, end: Math.min(start + length, text.length) }
        const all = [...sentences(text, { language })]
        const touching = all.filter(s => s.start < Math.max(around.end, around.start + 1) && s.end > around.start)
        const given = [...sentences(text, { language, around })].filter(s => s.end > around.start)
        expect(given).toEqual(touching)
      }),
      { numRuns: 500 },
    )
  })

  it('is linear in what is given out, also in a long text', () => {
    const text = 'Вони зустрілися в м. Київ. '.repeat(40_000) + 'a '.repeat(200_000) + '. '.repeat(100_000)
    const around = { start: 500_000, end: 500_010 }
    for (let i = 0; i < 2000; i++) for (const _ of sentences(text, { language: 'uk', around }));
    expect([...sentences(text, { language: 'uk' })].length).toBe(40_000)
  })
})

describe('words', () => {
  const all = (text: string) => [...words(text)].map(({ start, end }) => text.slice(start, end))
  it('keeps apostrophes, hyphens, numbers and stress marks inside', () => {
    expect(all("П’ять half-open Слов'янськ, 12,345.6 Ки\u0301їв — “Zelenskyy’s” о'кей.")).toEqual(
      ['П’ять', 'half-open', 'Слов\'янськ', '12,345.6', 'Ки\u0301їв', 'Zelenskyy’s', 'о\'кей'], // biome-ignore format: one list
    )
    expect(all("«а-» -б 'в' 5-го \ufffc x")).toEqual(['а', 'б', 'в', '5-го', 'x'])
  })
})
