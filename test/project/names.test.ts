import { describe, expect, it } from 'vitest'
import { diskHost, shippedGlossaries } from '../../src/node/index.ts'
import { names, openProject, propose } from '../../src/project/index.ts'
import { settings, source } from '../lint/open.ts'

const { project } = await openProject(diskHost, { glossaries: await shippedGlossaries(), version: 'test' })

const inventory = (text: string) => names(project!, [source(text, 'a.md')], () => settings())

/** The names of a text as “concept or –: spelling × places”. */
async function check(text: string, expected: readonly string[]): Promise<void> {
  const { entries } = await inventory(text)
  const shown = entries.flatMap(({ concept, spellings }) =>
    spellings.map(spelling => `${concept ?? '–'}: ${spelling.text} × ${spelling.places.length}`),
  )
  expect(shown).toEqual(expected)
}

describe('a family name of the glossary beside another given name', () => {
  it('is somebody else’s in every case', () =>
    check('Натальи Шевченко не было. Натальей Шевченко довольны.', ['–: Наталья Шевченко × 2']))

  it('leaves the glossary’s people what is theirs', () =>
    check('Поет Шевченко. Наталії Шевченко немає. Андрій Шевченко грав. Тараса Шевченка читали.', [
      'shevchenko-taras: Шевченко × 1',
      'shevchenko-taras: Тарас Шевченко × 1',
      'shevchenko-andrii: Андрій Шевченко × 1',
      '–: Наталія Шевченко × 1',
    ]))

  it('may stand behind its given name', () =>
    check('Поэт Тарас Григорьевич Шевченко и Шевченко Тарас. Площадь Шевченко.', [
      'shevchenko-taras: Тарас Григорьевич Шевченко × 1',
      'shevchenko-taras: Шевченко Тарас × 1',
      'shevchenko-taras: Шевченко × 1',
    ]))
})

it('a man’s family name in -ой is his', () =>
  check('Мэр Николаева Андрей Береговой выступил.', ['mykolaiv: Николаев × 1', '–: Андрей Береговой × 1']))

describe('a Ukrainian or Russian name that no glossary has', () => {
  it('is one in any order and in capitals', () =>
    check('Кондратюк Олена прийшла. ОЛЕНА КОНДРАТЮК: «Ми готові». Олену Кондратюк підтримали.', [
      '–: Олена Кондратюк × 3',
    ]))

  it.each([
    ['О. Кондратюк подала закон. Олена Кондратюк його читає. Кондратюк права.', 'Олена Кондратюк × 3'],
    [
      'О. Кондратюк внесла закон. Олега Кондратюка нет. Елена Кондратюк права.',
      'Олег Кондратюк × 2',
      'Елена Кондратюк × 1',
    ],
    ['Суддя Інна Вороніна вийшла. Вороніна мовчить. Про Вороніну забули.', 'Інна Вороніна × 3'],
    ['Марія Заньковська співає. Заньковська Марія грає.', 'Марія Заньковська × 2'],
    ['Іван Ткачук і Петро Ткачук прийшли. Ткачук мовчить.', 'Іван Ткачук × 1', 'Петро Ткачук × 1', 'Ткачук × 1'],
    ['Андрій Ткач шиє. Ткач тче, і кожен ткач уміє.', 'Андрій Ткач × 1'],
  ])('is its person’s alone and with initials: %s', (text, ...expected) =>
    check(
      text,
      expected.map(name => `–: ${name}`),
    ),
  )

  it('is found where no letter tells the language', () =>
    check('Шевченко Наталья пришла. Наталья Шевченко ушла.', ['–: Наталья Шевченко × 2']))

  it.each([
    'Тренер «Мирон Маркевич» пішов. Про це «Мірон Маркевич» не сказав.',
    'Журналіст «Ігор Бердичевський» грав. Скрипаль «Ігор Бердічевський» мовчав.',
    'Голова «Остап Ґудзь» приїхав. Учора «Остап Гудзь» поїхав.',
    'Комбат «Олексій Хорунжий» переміг. Ворог «Олексій Хорунжій» утік.',
    'Министр «Колокольцев» прибыл. Министр «Калокольцев» уехал.',
  ])('shows its two spellings together: %s', async marked => {
    const [first, second] = [...marked.matchAll(/«(.+?)»/gu)].map(([, name]) => name)
    const { entries } = await inventory(marked.replace(/[«»]/gu, ''))
    expect(entries.map(({ spellings }) => spellings.map(({ text }) => text))).toContainEqual([first, second])
  })

  it.each(['Министр Колокольцев и тренер Калокольцев.', 'Ганна Мельниченко та Анна Мельніченко сестри.'])(
    'is another one without a sign: %s',
    async text => {
      const { entries } = await inventory(text)
      expect(entries.map(({ spellings }) => spellings.length)).toEqual([1, 1])
    },
  )
})

it('a name is one in the cases of other texts', async () => {
  const texts = ['Айдер Муждабаєв відкрив школу.', 'Айдера Муждабаєва чекали в Бахчисараї. Ремзі Ільясова — ні.']
  const { entries } = await names(
    project!,
    texts.map((text, i) => source(text, `${i}.md`)),
    () => settings(),
  )
  const ofAider = entries.filter(({ spellings }) => spellings[0]!.text.startsWith('Айдер'))
  expect(ofAider.map(({ spellings }) => spellings.map(one => `${one.text} × ${one.places.length}`))).toEqual([
    ['Айдер Муждабаєв × 2'],
  ])
})

