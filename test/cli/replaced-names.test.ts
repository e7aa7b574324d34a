import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

/** Each preferred name with another one to be replaced, so that cases, numbers, capitals and prepositions must be found anew. */
const human =
  (gender: 'm' | 'f') =>
  (id: string, uk: string, ru: string, ...wrong: readonly string[]) =>
    `- id: ${id}\n  kind: person\n  gender: ${gender}\n  uk: ${uk}\n  ru: ${ru}\n${variants('family', wrong)}`
const person = human('m')
const woman = human('f')
const place = (id: string, uk: string, ru: string, ...wrong: readonly string[]) =>
  `- id: ${id}\n  kind: place\n  uk: { name: ${uk} }\n  ru: { name: ${ru} }\n${variants('name', wrong)}`
const variants = (part: string, wrong: readonly string[]) =>
  wrong.length === 0
    ? ''
    : `  variants:\n${wrong
        .map(pair => pair.split(' '))
        .map(
          ([lang, name]) =>
            `    - { lang: ${lang}, text: ${name!.replace('_', ' ')}, part: ${part}, status: deprecated }\n`,
        )
        .join('')}`

const glossary = [
  person(
    'podoliak',
    '{ given: Михайло, family: Подоляк }',
    '{ given: Михаил, family: Подоляк }',
    'uk Подолияк',
    'ru Подолияк',
  ),
  person('zelensky', '{ given: Володимир, family: Зеленський }', '{ given: Владимир, family: Зеленский }'),
  place('kyiv', 'Київ', 'Киев'),
  place('lviv', 'Львів', 'Львов', 'uk Лемберг', 'ru Лемберг'),
  place('odesa', 'Одеса', 'Одесса'),
  place('kharkiv', 'Харків', 'Харьков'),
  place('yampil', 'Ямпіль', 'Ямполь', 'uk Бунбург'),
  place('zviahel', 'Звягель', 'Звягель', 'uk Новоград'),
  place('ostroh', 'Острог', 'Острог', 'ru Дуброград'),
  place('shostka', 'Шостка', 'Шостка', 'uk Кузня'),
  place('dnipro', 'Дніпро', 'Днепр', 'uk Дніпропетровськ', 'ru Днепропетровск'),
  place('bakhmut', 'Бахмут', 'Бахмут', 'uk Артемівськ', 'ru Артёмовск'),
  place('vsevolozhsk', 'Всеволожськ', 'Всеволожск', 'ru Ладожск'),
  place('kropyvnytskyi', 'Кропивницький', 'Кропивницкий', 'uk Кіровоград', 'ru Кировоград'),
  place('kamianske', "Кам'янське", 'Каменское', 'uk Дніпродзержинськ', 'ru Днепродзержинск'),
  place('plavni', 'Горішні Плавні', 'Горишние Плавни', 'uk Комсомольськ', 'ru Комсомольск'),
  place('oleshky', 'Олешки', 'Алёшки', 'uk Цюрупинськ', 'ru Цюрупинск'),
  place('sheptytskyi', 'Шептицький', 'Шептицкий', 'uk Червоноград'),
  place('chornomorsk', 'Чорноморськ', 'Черноморск', 'uk Іллічівськ', 'ru Ильичёвск'),
  place('myanmar', "М'янма", 'Мьянма', 'uk Бірма', 'ru Бирма'),
  place('lyman', 'Лиман', 'Лиман', 'uk Красний_Лиман'),
  place('petersburg', 'Санкт-Петербург', 'Санкт-Петербург', 'ru Ленинград'),
  place('nizhny', 'Нижній Новгород', 'Нижний Новгород', 'ru Горький'),
  place('samara', 'Самара', 'Самара', 'ru Куйбышев'),
  place('bishkek', 'Бішкек', 'Бишкек', 'ru Фрунзе'),
  person(
    'klychko',
    '{ given: Віталій, family: Кличко }',
    '{ given: Виталий, family: Кличко }',
    'uk Клічко',
    'ru Клычко',
  ),
  person(
    'zaluzhnyi',
    '{ given: Валерій, family: Залужний }',
    '{ given: Валерий, family: Залужный }',
    'uk Залюжний',
    'ru Залюжный',
  ),
  woman(
    'vereshchuk',
    '{ given: Ірина, family: Верещук }',
    '{ given: Ирина, family: Верещук }',
    'uk Вершук',
    'ru Вершук',
  ),
  woman(
    'zelenska',
    '{ given: Олена, family: Зеленська }',
    '{ given: Елена, family: Зеленская }',
    'uk Зеленска',
    'ru Зеленьская',
  ),
  person(
    'landsberg',
    '{ given: Олександр, family: Ландсберг }',
    '{ given: Александр, family: Ландсберг }',
    'uk Ланцберг',
    'ru Ланцберг',
  ),
].join('')

/** `# language`, then lines `before | after`; a name that stays is in quotation marks, or is no form of the name. */
const sentences = readFileSync(new URL('../fixtures/replaced-names.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .filter(Boolean)
  .map(section => {
    const [language, ...lines] = section.trimEnd().split('\n')
    return [language!, lines.map(line => line.split(' | '))] as const
  })

describe('normalize puts another name in the written one’s place', () => {
  it.each(sentences)('in sentences of %s', async (language, pairs) => {
    await lay({
      'glossary.yaml': glossary,
      'tlumach.config.yaml': 'glossaries: [glossary.yaml]\n',
      'a.md': `${pairs.map(([before]) => before).join('\n\n')}\n`,
    })
    await run(['normalize', '--no-default-glossary', '--language', language, '--write', 'a.md'])
    expect((await text('a.md')).trimEnd().split('\n\n')).toEqual(pairs.map(([, after]) => after))
  })
})
