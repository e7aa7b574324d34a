import { expect, it } from 'vitest'
import { compile, paradigmOf } from '../../src/glossary/index.ts'
import type { Concept, NameParts } from '../../src/termbase/index.ts'

function check(lang: string, name: NameParts, genitive: string): void {
  const concept: Concept = { id: 'x', kind: 'person', names: { [lang]: name }, terms: [], former: [], except: [] }
  const { spellings } = compile([{ concepts: [concept], styles: [] }])
  const family = spellings.find(s => s.lang === lang && s.part === 'family')!
  expect(paradigmOf(family, concept)?.gen[0]).toBe(genitive)
}

it.each<[string, NameParts, string]>([
  ['uk', { given: 'Олена', family: 'Подоляк' }, 'Подоляк'],
  ['uk', { given: 'Олег', family: 'Подоляк' }, 'Подоляка'],
  ['uk', { given: 'Саша', patronymic: 'Іванівна', family: 'Коваль' }, 'Коваль'],
  ['ru', { given: 'Елена', family: 'Бондарчук' }, 'Бондарчук'],
  ['ru', { patronymic: 'Петрович', family: 'Сорока' }, 'Сороки'],
  ['uk', { family: 'Подоляк' }, 'Подоляка'],
])('a person of no stated gender has the one that the name shows: %s %o', check)

/** All genitives of the names of an entry that is a place or an organisation. */
function checkThing(
  entry: Omit<Concept, 'id' | 'terms' | 'former' | 'except'> & Partial<Concept>,
  genitives: readonly string[],
): void {
  const concept: Concept = { id: 'x', terms: [], former: [], except: [], ...entry }
  const { spellings } = compile([{ concepts: [concept], styles: [] }])
  const cyrillic = spellings.filter(s => s.lang !== 'en')
  expect(cyrillic.map(s => paradigmOf(s, concept)!.gen.join('/'))).toEqual(genitives)
}

it.each<[string, Parameters<typeof checkThing>[0], readonly string[]]>([
  [
    'a city in -а is not masculine because its other name is',
    { kind: 'place', gender: 'm', names: { uk: { name: 'Регенсбург' }, ru: { name: 'Ратисбона' } } },
    ['Регенсбурга', 'Ратисбоны'],
  ],
  [
    'another name of an organisation has a gender of its own',
    {
      kind: 'organisation',
      gender: 'm',
      names: { uk: { name: 'Центр зайнятості' } },
      former: [{ names: { uk: ['Біржа праці'] } }],
    },
    ['Центру зайнятості', 'Біржі праці'],
  ],
  [
    'an organisation is no plural because its country ends in -ы',
    { kind: 'organisation', names: { ru: { name: 'Союз писателей Ганы' } } },
    ['Союза писателей Ганы'],
  ],
  [
    'whether a masculine genitive ends in -у or -а is the entry’s to say',
    {
      kind: 'organisation',
      gender: 'm',
      names: { uk: { name: 'Хор ветеранів' } },
      forms: { uk: { name: { gen: ['Хору ветеранів'] } } },
    },
    ['Хору ветеранів'],
  ],
  [
    'what the rules would say stays out where they do not know the entry’s form',
    { kind: 'place', gender: 'm', names: { ru: { name: 'Печорь' } }, forms: { ru: { name: { gen: ['Печори'] } } } },
    ['Печори'],
  ],
  [
    'a parallel form stays beside the entry’s',
    { kind: 'place', gender: 'n', names: { ru: { name: 'Ямбурово' } }, forms: { ru: { name: { gen: ['Ямбурова'] } } } },
    ['Ямбурова/Ямбурово'],
  ],
])('%s', (_, entry, genitives) => checkThing(entry, genitives))
