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
