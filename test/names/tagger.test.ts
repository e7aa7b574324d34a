import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterForms, nameSpans } from '../../src/names/index.ts'

type Language = 'uk' | 'ru' | 'en'

/** «…» marks the names that are found, and no others are. */
function check(language: Language, marked: string): void {
  const text = marked.replace(/[«»]/gu, '')
  const names = nameSpans(text, language)
  let shown = ''
  let at = 0
  for (const { start, end } of names) {
    shown += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  expect(shown + text.slice(at)).toBe(marked)
}

describe('names in running text', () => {
  it.each([
    'Учора до «Варшави» прилетів міністр «Степан Гнатюк».',
    'За словами «Оксани Бондаренко», переговори у «Великій Британії» тривають.',
    'Після зустрічі в «Берліні» речниця сказала, що «Німеччина» допоможе.',
    'Кораблі вийшли в «Чорне море» з порту «Одеси».',
    'До суду прийшов «Петро Ткач». «Ткач» мовчав, а потім заговорив.',
    'Тоді ніхто не знав, що буде завтра.',
    'На засіданні був присутній «О. М. Бандурка».',
    'Рада ухвалила закон, а Верховний суд його скасував.',
  ])('Ukrainian: %s', text => check('uk', text))

  it.each([
    'Вчера в «Варшаву» прилетел министр «Степан Игнатьев».',
    'По словам «Оксаны Бондаренко», переговоры во «Франции» продолжаются.',
    'Писатель «А. П. Чехов» жил в «Ялте».',
    'Компания открыла новый завод в «Тюменской области».',
    'Приехала «Тереза Мэй». Потом «Мэй» уехала, а мороз остался.',
    'Казнили королеву «Марию-Антуанетту».',
    'Поэтому никто не знал, что будет завтра.',
  ])('Russian: %s', text => check('ru', text))

  it.each([
    'Yesterday «Robert Johnson» flew from «Chicago» to «Northern Ireland».',
    'The company said that prices will rise in «Germany».',
    'Nobody knew what would happen on Monday.',
  ])('English: %s', text => check('en', text))

  it('tells persons from places, and how sure it is', () => {
    const [person, place] = nameSpans('Міністр Степан Гнатюк приїхав до Берліна.', 'uk')
    expect(person).toMatchObject({ start: 8, end: 21, kind: 'person' })
    expect(place).toMatchObject({ kind: 'place' })
    expect(person!.confidence).toBeGreaterThan(0.8)
  })

  it('counts UTF-16 units', () => {
    const text = '😀 Учора Степан Гнатюк приїхав до Берліна.'
    expect(nameSpans(text, 'uk').map(({ start, end }) => text.slice(start, end))).toEqual(['Степан Гнатюк', 'Берліна'])
  })

  it('leaves an English possessive outside', () => {
    const text = "She praised Robert Johnson's speech."
    expect(nameSpans(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(['Robert Johnson'])
  })

  it('finds nothing in prose without names', () => {
    const prose = [
      'Коли сонце зайшло, у саду стало тихо. Діти пішли спати. Ніч була тепла й ясна. Над дахом світив місяць.',
      'Щоб змінити налаштування, відкрийте меню. Натисніть кнопку. Збережіть файл. Потім перезапустіть програму.',
    ]
    expect(prose.flatMap(text => nameSpans(text, 'uk'))).toEqual([])
  })

  it('gives spans in order, within the text, apart, at whole words', () => {
    const pieces = fc.constantFrom(
      'Київ',
      'Степан',
      'Гнатюк',
      'у',
      'В.',
      'область',
      '«',
      '»',
      '.',
      '\n',
      ' ',
      'США',
      '😀',
      "'s",
      'Of',
      '-',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 40 }),
        fc.constantFrom<Language>('uk', 'ru', 'en'),
        (parts, language) => {
          const text = parts.join(' ')
          let at = 0
          for (const { start, end, confidence } of nameSpans(text, language)) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
            expect(confidence).toBeGreaterThan(0)
            expect(confidence).toBeLessThanOrEqual(1)
            at = end
          }
        },
      ),
    )
  })

  it('takes time in proportion to the text, however long a run of capitals is', () => {
    const run = 'Степан Гнатюк '.repeat(20_000)
    expect(nameSpans(run, 'uk').length).toBeGreaterThan(0)
  })
})

