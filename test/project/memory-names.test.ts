import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/memory/index.ts'
import { leverageOf } from '../../src/project/index.ts'
import { openTestProject } from '../lint/open.ts'

const project = await openTestProject('../fixtures/memory-names.yaml')
const never = {} as Store

/** The translation of `source` with the names of `wanted` put in. */
const adapted = (source: string, target: string, wanted: string, to: 'uk' | 'ru') => {
  const { names } = leverageOf(project, never, project.chooserOf(undefined), 'en', to)
  return names!({ source, target }, wanted)?.target
}

describe('a name in a memory’s translation', () => {
  it.each<[source: string, target: string, wanted: string, expected: string | undefined]>([
    ['Talks in Ukraine.', 'Переговори в Україні.', 'Talks in Lviv.', 'Переговори у Львові.'],
    ['Talks in Lviv.', 'Переговори у Львові.', 'Talks in Odesa.', 'Переговори в Одесі.'],
    ['In Lviv they met.', 'У Львові зустрілися.', 'In Odesa they met.', 'В Одесі зустрілися.'],
    ['He came from Kyiv.', 'Він прибув з Києва.', 'He came from Lviv.', 'Він прибув зі Львова.'],
    ['He came from Lviv.', 'Він прибув зі Львова.', 'He came from Odesa.', 'Він прибув з Одеси.'],
    ['Talks in Kharkiv.', 'Переговори в Харкові.', 'Talks in Odesa.', 'Переговори в Одесі.'],
    ['Talks in Zakarpattia.', 'Переговори на Закарпатті.', 'Talks in Lviv.', undefined],
  ])('%s | %s | %s', (source, target, wanted, expected) => {
    expect(adapted(source, target, wanted, 'uk')).toBe(expected)
  })

  it.each<[source: string, target: string, wanted: string, expected: string | undefined]>([
    ['Talks in Odesa.', 'Переговоры в Одессе.', 'Talks in Lviv.', 'Переговоры во Львове.'],
    ['Talks in Lviv.', 'Переговоры во Львове.', 'Talks in Odesa.', 'Переговоры в Одессе.'],
    ['A book about Kyiv.', 'Книга о Киеве.', 'A book about Odesa.', 'Книга об Одессе.'],
    ['About Odesa.', 'Об Одессе.', 'About Lviv.', 'О Львове.'],
  ])('%s | %s | %s', (source, target, wanted, expected) => {
    expect(adapted(source, target, wanted, 'ru')).toBe(expected)
  })
})