describe('a Ukrainian spelling of a person of the glossary', () => {
  it.each([
    ['Міністр Сибіга прибув. Пізніше міністра Сібігу зустріли.', 'Сібіга'],
    ['Режисер Олег Сенцов зняв фільм. Олега Сєнцова нагородили.', 'Олег Сєнцов'],
  ])('stands beside the others: %s', async (text, spelling) => {
    const { entries } = await inventory(text)
    expect(entries).toHaveLength(1)
    expect(entries[0]!.spellings.at(-1)).toMatchObject({ text: spelling, status: 'unlisted' })
  })

  it('is somebody else’s without a sign', async () => {
    const { entries } = await inventory('Міністр Сибіга прибув. Тренер Сібіга грав.')
    expect(entries.map(({ concept }) => concept)).toEqual(['sybiha-andrii', undefined])
  })
})

describe('a bare family name of the glossary', () => {
  it('is that of the namesake whom the text names in full', () =>
    check('Наталія Шевченко виграла. Суддя вітав тренера. Шевченко пішла.', [
      '–: Наталія Шевченко × 1',
      '–: Шевченко × 1',
    ]))

  it('is so in English', () => check('So said Roman Kostenko. Then Kostenko left.', ['–: Kostenko × 2']))

  it('is the glossary’s where the text names its person, too', () =>
    check('Lina Kostenko wrote it. Roman Kostenko read it. Kostenko smiled.', [
      'kostenko-lina: Lina Kostenko × 1',
      'kostenko-lina: Kostenko × 1',
      '–: Kostenko × 1',
    ]))
})

describe('a family name beside two given names', () => {
  it.each([
    ['Oleh Korikov said so. Then Oleg Korikov left.', 'twin'],
    ['Nadiia Sukhorukova said so. Then Nadia Sukhorukova left.', 'spelling'],
    ['Yuriy Butusov said so. Then Yurii Butusov left.', 'spelling'],
    ['Oleh Korikov said so. Then Olena Korikova left.', undefined],
  ])('%s: %s', async (text, relation) => {
    const { entries } = await inventory(text)
    expect(entries.map(entry => entry.relation)).toContain(relation)
    expect(entries.filter(entry => entry.relation)).toHaveLength(relation ? 1 : 0)
  })

  it('is the family name, and the patronymic none', () =>
    check('It was Zubenko Mykhailo Petrovych. It was Zubenko Mikhail Petrovich. So said Mr Zubenko.', [
      '–: Zubenko × 1',
    ]))
})

describe('a romanized name', () => {
  it.each([
    ['So Bohdan Mazepa left. Then Mr Mazepa spoke.', 'Mazepa × 2'],
    ['It was signed by Kondratiuk Olena. So Kondratiuk said.', 'Kondratiuk × 2'],
    ['So Artem Bobrovsky said. The Bobrovskys left.', 'Bobrovsky × 1'],
  ])('behind or before its given name, or as a family: %s', (text, expected) => check(text, [`–: ${expected}`]))
})

describe('a family name in capitals', () => {
  it('stands before its given name', () =>
    check('ZABRODIKIN Mykhailo, born 1961. So said Mr Zabrodikin.', ['–: Zabrodikin × 2']))

  it('stands behind its given name', () => check('KYRYLO ZABRODIKIN ELECTED', ['–: Zabrodikin × 1']))
})

describe('what is proposed', () => {
  const proposed = async (text: string) => propose((await inventory(text)).entries)

  it.each([
    ['Then Yevhen Dykyi left. So Dykiy said. Then Yevhen Dyky spoke.', 'uk:\n    family: Дикий'],
    ['So Butusov said. Then Butusov left. So Butussov said.', 'family: Бутусов'],
    [
      'Then Nadiia Sukhorukova left. So Nadia Sukhorukova said.',
      'text: Nadia\n      part: given\n      status: deprecated',
    ],
    ['Журналіст Ігор Бердичевський грав. Скрипаль Ігор Бердічевський мовчав.', 'text: Бердічевський'],
  ])('%s', async (text, part) => expect(await proposed(text)).toContain(part))

  it('has each spelling once, in however many names it stands', async () => {
    const text = await proposed(
      'Актёр Дэвид Портер играл. Дэвид Портер ушёл. Актёр Девид Портер пел. Актёр Девид Партер ждал. Актёр Дэвид Партер пил.',
    )
    expect(text.match(/text: .*/g)?.sort()).toEqual(['text: Девид', 'text: Партер'])
  })

  it('is nothing where two languages make two names of one', async () =>
    expect(await proposed('So Oleh Korikov said. Then Oleg Korikov left.')).toBe(''))
})

it.each([
  ['У Києві чекали. Про Киев писали.', [undefined, 'uk']],
  ['Во Львове ждали эти люди. Владимир Зеленський и Владимир Зеленский.', [undefined, 'ru', undefined]],
] as const)('a form of the other language is told from the text’s own: %s', async (text, expected) => {
  const { entries } = await inventory(text)
  expect(entries.flatMap(({ spellings }) => spellings.map(({ within }) => within))).toEqual(expected)
})