/** The clusters of a text as "base: form, form". */
function clusters(language: 'uk' | 'ru', text: string): string[] {
  return clusterForms(text, nameSpans(text, language), language).map(
    ({ base, forms }) => `${base}: ${forms.map(form => form.text).join(', ')}`,
  )
}

describe('forms of one name', () => {
  it('are one cluster with its nominative', () => {
    expect(
      clusters('uk', 'Міністр приїхав до Варшави. Зустріч у Варшаві тривала годину. За Варшавою вже чекали.'),
    ).toEqual(['Варшава: Варшави, Варшаві, Варшавою'])
    expect(
      clusters('uk', 'Міністр Степан Гнатюк приїхав до Берліна. Колеги Степана Гнатюка чекали на нього в Берліні.'),
    ).toEqual(['Степан Гнатюк: Степан Гнатюк, Степана Гнатюка', 'Берлін: Берліна, Берліні'])
    expect(clusters('ru', 'Министр приехал в Россию. Послы России уехали из Москвы.')).toEqual([
      'Россия: Россию, России',
      'Москва: Москвы',
    ])
  })

  it('puts the nominative together where it does not stand in the text', () => {
    expect(clusters('ru', 'Вчера говорили с Алексеем Громовым о поездке в Нижний Новгород.')).toEqual([
      'Алексей Громов: Алексеем Громовым',
      'Нижний Новгород: Нижний Новгород',
    ])
    expect(clusters('uk', 'Переговори у Великій Британії тривають.')).toEqual(['Велика Британія: Великій Британії'])
  })

  it('keeps a man and a woman of one family apart', () => {
    expect(
      clusters('uk', 'Міністр Степан Заболотний і письменниця Олена Заболотна приїхали до Львова.').slice(0, 2),
    ).toEqual(['Степан Заболотний: Степан Заболотний', 'Олена Заболотна: Олена Заболотна'])
  })

  it('lets the given name decide on the gender', () => {
    const bases = (text: string) => clusterForms(text, nameSpans(text, 'ru'), 'ru').map(({ base }) => base)
    expect(bases('Мэр Андрей Садовой выступил.')).toEqual(['Андрей Садовой'])
    expect(bases('Выступил Сергей Береговой.')).toEqual(['Сергей Береговой'])
    expect(bases('Приехал Алексей Толстой.')).toEqual(['Алексей Толстой'])
    expect(bases('Приехал Дмитрий Донской.')).toEqual(['Дмитрий Донской'])
    expect(bases('Без Марии Толстой нельзя.')).toEqual(['Мария Толстая'])
    expect(bases('Приехала Анна Цой.')).toEqual(['Анна Цой'])
  })

  it.each([
    ['ru', 'Алексея Хорунжего', 'Алексей Хорунжий'],
    ['uk', 'Андрія Кравця', 'Андрій Кравець'],
    ['uk', 'Леоніду Гонті', 'Леонід Гонта'],
    ['uk', 'Степанові Магері', 'Степан Магера'],
    ['ru', 'Дэвида Бренсона', 'Дэвид Бренсон'],
    ['uk', 'Джейкобу Ланску', 'Джейкоб Ланск'],
    ['ru', 'Сергея Говорухи', 'Сергей Говоруха'],
    ['uk', 'Олександра Корнійця', 'Олександр Корнієць'],
    ['uk', 'Олексія Хорунжого', 'Олексій Хорунжий'],
    ['ru', 'Марию фон Траппе', 'Мария фон Траппе'],
    ['uk', 'Марію фон Траппе', 'Марія фон Траппе'],
    ['ru', 'Гасан аль-Башири', 'Гасан аль-Башири'],
    ['ru', 'Мамеда Кулиева-оглы', 'Мамед Кулиев-оглы'],
    ['ru', 'Нурсултан Турсунбек-уулу', 'Нурсултан Турсунбек-уулу'],
    ['uk', 'Зелімханом Мусаєвим', 'Зелімхан Мусаєв'],
    ['ru', 'Николая Верди', 'Николай Верди'],
    ['uk', 'Мішель Барньє', 'Мішель Барньє'],
    ['uk', 'Ремзі Ільясов', 'Ремзі Ільясов'],
    ['ru', 'Мартин Рубио', 'Мартин Рубио'],
  ] as const)('in %s, %s is %s', (language, form, base) => {
    const spans = [{ start: 0, end: form.length, kind: 'person', confidence: 1 } as const]
    expect(clusterForms(form, spans, language).map(name => name.base)).toEqual([base])
  })

  it.each([
    ['ru', 'Александра Белова приехала утром.', 'Александра Белова'],
    ['ru', 'Вчера Валентина Смирнова не открыла выставку.', 'Валентина Смирнова'],
    ['ru', 'Об этом рассказала Валерия Кравцова.', 'Валерия Кравцова'],
    ['ru', 'Депутат Степанова не ответила на вопрос.', 'Степанова'],
    ['ru', 'Врачи спасли Александра Белова.', 'Александр Белов'],
    ['ru', 'Дело Александра Белова закрыли.', 'Александр Белов'],
    ['ru', 'Полиция задержала Валерия Чупруна.', 'Валерий Чупрун'],
    ['ru', 'Мартынова арестовали.', 'Мартынов'],
    ['uk', 'Мартинова заарештували.', 'Мартинов'],
    ['uk', 'Богдана Пилипчук народилася в селі.', 'Богдана Пилипчук'],
    ['uk', 'Книгу Ярослава Дутчака переклали.', 'Ярослав Дутчак'],
    ['uk', 'На думку Степанова, закон потрібен.', 'Степанов'],
    ['uk', 'Наталії Шевченко немає.', 'Наталія Шевченко'],
    ['uk', 'Міністра Гордія Хоменка звільнили.', 'Гордій Хоменко'],
    ['ru', 'Журналистка Валентина Дроздова, автор книги, уехала.', 'Валентина Дроздова'],
    ['ru', 'Одобрили назначение Доминика Рааба в качестве министра.', 'Доминик Рааб'],
    ['uk', 'Вона вчилася в Кам’янці-Подільському.', 'Кам’янець-Подільський'],
    ['ru', 'Он уехал из Соединенного Королевства.', 'Соединенное Королевство'],
    ['ru', 'Он вернулся в РФ.', 'РФ'],
    ['ru', 'Суд оправдал христианку Асию Биби.', 'Асия Биби'],
    ['ru', 'Сказала госпожа Захарова.', 'Захарова'],
    ['ru', 'Работал под руководством Макаровца.', 'Макаровец'],
    ['ru', 'Дэвида Дэвиса уволили. Вчера Дэвид Дэвис ушёл, Дэвиду Дэвису звонили.', 'Дэвид Дэвис'],
    ['uk', 'Вони зустрілися в Києві.', 'Київ'],
    ['uk', 'Він живе у Харкові.', 'Харків'],
    ['uk', 'В Одесі пролунали вибухи.', 'Одеса'],
    ['ru', 'Они встретились в Саратове.', 'Саратов'],
    ['ru', 'Он рассказал о Великобритании и уехал.', 'Великобритания'],
  ] as const)('the sentence tells of which name a form is: %s, %s', (language, text, base) => {
    expect(clusterForms(text, nameSpans(text, language), language)[0]!.base).toBe(base)
  })

  it('holds every span once', () => {
    const text = 'Степан Гнатюк був у Києві. До Києва приїхала Олена Гнатюк. Київ, Київ!'
    const spans = nameSpans(text, 'uk')
    const held = clusterForms(text, spans, 'uk').flatMap(({ forms }) => forms.flatMap(form => form.spans))
    expect([...held].sort((a, b) => a.start - b.start)).toEqual(spans)
  })
})
